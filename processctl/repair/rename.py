"""Renaming an element in memory: in the workspace that declares it, and in those that use it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from processctl.model.model import SECTIONS, Model
from processctl.reading.edit import TextEdit, apply
from processctl.reading.nearest import nearest
from processctl.reading.source import Source, Span
from processctl.repair.mentions import Unwritable, declaration, edits_of
from processctl.repair.new_name import is_built_in, refusal
from processctl.repair.portrait import IN_CONDITIONS, Renaming, portrait
from processctl.repair.refused import RefusedError
from processctl.repair.users import Read, users_of
from processctl.texts import say

RENAMED = (*SECTIONS, "outcomes", "phases")


@dataclass(frozen=True)
class Renamed:
    """What a renaming comes to: the texts of the files that change, the declaration's file last.

    ``places`` counts the edits, ``left`` the places where the old id is only a word.
    """

    before: dict[Path, Source]
    after: dict[Path, str]
    places: int
    left: int


def rename(roots: Iterable[Path], renaming: Renaming, read: Read) -> Renamed:
    """Rename an element in the workspaces with the folders ``roots``.

    Raises:
        RefusedError: the element is not there or cannot have that id, not all of the workspaces can be
            read, or the process would not mean the same.
    """
    models = {root: read(root, {}) for root in roots}
    owner = _owner(models, renaming)
    concerned = {owner: models[owner], **users_of(models, owner, renaming, read)}
    edits: list[TextEdit] = []
    for model in concerned.values():
        why = refusal(model, renaming)
        if why is not None:
            raise RefusedError(why)
        _check_readable(model, renaming)
        found = edits_of(model, renaming)
        if isinstance(found, Unwritable):
            raise RefusedError(
                say("The id stands here by an alias, and cannot be changed in this place alone."),
                found.span,
            )
        edits += found
    before, after = _texts(edits, declaration(models[owner], renaming.section, renaming.old))
    for root, model in concerned.items():
        _check_same(model, read(root, _as_seen_from(root, concerned, after)), renaming)
    left = _words_left(concerned.values(), edits, renaming.old)
    return Renamed(before, after, len(edits), left)


def _owner(models: Mapping[Path, Model], renaming: Renaming) -> Path:
    """The one workspace that declares the element."""
    if is_built_in(renaming):
        raise RefusedError(
            say('"{name}" belongs to the language and keeps its name.', name=renaming.old)
        )
    found = [root for root, model in models.items() if _declares(model, renaming)]
    if len(found) == 1:
        return found[0]
    if found:
        raise RefusedError(
            say('Several of these workspaces declare "{name}".', name=renaming.old),
            hint=say("Name the folder of the one that is meant."),
        )
    for model in models.values():
        shared = model.workspace.sections.items.get(renaming.section, {}).get(renaming.old)
        if shared is not None:
            raise RefusedError(
                say(
                    '"{name}" belongs to another workspace, which this one uses.', name=renaming.old
                ),
                shared.key_span,
                say("Rename it there, and name both folders: it is changed in both at once."),
            )
    # What is said not to be there may stand in what could not be read.
    for model in models.values():
        _check_readable(model, renaming)
    there = {name for model in models.values() for name in _names(model, renaming.section)}
    near = nearest(renaming.old, there)
    raise RefusedError(
        say('There is no "{name}" under "{section}".', name=renaming.old, section=renaming.section),
        hint=say('Did you mean "{name}"?', name=near) if near else None,
    )


def _declares(model: Model, renaming: Renaming) -> bool:
    if declaration(model, renaming.section, renaming.old) is not None:
        return True
    return renaming.section == "phases" and renaming.old in _names(model, "phases")


def _names(model: Model, section: str) -> Iterable[str]:
    if section == "outcomes":
        return model.process.outcomes or ()
    if section == "phases":
        used = {stage.phase for stage in model.stages.values() if stage.phase}
        return {*(model.process.phases or ()), *used}
    return model.workspace.sections.items.get(section, ())


def _check_readable(model: Model, renaming: Renaming) -> None:
    """What cannot be read may name the element."""
    for problem in model.workspace.problems:
        raise RefusedError(
            say("Not all can be read, and what cannot be read may name it too."),
            problem.span,
            problem.message,
        )
    word = re.compile(rf"\b{re.escape(renaming.old)}\b")
    for expression in model.expressions:
        if expression.problem is None or renaming.section not in IN_CONDITIONS:
            continue
        if word.search(expression.source):
            raise RefusedError(
                say("This condition cannot be read, and may name it too."),
                model.workspace.sections.span(expression.path),
                expression.problem.message,
            )


def _texts(edits: list[TextEdit], last: Span | None) -> tuple[dict[Path, Source], dict[Path, str]]:
    by_file: dict[Path, list[TextEdit]] = {}
    for edit in edits:
        by_file.setdefault(edit.span.source.path, []).append(edit)
    # Whoever is stopped midway can do the same again, as long as the old id is declared.
    final = last.source.path if last is not None else None
    files = sorted(by_file, key=lambda file: (file == final, file))
    before = {file: by_file[file][0].span.source for file in files}
    return before, {file: apply(before[file].text, by_file[file]) for file in files}


def _as_seen_from(root: Path, roots: Iterable[Path], texts: Mapping[Path, str]) -> dict[Path, str]:
    """Texts by the paths that a workspace reads files by: those of another by their real folder."""
    seen = dict(texts)
    for other in roots:
        real = Path(os.path.realpath(other))
        if other != root:
            inside = {file: text for file, text in texts.items() if file.is_relative_to(other)}
            seen |= {real / file.relative_to(other): text for file, text in inside.items()}
    return seen


def _check_same(before: Model, after: Model, renaming: Renaming) -> None:
    if portrait(before, renaming) != portrait(after) or after.workspace.problems:
        raise RefusedError(
            say('With the id "{name}" the process would not mean the same.', name=renaming.new),
            hint=say("Something else may bear that id, or a text may be the same by an anchor."),
        )


def _words_left(models: Iterable[Model], edits: list[TextEdit], old: str) -> int:
    """How often the old id is left in the files, in texts and comments say."""
    word = re.compile(rf"\b{re.escape(old)}\b")
    sources = {source.path: source for model in models for source in model.workspace.sources}
    total = sum(len(word.findall(source.text)) for source in sources.values())
    return total - sum(word.fullmatch(_text(edit.span)) is not None for edit in edits)


def _text(span: Span) -> str:
    return span.source.text[span.start : span.end]
