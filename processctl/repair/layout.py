"""How entries lie in a text: their lines, their indentation, and the comments that are their own.

Own are the comments of the line an entry ends in, those right above it in its column, and those
below it that are indented deeper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from processctl.repair.route import Link, Route

_BREAK = re.compile(r"\r\n|\n|\r")
_NO_BREAK = re.compile(r"[^\r\n]*")
_BLANK = re.compile(r"[ \t]*")
_COMMENT_LINE = re.compile(r"(?P<indent> *)#[^\r\n]*")
_REST_OF_ENTRY = re.compile(r"[ \t]*(?::[ \t]*)?(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_BEFORE_ENTRY = re.compile(r"[ ]*(?:-[ ]+)*\Z")


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, before its line break."""
    found = _NO_BREAK.match(text, offset)
    return found.end() if found else len(text)


def next_line(text: str, offset: int) -> int | None:
    """Where the line behind that of an offset begins; None if there is none."""
    found = _BREAK.match(text, line_end(text, offset))
    return found.end() if found else None


def column(text: str, offset: int) -> int:
    """How many characters stand before an offset in its line."""
    return offset - line_start(text, offset)


def begins_line(text: str, offset: int) -> bool:
    """Whether nothing but space stands before an offset in its line."""
    return not text[line_start(text, offset) : offset].strip(" \t")


@dataclass(frozen=True, slots=True)
class Block:
    """An entry of a block map or list with its own comments, from the first sign to the last.

    ``column`` is that of its key or dash.
    """

    start: int
    end: int
    column: int


def block_of(route: Route) -> Block | None:
    """The block of the last link of a way; None where something else stands in its lines."""
    start = _first_sign(route)
    if start is None:
        return None
    text = route.text
    end = end_of(text, route.here, column(text, start))
    if end is None:
        return None
    return Block(_own_above(text, start), end, column(text, start))


def end_of(text: str, link: Link, column_: int) -> int | None:
    """Where the block of an entry ends; None where something else stands behind it in its line."""
    rest = _REST_OF_ENTRY.match(text, link.end)
    return _own_below(text, rest.end(), column_) if rest else None


def _first_sign(route: Route) -> int | None:
    text, link, node = route.text, route.here, route.around
    if link.key is not None:
        before = text[line_start(text, link.start) : link.start]
        return link.start if _BEFORE_ENTRY.match(before) else None
    first: int = node[-2]
    dash = re.compile(rf"^[ -]{{{column(text, first)}}}-(?=[ \t\r\n])", re.MULTILINE)
    found = [match.end() - 1 for match in dash.finditer(text, line_start(text, first), link.start)]
    return found[-1] if found else None


def _own_above(text: str, start: int) -> int:
    """The first of the comments right above, in the same column."""
    if not begins_line(text, start):
        return start
    indent, here, first = column(text, start), line_start(text, start), start
    while here > 0:
        above = line_start(text, here - 1 - (text[here - 2 : here] == "\r\n"))
        comment = _COMMENT_LINE.match(text, above)
        if comment is None or len(comment["indent"]) != indent:
            break
        here, first = above, above + indent
    return first


def _own_below(text: str, end: int, column_: int) -> int:
    """The last of the comments below that are indented deeper than the entry."""
    here = next_line(text, end)
    while here is not None:
        comment = _COMMENT_LINE.match(text, here)
        if comment is not None and len(comment["indent"]) > column_:
            end = comment.end()
        elif not is_blank(text, here):
            break
        here = next_line(text, here)
    return end


def is_blank(text: str, offset: int) -> bool:
    """Whether the line that begins at an offset is empty."""
    found = _BLANK.match(text, offset)
    return found is not None and text[found.end() : found.end() + 1] in ("", "\n", "\r")
