"""The text of a file, and places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_LINE_END = re.compile(r"\r\n|\n|\r")
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True)
class Source:
    """One file as it was read.

    ``path`` is where it lies; ``text`` is its content without a byte order mark.
    """

    path: Path
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both from 1, columns counted in characters."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def utf16_column(self, offset: int) -> int:
        """Column from 1 in UTF-16 code units, as editors count."""
        line, _ = self.position(offset)
        before = self.text[self._line_starts[line - 1] : offset]
        return len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1

    @property
    def lines(self) -> int:
        """How many lines there are, one behind the last line's end included."""
        return len(self._line_starts)

    def start_of(self, line: int) -> int:
        """The offset at which a line begins, counted from 1."""
        return self._line_starts[line - 1]

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def without_line(self, number: int) -> Source:
        """The same file without a line, whose end stays."""
        start = self.start_of(number)
        return Source(self.path, self.text[:start] + self.text[start + len(self.line(number)) :])


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file: character offsets, the end one past the last character."""

    source: Source
    start: int
    end: int

    @property
    def first(self) -> tuple[int, int]:
        """Line and column of the first character."""
        return self.source.position(self.start)

    @property
    def last(self) -> tuple[int, int]:
        """Line and column just behind the last character."""
        return self.source.position(self.end)
