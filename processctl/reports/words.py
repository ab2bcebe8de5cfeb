"""What several formats say of a finding in the same words."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reading.source import Span
from processctl.reports.telling import Telling
from processctl.texts import say


def place(telling: Telling, span: Span) -> str:
    """File, line and column."""
    line, column = span.first
    return f"{telling.path(span.source)}:{line}:{column}"


def details(telling: Telling, result: Result, finding: Finding) -> Iterator[str]:
    """All that is said of a finding behind its message, line by line."""
    words = telling.words
    yield from story(telling, result, finding)
    for relation in finding.related:
        yield f"{place(telling, relation.span)}: {words(relation.message)}"
    for member in finding.members:
        yield f"{place(telling, member.span)}: {words(member.message)}"
    if finding.hint is not None:
        yield f"{words(say('help'))}: {words(finding.hint)}"


def story(telling: Telling, result: Result, finding: Finding) -> Iterator[str]:
    """The way of stages that shows a finding, and what becomes of a case there."""
    if finding.witness:
        yield telling.way(result, finding)
    for sentence in finding.story:
        yield telling.words(sentence)
