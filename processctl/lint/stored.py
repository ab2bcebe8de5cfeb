"""A result as plain data, and back: what the cache keeps.

Plain data has nothing in it that could run. What is read back is checked on the way: whatever has
another form raises, and the cache takes it for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from processctl.lint.finding import Finding, Relation
from processctl.lint.plain import (
    Plain,
    as_list,
    as_map,
    as_step,
    as_whole,
    as_word,
    as_words,
    message,
    of,
    of_text,
    text,
)
from processctl.lint.result import Answer, Phase, Result, Scope, Verdict
from processctl.reading.edit import TextEdit
from processctl.reading.source import Source, Span
from processctl.repair.mend import Mend
from processctl.repair.splice import Splice
from processctl.texts.severity import SEVERITIES

if TYPE_CHECKING:
    from processctl.rules.rule import Written  # it loads all that rules look at

Place: TypeAlias = tuple[int, str]  # which root, and the name below it


@dataclass(frozen=True)
class Form:
    """Turns results into plain data and back; files are known by their places."""

    places: Mapping[Path, Place]
    sources: Mapping[Place, Source]

    def of_result(self, result: Result) -> Plain:
        """The whole result; how long rules took is forgotten."""
        scope = result.scope
        return {
            "title": of_text(scope.title),
            "languages": list(scope.languages),
            "sources": [list(self.places[source.path]) for source in scope.sources],
            "passed_over": scope.passed_over,
            "stages": scope.stages,
            "stage_titles": {name: of_text(title) for name, title in scope.stage_titles.items()},
            "stage_places": {
                name: self._of_span(span) for name, span in scope.stage_places.items()
            },
            "fail_on": scope.fail_on,
            "findings": [self._of_finding(one) for one in result.findings],
            "silenced": [self._of_finding(one) for one in result.silenced],
            "answers": [[one.id, one.phase, of(one.words), one.verdict] for one in result.answers],
            "explained": sorted(result.explained),
        }

    def _of_finding(self, finding: Finding) -> Plain:
        return {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity,
            "message": of(finding.message),
            "span": self._of_span(finding.span),
            "element": finding.element,
            "path": list(finding.path),
            "hint": of(finding.hint) if finding.hint is not None else None,
            "related": [[of(one.message), self._of_span(one.span)] for one in finding.related],
            "witness": list(finding.witness),
            "case": [[name, _of_value(value)] for name, value in finding.case],
            "story": [of(one) for one in finding.story],
            "ids": list(finding.ids),
            "ordinal": finding.ordinal,
            "members": [self._of_finding(one) for one in finding.members],
            "mend": self._of_mend(finding.mend) if finding.mend is not None else None,
            "because": of_text(finding.because) if finding.because is not None else None,
        }

    def _of_mend(self, mend: Mend) -> Plain:
        """What a report tells of it; a run that mends judges anew."""
        edits = [[self._of_span(edit.span), edit.text] for edit in mend.splice.edits]
        return {"kind": mend.kind, "edits": edits}

    def _of_span(self, span: Span) -> Plain:
        return [*self.places[span.source.path], span.start, span.end]

    def result(self, plain: Plain, root: Path, *, read_today: bool) -> Result:
        """The result again, of the workspace in the folder ``root``.

        Raises:
            ValueError: it has another form.
        """
        held = as_map(plain)
        scope = Scope(
            root=root,
            title=text(held["title"]),
            languages=as_words(held["languages"]),
            sources=tuple(self._source(as_list(one)) for one in as_list(held["sources"])),
            passed_over=as_whole(held["passed_over"]),
            stages=as_whole(held["stages"]),
            stage_titles={name: text(one) for name, one in as_map(held["stage_titles"]).items()},
            stage_places={
                name: self._span(as_list(span))
                for name, span in as_map(held["stage_places"]).items()
            },
            fail_on=None if held["fail_on"] is None else as_word(held["fail_on"]),
        )
        return Result(
            scope,
            tuple(self._finding(one) for one in as_list(held["findings"])),
            tuple(self._finding(one) for one in as_list(held["silenced"])),
            tuple(_answer(as_list(one)) for one in as_list(held["answers"])),
            failed=False,
            read_today=read_today,
            explained=frozenset(as_words(held["explained"])),
        )

    def _finding(self, plain: Plain) -> Finding:
        held = as_map(plain)
        severity = next(one for one in SEVERITIES if one == held["severity"])
        return Finding(
            code=as_word(held["code"]),
            name=as_word(held["name"]),
            severity=severity,
            message=message(held["message"]),
            span=self._span(as_list(held["span"])),
            element=as_word(held["element"]),
            path=tuple(as_step(step) for step in as_list(held["path"])),
            hint=None if held["hint"] is None else message(held["hint"]),
            related=tuple(
                Relation(message(words), self._span(as_list(span)))
                for words, span in map(as_list, as_list(held["related"]))
            ),
            witness=as_words(held["witness"]),
            case=tuple(
                (as_word(name), _value(value))
                for name, value in map(as_list, as_list(held["case"]))
            ),
            story=tuple(message(one) for one in as_list(held["story"])),
            ids=as_words(held["ids"]),
            ordinal=as_whole(held["ordinal"]),
            members=tuple(self._finding(one) for one in as_list(held["members"])),
            mend=None if held["mend"] is None else self._mend(as_map(held["mend"])),
            because=None if held["because"] is None else text(held["because"]),
        )

    def _mend(self, held: Mapping[str, Plain]) -> Mend:
        edits = tuple(
            TextEdit(self._span(as_list(span)), as_word(text))
            for span, text in map(as_list, as_list(held["edits"]))
        )
        return Mend("safe" if held["kind"] == "safe" else "unsafe", Splice(edits, ()))

    def _source(self, plain: Sequence[Plain]) -> Source:
        root, name = plain
        return self.sources[as_whole(root), as_word(name)]

    def _span(self, plain: Sequence[Plain]) -> Span:
        *place, start, end = plain
        return Span(self._source(place), as_whole(start), as_whole(end))


def _answer(plain: Sequence[Plain]) -> Answer:
    name, phase, words, verdict = plain
    # which phases and verdicts there are is the business of those who wrote them
    known = cast("Phase", as_whole(phase)), cast("Verdict", as_word(verdict))
    return Answer(as_word(name), known[0], message(words), known[1])


def _of_value(value: Written) -> Plain:
    return list(value) if isinstance(value, tuple) else value


def _value(plain: Plain) -> Written:
    if isinstance(plain, list):
        return as_words(plain)
    if plain is None or isinstance(plain, str | int):
        return plain
    raise ValueError("a value of a field is wanted")
