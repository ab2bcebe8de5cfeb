"""A result as plain data, and back: what the cache keeps.

Plain data has nothing in it that could run. What is read back is checked on the way: whatever has
another form raises, and the cache takes it for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

from processctl.lint.finding import Finding, Relation
from processctl.lint.result import Answer, Phase, Result, Scope, Verdict
from processctl.reading.edit import TextEdit
from processctl.reading.source import Source, Span
from processctl.repair.mend import Mend
from processctl.repair.splice import Splice
from processctl.texts import Argument, Listing, Message, Quantity, Text
from processctl.texts.severity import SEVERITIES

Plain: TypeAlias = "bool | int | str | Sequence[Plain] | Mapping[str, Plain] | None"
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
            "title": _of_text(scope.title),
            "languages": list(scope.languages),
            "sources": [list(self.places[source.path]) for source in scope.sources],
            "passed_over": scope.passed_over,
            "stages": scope.stages,
            "stage_titles": {name: _of_text(title) for name, title in scope.stage_titles.items()},
            "fail_on": scope.fail_on,
            "findings": [self._of_finding(one) for one in result.findings],
            "silenced": [self._of_finding(one) for one in result.silenced],
            "answers": [[one.id, one.phase, _of(one.words), one.verdict] for one in result.answers],
        }

    def _of_finding(self, finding: Finding) -> Plain:
        return {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity,
            "message": _of(finding.message),
            "span": self._of_span(finding.span),
            "element": finding.element,
            "path": list(finding.path),
            "hint": _of(finding.hint) if finding.hint is not None else None,
            "related": [[_of(one.message), self._of_span(one.span)] for one in finding.related],
            "witness": list(finding.witness),
            "ids": list(finding.ids),
            "ordinal": finding.ordinal,
            "members": [self._of_finding(one) for one in finding.members],
            "mend": self._of_mend(finding.mend) if finding.mend is not None else None,
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
        held = _map(plain)
        scope = Scope(
            root=root,
            title=_text(held["title"]),
            languages=_words(held["languages"]),
            sources=tuple(self._source(_list(one)) for one in _list(held["sources"])),
            passed_over=_whole(held["passed_over"]),
            stages=_whole(held["stages"]),
            stage_titles={name: _text(one) for name, one in _map(held["stage_titles"]).items()},
            fail_on=None if held["fail_on"] is None else _word(held["fail_on"]),
        )
        return Result(
            scope,
            tuple(self._finding(one) for one in _list(held["findings"])),
            tuple(self._finding(one) for one in _list(held["silenced"])),
            tuple(_answer(_list(one)) for one in _list(held["answers"])),
            failed=False,
            read_today=read_today,
        )

    def _finding(self, plain: Plain) -> Finding:
        held = _map(plain)
        severity = next(one for one in SEVERITIES if one == held["severity"])
        return Finding(
            code=_word(held["code"]),
            name=_word(held["name"]),
            severity=severity,
            message=_message(held["message"]),
            span=self._span(_list(held["span"])),
            element=_word(held["element"]),
            path=tuple(_step(step) for step in _list(held["path"])),
            hint=None if held["hint"] is None else _message(held["hint"]),
            related=tuple(
                Relation(_message(words), self._span(_list(span)))
                for words, span in map(_list, _list(held["related"]))
            ),
            witness=_words(held["witness"]),
            ids=_words(held["ids"]),
            ordinal=_whole(held["ordinal"]),
            members=tuple(self._finding(one) for one in _list(held["members"])),
            mend=None if held["mend"] is None else self._mend(_map(held["mend"])),
        )

    def _mend(self, held: Mapping[str, Plain]) -> Mend:
        edits = tuple(
            TextEdit(self._span(_list(span)), _word(text))
            for span, text in map(_list, _list(held["edits"]))
        )
        return Mend("safe" if held["kind"] == "safe" else "unsafe", Splice(edits, ()))

    def _source(self, plain: Sequence[Plain]) -> Source:
        root, name = plain
        return self.sources[_whole(root), _word(name)]

    def _span(self, plain: Sequence[Plain]) -> Span:
        *place, start, end = plain
        return Span(self._source(place), _whole(start), _whole(end))


def _of(argument: Argument) -> Plain:
    if isinstance(argument, str | int):
        return argument
    if isinstance(argument, Text):
        return {"text": _of_text(argument)}
    if isinstance(argument, Quantity):
        return {"one": argument.one, "many": argument.many, "count": argument.count}
    if isinstance(argument, Listing):
        items = [_of(item) for item in argument.items]
        return {"items": items, "word": argument.word, "quoted": argument.quoted}
    return {
        "say": argument.template,
        "with": {name: _of(value) for name, value in argument.arguments},
        "in": [list(version) for version in argument.versions],
    }


def _of_text(text: Text) -> Plain:
    return [list(version) for version in text.versions]


def _argument(plain: Plain) -> Argument:
    if isinstance(plain, str | int):
        return plain
    held = _map(plain)
    if "text" in held:
        return _text(held["text"])
    if "count" in held:
        return Quantity(_word(held["one"]), _word(held["many"]), _whole(held["count"]))
    if "items" in held:
        items = tuple(_argument(item) for item in _list(held["items"]))
        return Listing(items, "or" if held["word"] == "or" else "and", held["quoted"] is True)
    return _message(plain)


def _message(plain: Plain) -> Message:
    held = _map(plain)
    arguments = {name: _argument(one) for name, one in _map(held["with"]).items()}
    return Message(_word(held["say"]), tuple(sorted(arguments.items())), _text(held["in"]).versions)


def _text(plain: Plain) -> Text:
    versions = (_words(version) for version in _list(plain))
    return Text(tuple((language, words) for language, words in versions))


def _answer(plain: Sequence[Plain]) -> Answer:
    name, phase, words, verdict = plain
    # which phases and verdicts there are is the business of those who wrote them
    known = cast("Phase", _whole(phase)), cast("Verdict", _word(verdict))
    return Answer(_word(name), known[0], _message(words), known[1])


def _map(plain: Plain) -> Mapping[str, Plain]:
    if not isinstance(plain, dict):
        raise ValueError("a map is wanted")  # noqa: TRY004 - one kind of error for whoever asks
    return plain


def _list(plain: Plain) -> Sequence[Plain]:
    if not isinstance(plain, list):
        raise ValueError("a list is wanted")  # noqa: TRY004 - see above
    return plain


def _word(plain: Plain) -> str:
    if not isinstance(plain, str):
        raise ValueError("a text is wanted")  # noqa: TRY004 - see above
    return plain


def _whole(plain: Plain) -> int:
    if not isinstance(plain, int):
        raise ValueError("a number is wanted")  # noqa: TRY004 - see above
    return plain


def _step(plain: Plain) -> str | int:
    return plain if isinstance(plain, int) else _word(plain)


def _words(plain: Plain) -> tuple[str, ...]:
    return tuple(_word(one) for one in _list(plain))
