"""One finding as an item of a list in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.lint.finding import Finding, Relation
from processctl.lint.result import Result
from processctl.reports.markdown_text import code, folded, shown
from processctl.reports.telling import Telling
from processctl.reports.words import story
from processctl.texts import say

_LONGEST_LINE = 300
_SHOWN = 20  # members and other places


def finding_block(telling: Telling, result: Result, finding: Finding, *, whole: bool) -> str:
    """A finding with its story folded; in one line where it may not be ``whole``."""
    words = telling.words
    head = f"- **{finding.code}** {_place(telling, finding)}"
    message = words(finding.message)
    if not whole:
        cut = message if len(message) <= _LONGEST_LINE else f"{message[:_LONGEST_LINE]}…"
        return f"{head} {shown(cut)}"
    lines = [f"{head} {shown(message)}"]
    if finding.hint is not None:
        lines.append(f"  <br>→ {shown(words(finding.hint))}")
    told = "\n".join(f"- {line}" for line in _told(telling, result, finding))
    if told:
        title = words(say("What happens")) if finding.story else words(say("Where"))
        lines += ["", _indented(folded(title, told)), ""]
    return "\n".join(lines)


def silenced_line(telling: Telling, finding: Finding) -> str:
    """A finding that an ignore hides, and why."""
    line = (
        f"- **{finding.code}** {_place(telling, finding)} {shown(telling.words(finding.message))}"
    )
    if finding.because is None:
        return line
    return f"{line}\n  <br>→ {shown(telling.words(finding.because))}"


def _place(telling: Telling, finding: Finding | Relation) -> str:
    line, _ = finding.span.first
    return code(f"{telling.path(finding.span.source)}:{line}")


def _told(telling: Telling, result: Result, finding: Finding) -> Iterator[str]:
    for line in story(telling, result, finding):
        yield shown(line)
    others: list[Relation | Finding] = [*finding.related, *finding.members]
    for one in others[:_SHOWN]:
        yield f"{_place(telling, one)} {shown(telling.words(one.message))}"
    if len(others) > _SHOWN:
        yield shown(telling.words(say("and {count} more", count=len(others) - _SHOWN)))


def _indented(text: str) -> str:
    """As part of an item: every line that holds something stands below the item's text."""
    return "\n".join(f"  {line}" if line else line for line in text.split("\n"))
