"""For GitHub: workflow commands that put each finding on its line of a pull request.

The form: docs.github.com, "Workflow commands for GitHub Actions". Only ten annotations of a kind are
shown for a step, so errors come first, and the first notice says what is not shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reports.telling import Telling
from processctl.texts import Listing, Quantity, say
from processctl.texts.severity import SEVERITIES, Severity

SHOWN = 10
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def github_lines(telling: Telling) -> Iterator[str]:
    """One workflow command for each finding, and one for those that will not be shown."""
    found: dict[Severity, list[str]] = {severity: [] for severity in SEVERITIES}
    for result in telling.results:
        for finding in result.findings:
            found[finding.severity].append(_command(telling, result, finding))
    hidden = _hidden(telling, {severity: len(commands) for severity, commands in found.items()})
    yield from (*found["error"], *found["warning"], *hidden, *found["info"])


def _hidden(telling: Telling, counts: dict[Severity, int]) -> Iterator[str]:
    """A notice of how many annotations GitHub leaves out, itself among them."""
    over = {severity: max(0, count - SHOWN) for severity, count in counts.items()}
    if not any(over.values()):
        return
    over["info"] = max(0, counts["info"] + 1 - SHOWN)
    parts = (
        Quantity("{count} error", "{count} errors", over["error"]),
        Quantity("{count} warning", "{count} warnings", over["warning"]),
        Quantity("{count} note", "{count} notes", over["info"]),
    )
    message = say(
        "GitHub shows ten annotations of a kind for a step; only in the log: {findings}.",
        findings=Listing(tuple(part for part in parts if part.count), quoted=False),
    )
    yield f"::notice title=processctl::{_data(telling.words(message))}"


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
