"""For GitHub: workflow commands that put each finding on its line of a pull request.

The form: docs.github.com, "Workflow commands for GitHub Actions". Only ten annotations of a kind are
shown for a step, so errors come first.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reports.telling import Telling
from processctl.texts.severity import SEVERITIES, Severity

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def github_lines(telling: Telling) -> Iterator[str]:
    """One workflow command for each finding."""
    for severity in SEVERITIES:
        for result in telling.results:
            for finding in result.findings:
                if finding.severity == severity:
                    yield _command(telling, result, finding)


def _command(telling: Telling, result: Result, finding: Finding) -> str:
    words = telling.words
    (line, column), (last_line, last_column) = finding.span.first, finding.span.last
    properties = {
        "file": telling.path(finding.span.source),
        "line": str(line),
        "endLine": str(last_line),
        "title": f"{finding.code} {finding.name}",
    }
    if line == last_line:  # GitHub refuses columns of a stretch of several lines
        properties["col"] = str(column)
        properties["endColumn"] = str(max(last_column, column))
    body = words(finding.message)
    if finding.witness:
        body = f"{body}\n{telling.way(result, finding)}"
    for sentence in finding.story:
        body = f"{body}\n{telling.words(sentence)}"
    if finding.hint is not None:
        body = f"{body}\n{words(finding.hint)}"
    fields = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {fields}::{_data(body)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
