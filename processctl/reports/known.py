"""What is known already and not shown, in words; and entries of a baseline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reports.telling import Telling, plain
from processctl.texts import Argument, Message, Quantity, say

if TYPE_CHECKING:
    from processctl.lint.baseline import Entry


def known_lines(telling: Telling, result: Result, *, verbose: bool) -> Iterator[str]:
    """How many findings are not shown, and why not; with ``verbose`` which."""
    told = (since_words(result), result.earlier), (baseline_words(result), result.known)
    for words, findings in told:
        if words is not None:
            yield telling.words(words)
            yield from _listed(telling, findings if verbose else ())


def known_words(result: Result) -> tuple[Message | Quantity, ...]:
    """The same as messages, for other forms of the report."""
    return tuple(one for one in (since_words(result), baseline_words(result)) if one is not None)


def since_words(result: Result) -> Message | None:
    """How much has come with a change, and how much was there; None where nothing was compared."""
    if result.since is None:
        return None
    new, old = len(result.findings), len(result.earlier)
    return say(
        '{new} with this change; {old} before ("{revision}").',
        new=Quantity("{count} finding comes", "{count} findings come", new),
        old=Quantity("{count} was there", "{count} were there", old),
        revision=result.since,
    )


def baseline_words(result: Result) -> Quantity | None:
    """How much the baseline hides; None where it hides nothing."""
    if not result.known:
        return None
    return Quantity(
        "{count} finding known from the baseline is not shown.",
        "{count} findings known from the baseline are not shown.",
        len(result.known),
    )


class Hidden(NamedTuple):
    """A finding that is not shown: what hides it, and why, in words, if that was said."""

    finding: Finding
    by: Literal["ignore", "baseline", "earlier"]
    reason: Argument | None


def hidden(result: Result) -> Iterator[Hidden]:
    """All findings that are not shown."""
    for finding in result.silenced:
        yield Hidden(finding, "ignore", finding.because)
    for finding in result.known:
        yield Hidden(finding, "baseline", say("It is known from the baseline."))
    for finding in result.earlier:
        before = say('It was there before this change ("{revision}").', revision=result.since or "")
        yield Hidden(finding, "earlier", before)


def _listed(telling: Telling, findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        line, column = finding.span.first
        place = f"{telling.path(finding.span.source)}:{line}:{column}"
        yield f"  {place}: {telling.words(finding.message)} [{finding.code} {finding.name}]"


def entry_line(entry: Entry, workspace: str | None, sign: str = " ") -> str:
    """One entry of a baseline on one line, with its workspace where there are several."""
    where = f"{workspace}: " if workspace is not None else ""
    element = f"{entry.element}: " if entry.element else ""
    return plain(f"{sign} {where}{entry.code} {entry.name}: {element}{entry.message}")
