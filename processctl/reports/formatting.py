"""What a run of the formatter came to, in words, and the difference it makes to a file."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from processctl.reports.telling import plain
from processctl.reports.text import Paint
from processctl.texts import Argument, Quantity, Translator, say

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}
_HEADERS = ("--- ", "+++ ")
_NO_LINE_END = "\n\\ No newline at end of file\n"


@dataclass(slots=True)
class Tally:
    """How many files there were.

    ``left`` could not be read or written, ``passed_over`` belong to no process; ``dry``: nothing was
    to be written.
    """

    dry: bool
    changed: int = 0
    same: int = 0
    left: int = 0
    passed_over: int = 0

    def summary(self, translator: Translator) -> str:
        """The tally as a sentence."""
        changed, same = (_files(count) for count in (self.changed, self.same))
        parts: list[Argument] = [
            say("{files} would be reformatted", files=changed)
            if self.dry
            else say("{files} reformatted", files=changed),
            say("{files} would be left unchanged", files=same)
            if self.dry
            else say("{files} left unchanged", files=same),
        ]
        if self.left:
            parts.append(say("{files} not formatted", files=_files(self.left)))
        if self.passed_over:
            passed_over = _files(self.passed_over)
            parts.append(say("{files} of other tools passed over", files=passed_over))
        return ", ".join(map(translator.render, parts)) + "."


def _files(count: int) -> Quantity:
    return Quantity("{count} file", "{count} files", count)


def diff_lines(before: bytes, after: bytes, name: str) -> Iterator[str]:
    """A unified diff, line ends included; what it is made of can be applied as it is."""
    old, new = _lines(before), _lines(after)
    for line in difflib.unified_diff(old, new, fromfile=name, tofile=name):
        yield line if line.endswith("\n") else line + _NO_LINE_END


def painted(line: str, paint: Paint) -> str:
    """A line of a diff for a terminal, in colour and without its end."""
    text = plain(line.rstrip("\r\n"))
    if line.startswith(_HEADERS):
        return paint(text, bold=True)
    colour = _COLOURS.get(line[:1])
    return paint(text, fg=colour) if colour else text


def _lines(content: bytes) -> list[str]:
    """Lines with their ends; nothing but a line feed ends one, as for programs that apply a diff."""
    *lines, last = content.decode("utf-8").split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])
