"""Places as the protocol counts them, and as we do: the one module that knows of code units."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from lsprotocol.types import Position, PositionEncodingKind, Range

from processctl.reading.source import Source, Span

Encoding: TypeAlias = PositionEncodingKind | Literal["utf-8", "utf-16", "utf-32"] | str
BYTE_ORDER_MARK = "\ufeff"
_WIDTHS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def units(text: str, encoding: str) -> int:
    """How many code units a text takes."""
    if text.isascii() or encoding == "utf-32":
        return len(text)
    codec, width = _WIDTHS.get(encoding, _WIDTHS["utf-16"])
    return len(text.encode(codec, "surrogatepass")) // width


class Positions:
    """Converts places between a client and offsets in characters.

    A byte order mark is no part of a source. ``marked`` are the files that have one in the client's
    eyes, where it takes a place on the first line.
    """

    def __init__(self, encoding: Encoding = PositionEncodingKind.Utf16) -> None:
        self.encoding = str(getattr(encoding, "value", encoding))
        self.marked: set[Path] = set()

    def _before(self, source: Source, line: int) -> int:
        """The code units that the client counts before a line, from 1, begins for us."""
        at_mark = line == 1 and source.path in self.marked
        return units(BYTE_ORDER_MARK, self.encoding) if at_mark else 0

    def offset(self, source: Source, position: Position) -> int:
        """The offset of a position; one behind a line's end, or the text's, is its end."""
        if position.line >= source.lines:
            return len(source.text)
        line = source.line(position.line + 1)
        start = source.start_of(position.line + 1)
        left = max(0, position.character - self._before(source, position.line + 1))
        if line.isascii() or self.encoding == "utf-32":
            return start + min(left, len(line))
        for number, sign in enumerate(line):
            left -= units(sign, self.encoding)
            if left < 0:
                return start + number
        return start + len(line)

    def position(self, source: Source, offset: int) -> Position:
        """The position of an offset."""
        line, column = source.position(offset)
        start = source.start_of(line)
        here = units(source.text[start : start + column - 1], self.encoding)
        return Position(line - 1, self._before(source, line) + here)

    def range(self, span: Span) -> Range:
        """A stretch of a file."""
        return Range(self.position(span.source, span.start), self.position(span.source, span.end))
