"""Every place of a workspace that names an element: its own key, references, conditions."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass

from processctl.criteria import names
from processctl.criteria.places import source_span
from processctl.model.build import Part
from processctl.model.model import SECTIONS, Model
from processctl.model.reference import Reference
from processctl.reading.edit import TextEdit
from processctl.reading.nodes import Scalar
from processctl.reading.problem import Path
from processctl.reading.source import Source, Span
from processctl.repair.portrait import IN_CONDITIONS, Renaming
from processctl.repair.resolve import part_of_scalar

_SINCE = re.compile(r" since +(?P<point>\w+)$")


@dataclass(frozen=True, slots=True)
class Unwritable:
    """A mention that cannot be written in place: an alias, say."""

    span: Span


def declaration(model: Model, section: str, name: str) -> Span | None:
    """Where an element is declared in this workspace itself."""
    if section not in SECTIONS:
        found = model.workspace.sections.node(("process", section, name))
        return _key_span(found[0], found[1].key) if found and found[1] else None
    declared = model.workspace.sections.items.get(section, {}).get(name)
    if declared is None or declared.shared:
        return None
    return _key_span(declared.source, declared.key)


def mentions(model: Model, renaming: Renaming) -> Iterator[Span | Unwritable]:
    """Where an element is named in the files of this workspace, once each, its declaration last."""
    seen = set()
    for span in (*_mentions(model, renaming), declaration(model, renaming.section, renaming.old)):
        if span is None:
            continue
        place = span.span if isinstance(span, Unwritable) else span
        key = place.source.path, place.start, place.end
        if key not in seen:
            seen.add(key)
            yield span


def edits_of(model: Model, renaming: Renaming) -> list[TextEdit] | Unwritable:
    """The edits that rename an element in the files of a workspace."""
    found = []
    for span in mentions(model, renaming):
        if isinstance(span, Unwritable):
            return span
        found.append(TextEdit(span, renaming.new))
    return found


def _mentions(model: Model, renaming: Renaming) -> Iterator[Span | Unwritable]:
    section, old = renaming.section, renaming.old
    for reference in (*model.references, *_outcome_words(model)):
        if (reference.section, reference.id) == (section, old):
            yield from _of_reference(model, reference)
    for stage in model.stages.values():
        if section == "phases" and stage.phase == old and not stage.shared:
            yield from _scalar(model, (*stage.path, "phase"), (0, len(old)))
        if section == "outcomes" and stage.outcome == old and not stage.shared:
            yield from _scalar(model, (*stage.path, "outcome"), (0, len(old)))
    for expression in model.expressions:
        if section in IN_CONDITIONS and expression.tree is not None:
            for name in names(expression.tree):
                if name.id == old:
                    yield from _scalar(model, expression.path, name.span)


def _of_reference(model: Model, reference: Reference) -> Iterator[Span | Unwritable]:
    found = model.workspace.sections.node(reference.path)
    if found is None:
        return
    source, entry, node = found
    as_key = reference.at_key or (not isinstance(node, Scalar) and entry is not None)
    if as_key and entry is not None:
        span = _key_span(source, entry.key)
        yield span or Unwritable(Span(source, entry.key.start, entry.key.end))
    elif isinstance(node, Scalar) and node.text == reference.id:
        yield from _scalar(model, reference.path, (0, len(node.text)))
    elif isinstance(node, Scalar) and (since := _SINCE.search(node.text)):
        yield from _scalar(model, reference.path, since.span("point"))


def _scalar(model: Model, path: Path, inside: tuple[int, int]) -> Iterator[Span | Unwritable]:
    span = part_of_scalar(model, path, inside)
    if span is not None:
        yield span
        return
    found = model.workspace.sections.node(path)
    if found is not None and found[2] is not None:
        yield Unwritable(Span(found[0], found[2][-2], found[2][-1]))


def _key_span(source: Source, key: Scalar) -> Span | None:
    raw = source.text[key.start : key.end]
    start, end = source_span(raw, key.style, key.text, (0, len(key.text)))
    return Span(source, key.start + start, key.start + end) if end else None


def _outcome_words(model: Model) -> Iterator[Reference]:
    """References to outcome words: the model does not list them, for they need no looking up."""
    ahead: list[object] = [one for name in SECTIONS for one in getattr(model, name).values()]
    while ahead:
        here = ahead.pop()
        if isinstance(here, Reference):
            if here.section == "outcomes":
                yield here
        elif isinstance(here, Part):
            ahead += [getattr(here, one.name) for one in dataclasses.fields(here)]
        elif isinstance(here, tuple | list):
            ahead += here
        elif isinstance(here, dict):
            ahead += here.values()
