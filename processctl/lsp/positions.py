"""Places as the protocol counts them, and as we do: the one module that knows of code units."""

from __future__ import annotations

from typing import Literal, TypeAlias

from lsprotocol.types import Position, PositionEncodingKind, Range

from processctl.reading.source import Source, Span

Encoding: TypeAlias = PositionEncodingKind | Literal["utf-8", "utf-16", "utf-32"] | str
_WIDTHS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def units(text: str, encoding: str) -> int:
    """How many code units a text takes."""
    if text.isascii() or encoding == "utf-32":
        return len(text)
    codec, width = _WIDTHS.get(encoding, _WIDTHS["utf-16"])
    return len(text.encode(codec, "surrogatepass")) // width


class Positions:
    """Converts places between a client and offsets in characters."""

    def __init__(self, encoding: Encoding = PositionEncodingKind.Utf16) -> None:
        self.encoding = str(getattr(encoding, "value", encoding))

    def offset(self, source: Source, position: Position) -> int:
        """The offset of a position; one behind a line's end, or the text's, is its end."""
        if position.line >= source.lines:
            return len(source.text)
        line = source.line(position.line + 1)
        start = source.start_of(position.line + 1)
        if line.isascii() or self.encoding == "utf-32":
            return start + min(position.character, len(line))
        left = position.character
        for number, sign in enumerate(line):
            left -= units(sign, self.encoding)
            if left < 0:
                return start + number
        return start + len(line)

    def position(self, source: Source, offset: int) -> Position:
        """The position of an offset."""
        line, column = source.position(offset)
        start = source.start_of(line)
        return Position(line - 1, units(source.text[start : start + column - 1], self.encoding))

    def range(self, span: Span) -> Range:
        """A stretch of a file."""
        return Range(self.position(span.source, span.start), self.position(span.source, span.end))
