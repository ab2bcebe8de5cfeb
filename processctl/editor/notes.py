"""Findings as an editor shows them: a stretch of a file, and all that is to be said in one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reading.source import Span
from processctl.reports.telling import Telling
from processctl.texts import say
from processctl.texts.severity import Severity

Tag: TypeAlias = Literal["unnecessary", "deprecated"]

MOST_RELATED = 20
# What can be left out without a loss is shown paler; only for rules that say just that.
_UNNECESSARY = frozenset({
    "unused-declaration", "field-never-used", "never-taken", "part-without-effect",
    "ignore-without-effect", "same-criterion-twice", "same-transition-twice",
})  # fmt: skip
_DEPRECATED = frozenset({"ignore-expired"})


@dataclass(frozen=True, slots=True)
class Note:
    """What is shown at one stretch of a file, in a reader's language."""

    span: Span
    severity: Severity
    code: str
    rule: str
    message: str
    related: tuple[tuple[Span, str], ...]
    tags: tuple[Tag, ...]
    finding: Finding


def notes_of(result: Result, language: str) -> Iterator[Note]:
    """The findings of a result, each at its place; those that the linter says at once as well."""
    telling = Telling((result,), result.scope.root, language)
    for finding in result.findings:
        yield _note(telling, result, finding)


def _note(telling: Telling, result: Result, finding: Finding) -> Note:
    related = [(one.span, telling.words(one.message)) for one in finding.related]
    for member in finding.members:
        related.append((member.span, telling.words(member.message)))
    return Note(
        finding.span,
        finding.severity,
        finding.code,
        finding.name,
        "\n".join(_lines(telling, result, finding)),
        tuple(related[:MOST_RELATED]),
        _tags(finding),
        finding,
    )


def _lines(telling: Telling, result: Result, finding: Finding) -> Iterator[str]:
    """What the report for a terminal says of a finding, without its places."""
    yield telling.words(finding.message)
    if finding.witness:
        yield telling.way(result, finding)
    for sentence in finding.story:
        yield telling.words(sentence)
    if finding.hint is not None:
        yield f"{telling.words(say('help'))}: {telling.words(finding.hint)}"


def _tags(finding: Finding) -> tuple[Tag, ...]:
    if finding.name in _UNNECESSARY:
        return ("unnecessary",)
    return ("deprecated",) if finding.name in _DEPRECATED else ()


def by_file(notes: Iterator[Note]) -> dict[Path, list[Note]]:
    """Notes by the file that they stand in, in order."""
    found: dict[Path, list[Note]] = {}
    for note in notes:
        found.setdefault(note.span.source.path, []).append(note)
    return found
