"""For programs: the result as JSON.

The form is a promise of its own, apart from the classes inside: ``version`` is raised when a key is
taken away or changes its meaning; keys may be added. docs/json.md describes it.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, TypedDict

from processctl import __version__
from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reading.source import Span
from processctl.reports.json_text import json_text
from processctl.reports.telling import Telling, plain, relative

if TYPE_CHECKING:
    from processctl.lint.fix import Outcome, Undone

VERSION = 1


class Position(TypedDict):
    """Line and column from 1, the column in characters."""

    line: int
    column: int


class Location(TypedDict):
    """A stretch of a file; the end is behind the last character."""

    file: str
    start: Position
    end: Position


def json_report(telling: Telling) -> str:
    """The results as one JSON document, keys in a fixed order."""
    document = {
        "version": VERSION,
        "tool": {"name": "processctl", "version": __version__},
        "language": telling.language,
        "workspaces": [
            _workspace(telling, result, telling.outcomes[number] if telling.outcomes else None)
            for number, result in enumerate(telling.results)
        ],
        "passed_over": [relative(path, telling.base) for path in telling.passed_over],
    }
    return json_text(document)


def _workspace(telling: Telling, result: Result, outcome: Outcome | None) -> dict[str, object]:
    scope = result.scope
    return {
        "root": relative(scope.root, telling.base),
        "files": [telling.path(source) for source in scope.sources],
        "passed_over_files": scope.passed_over,
        "stages": scope.stages,
        "counts": {
            "error": result.count("error"),
            "warning": result.count("warning"),
            "info": result.count("info"),
            "silenced": len(result.silenced),
            "known": len(result.known),
            "earlier": len(result.earlier),
        },
        "findings": [_finding(telling, finding) for finding in result.findings],
        "silenced": [_finding(telling, finding, mendable=False) for finding in result.silenced],
        "known": [_finding(telling, finding) for finding in result.known],
        "stale": [
            {key: plain(value) for key, value in asdict(entry).items()} for entry in result.stale
        ],
        "since": plain(result.since) if result.since is not None else None,
        "earlier": [_finding(telling, finding) for finding in result.earlier],
        "fixed": [_finding(telling, one, mendable=False) for one in outcome.fixed]
        if outcome
        else [],
        "undone": [_undone(telling, one) for one in outcome.undone] if outcome else [],
    }


def _undone(telling: Telling, undone: Undone) -> dict[str, object]:
    return {
        "finding": _finding(telling, undone.finding, mendable=False),
        "brought": _finding(telling, undone.brought, mendable=False),
    }


def _finding(telling: Telling, finding: Finding, *, mendable: bool = True) -> dict[str, object]:
    words = telling.words
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": words(finding.message),
        "hint": words(finding.hint) if finding.hint is not None else None,
        "element": words(finding.element),
        "location": _location(telling, finding.span),
        "related": [
            {"message": words(one.message), "location": _location(telling, one.span)}
            for one in finding.related
        ],
        "witness": [words(stage) for stage in finding.witness],
        "case": {
            name: list(value) if isinstance(value, tuple) else value for name, value in finding.case
        },
        "story": [words(one) for one in finding.story],
        "fingerprint": finding.fingerprint,
        "because": words(finding.because) if finding.because is not None else None,
        "fix": _fix(telling, finding) if mendable else None,
        "members": [_finding(telling, member, mendable=mendable) for member in finding.members],
    }


def _fix(telling: Telling, finding: Finding) -> object:
    """What would mend a finding that is still there, as edits of text."""
    mend = finding.mend
    if mend is None:
        return None
    edits = mend.splice.edits
    return {
        "safe": mend.kind == "safe",
        "edits": [{**_location(telling, edit.span), "text": edit.text} for edit in edits],
    }


def _location(telling: Telling, span: Span) -> Location:
    first, last = span.first, span.last
    return {
        "file": telling.path(span.source),
        "start": {"line": first[0], "column": first[1]},
        "end": {"line": last[0], "column": last[1]},
    }
