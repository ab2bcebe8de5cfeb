"""For a comment on a pull request and the summary of a job: the result as Markdown.

A comment on GitHub holds 65,536 characters. The gravest findings come first; what does not fit is
counted, and never cut in the middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reports.fixes import fixable
from processctl.reports.known import known_words
from processctl.reports.markdown_finding import finding_block, silenced_line
from processctl.reports.markdown_text import fenced, folded, shown
from processctl.reports.summary import found, scope
from processctl.reports.telling import Telling
from processctl.texts import Message, Quantity, say
from processctl.texts.severity import SEVERITIES, Severity

LONGEST = 65_000
OPEN = 10  # findings of a severity that are not folded
_LONGEST_TITLE = 200
_PLURALS: dict[Severity, Message] = {
    "error": say("Errors"), "warning": say("Warnings"), "info": say("Notes"),
}  # fmt: skip


@dataclass(frozen=True)
class _Chosen:
    """What is told of a workspace: its head, findings by severity, and what stands behind them."""

    head: str
    findings: dict[Severity, list[str]]
    behind: list[str]


def markdown_report(telling: Telling, drawings: Sequence[str | None]) -> str:
    """The results as one document; ``drawings`` are Mermaid, one for each, None where none fits."""
    room = LONGEST - 1_000  # for what is said of the whole, and headings
    chosen = []
    for result in telling.results:
        head = _head(telling, result)
        room -= len(head) + 200
        if room >= LONGEST // 4:
            chosen.append(_Chosen(head, {severity: [] for severity in SEVERITIES}, []))
    left_out = 0
    for severity, number, finding in _gravest_first(telling):
        block = _fitting(telling, telling.results[number], finding, room)
        if number >= len(chosen) or block is None:
            left_out += 1
            continue
        room -= len(block) + 2
        chosen[number].findings[severity].append(block)
    if left_out == 0:
        for one, extra in zip(chosen, _extras(telling, drawings), strict=False):
            for block, otherwise in extra:
                fits = block if len(block) + 2 <= room else otherwise
                room -= len(fits) + 2
                one.behind.append(fits)
    return "\n\n".join(_document(telling, chosen, left_out))


def _document(telling: Telling, chosen: list[_Chosen], left_out: int) -> Iterator[str]:
    words = telling.words
    yield "<!-- made by processctl -->"
    if not telling.results:
        yield f"## {words(say('No process was found to look at.'))}"
    for one in chosen:
        yield one.head
        for severity in SEVERITIES:
            blocks = one.findings[severity]
            if blocks:
                yield f"### {words(_PLURALS[severity])}"
                yield from _part(telling, severity, blocks)
        yield from one.behind
    without = len(telling.results) - len(chosen)
    if without:
        more = Quantity("{count} more workspace", "{count} more workspaces", without)
        yield shown(words(say("{workspaces} not told here.", workspaces=more)))
    if left_out:
        more = Quantity("{count} more finding", "{count} more findings", left_out)
        told = say("{findings} not told here, for a page holds only so much.", findings=more)
        yield f"**{shown(words(told))}** {shown(words(say('All of them:')))} `processctl lint --verbose`"


def _part(telling: Telling, severity: Severity, blocks: list[str]) -> Iterator[str]:
    """Findings of a severity; notes are folded, and of many the later ones."""
    open_ = 0 if severity == "info" else OPEN
    if len(blocks) <= open_ + 1 and severity != "info":
        open_ = len(blocks)
    if blocks[:open_]:
        yield "\n".join(blocks[:open_])
    rest = blocks[open_:]
    if rest:
        count = (
            Quantity("{count} more", "{count} more", len(rest))
            if open_
            else Quantity("{count} note", "{count} notes", len(rest))
        )
        yield folded(telling.words(count), "\n".join(rest))


def _head(telling: Telling, result: Result) -> str:
    """The title with what was found, and what was looked at."""
    words = telling.words
    title = words(result.scope.title)
    cut = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"
    sign = "✗" if result.fails(telling.fail_on) else "✓"
    told = [f"{', '.join(words(part) for part in scope(result))}."]
    told += [words(one) for one in (*known_words(result), *fixable(result))]
    return f"## {sign} {shown(cut)}: {shown(words(found(result)))}\n\n{shown(' '.join(told))}"


def _gravest_first(telling: Telling) -> Iterator[tuple[Severity, int, Finding]]:
    for severity in SEVERITIES:
        for number, result in enumerate(telling.results):
            for finding in result.findings:
                if finding.severity == severity:
                    yield severity, number, finding


def _fitting(telling: Telling, result: Result, finding: Finding, room: int) -> str | None:
    """A finding with all that is said of it, else in one line, else nothing."""
    for whole in (True, False):
        block = finding_block(telling, result, finding, whole=whole)
        if len(block) + 2 <= room:
            return block
    return None


def _extras(telling: Telling, drawings: Sequence[str | None]) -> Iterator[list[tuple[str, str]]]:
    """What stands behind the findings of each workspace, and what is said where it does not fit."""
    words = telling.words
    for result, drawing in zip(telling.results, drawings, strict=True):
        extra = []
        if result.silenced:
            lines = "\n".join(silenced_line(telling, one) for one in result.silenced)
            count = say("{count} silenced", count=len(result.silenced))
            extra.append((folded(words(count), lines), shown(words(count))))
        too_large = (
            f"{shown(words(say('The drawing is too large for this page.')))}"
            " `processctl render -o journey.svg`"
        )
        if drawing is not None:
            block = folded(words(say("The journey")), fenced(drawing, "mermaid"))
            extra.append((block, too_large))
        elif result.scope.stages:
            extra.append((too_large, too_large))
        yield extra
