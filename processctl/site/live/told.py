"""What the linter found, as the pages of a live site tell it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reports.summary import found
from processctl.reports.telling import Telling
from processctl.site.addresses import Section, page_of
from processctl.texts import Quantity, say
from processctl.texts.severity import SEVERITIES, Severity, severity_word

MOST = 100
"""So many findings are told: nobody reads more of them below a page."""
_SECTIONS: tuple[Section, ...] = ("stages", "roles", "teams", "people")


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words. ``address`` is that of the page it is about, if there is one."""

    severity: Severity
    word: str
    message: str
    hint: str
    place: str
    code: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings in one language: how many there are, what they say, and how many more are not told."""

    summary: str
    told: tuple[Told, ...]
    more: str


def findings_of(result: Result, base: Path, language: str, pages: Collection[str]) -> Findings:
    """The findings of a result, the gravest first.

    Args:
        result: what the linter came to.
        base: the folder that shown paths count from.
        language: that of the words, and of the pages they lead to.
        pages: the paths of the pages that there are.
    """
    telling = Telling((result,), base, language)
    graver = sorted(result.findings, key=lambda one: SEVERITIES.index(one.severity))
    over = len(graver) - MOST
    more = say(
        '{count}; "processctl lint" tells them all.',
        count=Quantity("{count} more finding", "{count} more findings", over),
    )
    return Findings(
        telling.words(found(result)),
        tuple(_told(one, telling, pages) for one in graver[:MOST]),
        telling.words(more) if over > 0 else "",
    )


def _told(finding: Finding, telling: Telling, pages: Collection[str]) -> Told:
    return Told(
        finding.severity,
        telling.words(severity_word(finding.severity)),
        telling.words(finding.message),
        telling.words(finding.hint) if finding.hint is not None else "",
        f"{telling.path(finding.span.source)}:{finding.span.first[0]}",
        finding.code,
        _address(finding, telling.language, pages),
    )


def _address(finding: Finding, language: str, pages: Collection[str]) -> str | None:
    """The page of the element that a finding stands in."""
    for section in _SECTIONS:
        if finding.path[:1] == (section,) and len(finding.path) > 1:
            path = f"{language}/{page_of(section, str(finding.path[1]))}"
            return f"/{path}" if path in pages else None
    return None
