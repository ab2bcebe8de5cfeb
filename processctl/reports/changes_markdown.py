"""A comparison as a comment on a pull request, or the summary of a job.

A comment on GitHub holds 65,536 characters: the gravest changes come first, and what does not fit is
counted, and never cut in the middle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from processctl.compare.change import Change
from processctl.compare.difference import Difference
from processctl.reports.changes import SIGNS, Changes
from processctl.reports.markdown_text import code, fenced, folded, shown
from processctl.texts import Quantity, say

LONGEST = 65_000
OPEN = 12  # changes of a level that are not folded
Mermaid = Callable[[Difference, str], str | None]
"""Draws a comparison in a language; None where the drawing is too large."""


def changes_markdown(changes: Changes, mermaid: Mermaid) -> str:
    """The comparison as one document."""
    parts: list[str] = ["<!-- made by processctl -->"]
    room = LONGEST - 1_000  # for what is said of the rest
    left_out = 0
    for difference in changes.differences:
        for part in _parts(changes, difference, mermaid):
            if len(part) + 2 > room:
                left_out += 1
                continue
            room -= len(part) + 2
            parts.append(part)
    if left_out:
        more = say(
            "{count} parts are not told here, for a page holds only so much.", count=left_out
        )
        parts.append(f"**{shown(changes.words(more))}** `processctl diff`")
    return "\n\n".join(parts) + "\n"


def _parts(changes: Changes, difference: Difference, mermaid: Mermaid) -> Iterator[str]:
    sign = SIGNS[difference.level] if difference.level else "✓"
    title = changes.words(difference.title)[:200]
    whole = changes.whole(difference)
    yield f"## {sign} {shown(title)}: {shown(whole or changes.count(difference))}"
    yield f"{code(changes.root(difference))} · {code(changes.between())}"
    for line in changes.unread(difference):
        yield f"> **{shown(line)}**"
    first = changes.first(difference)
    if first:
        head = changes.words(say("First: this change itself says what is checked"))
        yield f"### {shown(head)}"
        yield "\n".join(_change(changes, one) for one in first)
    for level, several in changes.by_level(difference):
        rest = [one for one in several if one not in first]
        if not rest:
            continue
        yield f"### {SIGNS[level]} {shown(changes.head(level))}"
        open_ = 0 if level == "clarifying" else OPEN
        blocks = [_change(changes, one) for one in rest]
        yield from ["\n".join(blocks[:open_])] if blocks[:open_] else []
        if blocks[open_:]:
            folded_ones = len(blocks) - open_
            count = changes.words(
                say("{count} more", count=folded_ones)
                if open_
                else Quantity("{count} change", "{count} changes", folded_ones)
            )
            yield folded(count, "\n".join(blocks[open_:]))
    yield from _findings(changes, difference)
    drawn = mermaid(difference, changes.language) if difference.comparison is not None else None
    if drawn is not None:
        head = changes.words(say("Both states in one drawing"))
        yield folded(head, fenced(drawn, "mermaid"))


def _change(changes: Changes, change: Change) -> str:
    message = shown(changes.words(change.message))
    lines = [f"- {SIGNS[change.level]} **{message}** {code(change.kind.code)} {change.kind.name}"]
    lines += [shown(detail) for detail in changes.details(change)]
    was_and_now = changes.lines_of(change)
    if was_and_now is not None:
        was, now = was_and_now
        lines.append(f"{code(was)} → {code(now)}")
    spots = changes.spots(change)
    if spots:
        lines.append(f"<sub>{shown(spots)}</sub>")
    return "<br>\n  ".join(lines)


def _findings(changes: Changes, difference: Difference) -> Iterator[str]:
    head = changes.findings_head(difference)
    if head is None:
        return
    lines = [
        *(f"- **+** {shown(changes.finding(one))}" for one in difference.brought),
        *(f"- **−** {shown(changes.finding(one, changes.old))}" for one in difference.mended),  # noqa: RUF001 - a minus
    ]
    yield f"### {shown(head)}"
    yield "\n".join(lines[:OPEN])
    if lines[OPEN:]:
        count = changes.words(say("{count} more", count=len(lines) - OPEN))
        yield folded(count, "\n".join(lines[OPEN:]))
