"""For programs: the result as JSON.

The form is a promise of its own, apart from the classes inside: ``version`` is raised when a key is
taken away or changes its meaning; keys may be added. docs/json.md describes it.
"""

from __future__ import annotations

import json
from typing import TypedDict

from processctl import __version__
from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reading.source import Span
from processctl.reports.telling import Telling, relative

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
        "workspaces": [_workspace(telling, result) for result in telling.results],
        "passed_over": [relative(path, telling.base) for path in telling.passed_over],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _workspace(telling: Telling, result: Result) -> dict[str, object]:
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
        },
        "findings": [_finding(telling, finding) for finding in result.findings],
        "silenced": [_finding(telling, finding) for finding in result.silenced],
    }


def _finding(telling: Telling, finding: Finding) -> dict[str, object]:
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
        "fingerprint": finding.fingerprint,
        "members": [_finding(telling, member) for member in finding.members],
    }


def _location(telling: Telling, span: Span) -> Location:
    first, last = span.first, span.last
    return {
        "file": telling.path(span.source),
        "start": {"line": first[0], "column": first[1]},
        "end": {"line": last[0], "column": last[1]},
    }
