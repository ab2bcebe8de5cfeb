"""What can be done about a finding where it stands: mend it, ignore it, make what is missing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from processctl.editor.notes import Note
from processctl.editor.wanted import IN_CONDITIONS
from processctl.journey import Journey
from processctl.lint.finding import Finding
from processctl.model.model import SECTIONS
from processctl.reading.edit import TextEdit, line_end_of
from processctl.reading.problem import Path as SymbolicPath
from processctl.reading.source import Source, Span
from processctl.repair.new_name import refusal
from processctl.repair.portrait import Renaming
from processctl.repair.resolve import Resolver
from processctl.repair.splice import Splice
from processctl.rules.repair import Insert, Line, Repair
from processctl.texts import Message, Translator, say, translator

Kind: TypeAlias = Literal["reword", "mend", "create", "ignore"]

_NEVER_IGNORED = ("PC0", "PC99")
_UNKNOWN = "PC101"
_PLAIN = re.compile(r"[^\W_][\w -]*")  # what may stand in a text without marks
_MOST_SECTIONS = 3
_LIKELY = 'Did you mean "'  # how hints begin that name what was most likely meant
# What a prepared repair does, by its rule; others are called by what they are about.
_PREPARES: dict[str, Message] = {
    "stage-without-owner": say("Add an owner, to be filled in"),
    "missing-return-path": say("Add a way back, to be filled in"),
    "unused-declaration": say("Take it away"),
}
# The singular of what is made; messages, because the title of an action is read.
_MAKES: dict[str, Message] = {
    "stages": say('Create the stage "{name}"', name="{name}"),
    "roles": say('Create the role "{name}"', name="{name}"),
    "teams": say('Create the team "{name}"', name="{name}"),
    "people": say('Create the person "{name}"', name="{name}"),
    "systems": say('Create the system "{name}"', name="{name}"),
    "fields": say('Create the field "{name}"', name="{name}"),
    "criteria": say('Create the criterion "{name}"', name="{name}"),
    "segments": say('Create the segment "{name}"', name="{name}"),
    "forums": say('Create the forum "{name}"', name="{name}"),
    "goals": say('Create the goal "{name}"', name="{name}"),
    "metrics": say('Create the metric "{name}"', name="{name}"),
}


@dataclass(frozen=True)
class Action:
    """Edits that somebody may choose: ``safe`` ones change nothing that is meant."""

    title: str
    kind: Kind
    edits: tuple[TextEdit, ...]
    note: Note
    safe: bool = False


def actions(notes: Iterable[Note], journey: Journey, language: str) -> Iterator[Action]:
    """What can be done about some findings of a journey, the most certain first."""
    doing = _Doing(journey, translator(language))
    found = [action for note in notes for action in doing.of(note)]
    kinds: dict[Kind, int] = {"reword": 0, "mend": 1, "create": 2, "ignore": 3}
    yield from sorted(found, key=lambda one: (kinds[one.kind], not one.safe))


@dataclass(frozen=True)
class _Doing:
    journey: Journey
    speaker: Translator

    def of(self, note: Note) -> Iterator[Action]:
        yield from self._reword(note)
        for finding in note.finding.each:
            yield from self._mend(note, finding)
        yield from self._create(note)
        yield from self._ignore(note)

    def _reword(self, note: Note) -> Iterator[Action]:
        """Write what was most likely meant, where a finding says what that is."""
        hint = note.finding.hint
        if hint is None or note.finding.members or not hint.template.startswith(_LIKELY):
            return
        meant = next((one for _, one in hint.arguments if isinstance(one, str)), "")
        text = note.span.source.text
        start, end = note.span.start, note.span.end
        if text[start : start + 1] in ("'", '"') and text[end - 1 : end] == text[start]:
            start, end = start + 1, end - 1
        if _PLAIN.fullmatch(meant) and start < end and "\n" not in text[start:end]:
            edit = TextEdit(Span(note.span.source, start, end), meant)
            title = say('Write "{word}" instead', word=meant)
            yield Action(self.speaker.render(title), "reword", (edit,), note)

    def _mend(self, note: Note, finding: Finding) -> Iterator[Action]:
        mend = finding.mend
        if mend is None:
            return
        safe = mend.kind == "safe"
        title = (
            say("Mend it: {message}", message=finding.message)
            if safe
            else _PREPARES.get(finding.name)
            or say("Prepare a repair to look over: {message}", message=finding.message)
        )
        yield Action(self.speaker.render(title), "mend", mend.splice.edits, note, safe)

    def _create(self, note: Note) -> Iterator[Action]:
        """What a reference to nothing means, where it could be."""
        if note.code != _UNKNOWN:
            return
        wanted = [
            one for one in self.journey.model.references
            if not one.known and one.path == note.finding.path
        ]  # fmt: skip
        if wanted:
            name, kinds = wanted[0].id, wanted[0].wanted
        else:
            name, kinds = note.span.source.text[note.span.start : note.span.end], IN_CONDITIONS
        for section in [one for one in kinds if one in _MAKES][:_MOST_SECTIONS]:
            if refusal(self.journey.model, Renaming(section, name, name)) is not None:
                continue
            edits = self._declared(section, name, note.span.source)
            if edits is not None:
                title = self.speaker.phrase(_MAKES[section].template).format(name=name)
                yield Action(title, "create", edits, note)

    def _declared(self, section: str, name: str, source: Source) -> tuple[TextEdit, ...] | None:
        """A new element at the end of its section; of none, in a new one at the end of the file."""
        heading = self.journey.model.workspace.sections.headings.get(section)
        if heading is not None and heading.source in self.journey.model.workspace.own:
            splice = self._splice((section,), Line(name, "{}" if section != "stages" else None))
            if splice is not None:
                return splice.edits
        line_end = line_end_of(source.text, len(source.text))
        begin = "" if source.text.endswith(("\n", "\r")) or not source.text else line_end
        end = Span(source, len(source.text), len(source.text))
        gap = "" if not source.text.strip() or source.text.endswith(line_end * 2) else line_end
        written = f"{begin}{gap}{section}:{line_end}  {name}: {{}}{line_end}"
        return (TextEdit(end, written),)

    def _ignore(self, note: Note) -> Iterator[Action]:
        if note.code.startswith(_NEVER_IGNORED) and note.code != "PC9":
            return
        path = _around(note.finding.path)
        if path is None or note.finding.members:
            return
        why = json.dumps(self.speaker.render(say("say here why this is fine")), ensure_ascii=False)
        there = self.journey.model.workspace.sections.node((*path, "ignore"))
        written = f"{{because: {why}}}"
        splice = (
            self._splice((*path, "ignore"), Line(note.rule, written))
            if there is not None
            else self._splice(path, Line("ignore", f"{{{note.rule}: {written}}}"))
        )
        if splice is not None:
            title = say('Ignore "{rule}" here, with a reason', rule=note.rule)
            yield Action(self.speaker.render(title), "ignore", splice.edits, note)

    def _splice(self, path: SymbolicPath, line: Line) -> Splice | None:
        repair = Repair("unsafe", (Insert(path, line),))
        return Resolver.of(self.journey.model, self.speaker.render).splice(repair)


def _around(path: SymbolicPath) -> SymbolicPath | None:
    """The map around a place that can hold an ``ignore``: an exit, else an element, else the process."""
    if len(path) >= 4 and path[0] == "stages" and path[2] == "exits":
        return path[:4]
    if len(path) >= 2 and path[0] in SECTIONS:
        return path[:2]
    return ("process",) if path[:1] == ("process",) else None


def changed_files(edits: Iterable[TextEdit]) -> dict[Path, list[TextEdit]]:
    """Edits by file, in order."""
    found: dict[Path, list[TextEdit]] = {}
    for edit in sorted(edits, key=lambda one: (one.span.source.path, one.span.start)):
        found.setdefault(edit.span.source.path, []).append(edit)
    return found
