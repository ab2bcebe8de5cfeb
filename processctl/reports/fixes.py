"""What was mended, what was taken back, and what could be mended, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reports.telling import Telling
from processctl.texts import Message, Quantity, say

if TYPE_CHECKING:
    from processctl.lint.fix import Outcome
    from processctl.rules.repair import Kind


def fix_lines(telling: Telling, outcome: Outcome) -> Iterator[str]:
    """One line for each file and kind of repair, then what was taken back."""
    by_file: dict[str, list[Finding]] = {}
    for finding in outcome.fixed:
        by_file.setdefault(telling.path(finding.span.source), []).append(finding)
    for file, findings in sorted(by_file.items()):
        safe = [one for one in findings if _kind(one) == "safe"]
        unsafe = [one for one in findings if _kind(one) == "unsafe"]
        if safe:
            count = Quantity("{count} finding", "{count} findings", len(safe))
            message = say(
                "{file}: fixed {count}: {rules}", file=file, count=count, rules=_rules(safe)
            )
            yield telling.words(message)
        if unsafe:
            yield telling.words(
                say("{file}: for you to complete: {rules}", file=file, rules=_rules(unsafe))
            )
    for one in outcome.undone:
        line, _ = one.finding.span.first
        yield telling.words(
            say(
                "{place}: the repair of {code} {name} was undone, for it would have brought: {harm}",
                place=f"{telling.path(one.finding.span.source)}:{line}",
                code=one.finding.code,
                name=one.finding.name,
                harm=one.brought.message,
            )
        )


def _rules(findings: list[Finding]) -> str:
    counts = Counter(f"{finding.code} {finding.name}" for finding in findings)
    return ", ".join(
        f"{rule} ({count})" if count > 1 else rule for rule, count in sorted(counts.items())
    )


def _kind(finding: Finding) -> Kind | None:
    return finding.mend.kind if finding.mend is not None else None


def fixable(result: Result) -> tuple[Quantity | Message, ...]:
    """How much of a result could be mended, safely and otherwise; nothing where nothing could."""
    counts = Counter(_kind(each) for one in result.findings for each in one.each)
    told: list[Quantity | Message] = []
    if counts["safe"]:
        told.append(
            Quantity(
                "{count} finding can be fixed with --fix.",
                "{count} findings can be fixed with --fix.",
                counts["safe"],
            )
        )
    if counts["unsafe"]:
        told.append(
            Quantity(
                "{count} finding can be prepared with --fix --unsafe, for you to complete.",
                "{count} findings can be prepared with --fix --unsafe, for you to complete.",
                counts["unsafe"],
            )
        )
    return tuple(told)
