"""Where in a process the cursor stands, read from a text that may be half written.

The reading goes by indentation, from the last line that begins in the first column: what a blank line
belongs to is said by nothing else, and a line that is no YAML yet must not hide those around it.
Decision 32 says why it is not left to a parser. It is lenient on purpose: whether the text is right is
for the linter to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from processctl.editor.flow import Flow, read_flow
from processctl.reading.problem import Path

Role: TypeAlias = Literal["key", "value", "either", "none"]

# A key, quoted or plain, with the colon that makes it one.
KEY = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#&*!|>'"%@`\[\]{},-][^#\r\n]*?|-[^\s#][^#\r\n]*?)[ \t]*:(?=\s|$)"""
)
_BLOCK = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")
_COMMENT = re.compile(r"(?:^|(?<=\s))#")
_PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*\s+")


@dataclass(frozen=True)
class Cursor:
    """What is being written at an offset.

    ``path`` leads to the value that is written (``value``), or to the map that gets a key (``key``);
    with ``either`` it may yet become one or the other. ``start`` and ``end`` are the stretch that is
    written, up to the offset and beyond; ``present`` are the keys that the map has elsewhere.
    ``quote`` is the mark that the stretch stands in, ``flow`` the brackets around it (``{`` or ``[``),
    ``gap`` whether a space is still wanted before it, ``colon`` whether one follows.
    """

    path: Path
    role: Role
    start: int
    offset: int
    end: int
    present: frozenset[str] = frozenset()
    quote: str = ""
    flow: str = ""
    gap: bool = False
    colon: bool = False
    column: int = 0


@dataclass
class _Frame:
    """A block map or list that is open: its column, the key or number of what is in it now."""

    column: int
    is_list: bool
    label: str | int
    keys: set[str] = field(default_factory=set)
    scalar: bool = False


def cursor_at(text: str, offset: int) -> Cursor:
    """Read what surrounds an offset of a text. Never raises."""
    offset = max(0, min(offset, len(text)))
    return _Reading(text, offset).cursor()


class _Reading:
    def __init__(self, text: str, offset: int) -> None:
        self.text, self.offset = text, offset
        self.frames: list[_Frame] = []
        self.block: tuple[int, int] | None = (
            None  # of a literal text: its parent's column, its start
        )

    def cursor(self) -> Cursor:
        at = self._section_start()
        while True:
            end = self._line_end(at)
            if self.offset <= end:
                return self._last(at, end)
            flow = self._line(at, end)
            if isinstance(flow, Cursor):
                return flow
            at = self._next_line(flow if flow is not None else end)

    # The lines before the cursor's.

    def _section_start(self) -> int:
        """The last line that begins in the first column, at or before the cursor's own line."""
        at = self._line_start(self.offset)
        own = at
        while at > 0:
            sign = self.text[at : at + 1]
            is_blank = at == own and not self.text[at : self._line_end(at)].strip()
            begins = sign not in ("", " ", "\t", "#", "-", "\n", "\r", "]", "}") and not is_blank
            if begins and (at != own or KEY.match(self.text, at)):
                return at
            at = self._line_start(at - 1)
        return 0

    def _line(self, at: int, end: int) -> Cursor | int | None:
        """Take in a whole line; what is in brackets may end on another one, or hold the cursor."""
        here = self._begin(at, end)
        if here is None:
            return None
        here = self._dashes(here, end)
        found = KEY.match(self.text, here, end)
        if found is None:
            return self._value(here, end)
        self._key(here - at, unquoted(found[1]))
        return self._value(found.end(), end)

    def _begin(self, at: int, end: int) -> int | None:
        """Where a line's content begins; None for one without, or inside a literal text."""
        here = self._skip(at, end)
        if here == end or self.text[here] == "#":
            return None
        if self.block is not None:
            if here - at > self.block[0]:
                return None
            self.block = None
        return here

    def _dashes(self, here: int, end: int) -> int:
        """Take in the dashes at the beginning of a line."""
        start = self._line_start(here)
        while self.text[here : here + 1] == "-" and self.text[here + 1 : here + 2] in (
            "",
            " ",
            "\t",
            "\n",
            "\r",
        ):
            self._dash(here - start)
            here = self._skip(min(here + 1, end), end)
        return here

    def _dash(self, column: int) -> None:
        while self.frames and self.frames[-1].column > column:
            self.frames.pop()
        top = self.frames[-1] if self.frames else None
        if top is not None and top.is_list and top.column == column:
            assert isinstance(top.label, int)  # noqa: S101 - a list counts
            top.label += 1
            top.scalar = False
        else:
            self.frames.append(_Frame(column, True, 0))

    def _key(self, column: int, name: str) -> None:
        self._down_to(column)
        top = self.frames[-1] if self.frames else None
        if top is None or top.column < column:
            self.frames.append(_Frame(column, False, name, {name}))
        else:
            top.label = name
            top.keys.add(name)
            top.scalar = False

    def _down_to(self, column: int) -> None:
        """Leave all that is further in than a column, and a list whose dashes would stand in it."""
        while self.frames and (
            self.frames[-1].column > column
            or (self.frames[-1].is_list and self.frames[-1].column == column)
        ):
            self.frames.pop()

    def _value(self, at: int, end: int) -> Cursor | int | None:
        """Take in what follows a key or dashes on a line."""
        here = self._skip(at, end)
        while found := _PROPERTY.match(self.text, here, end):
            here = found.end()
        rest = self.text[here:end]
        if not rest or rest.startswith("#"):
            return None
        if self.frames:
            self.frames[-1].scalar = True
        if _BLOCK.match(rest) and self.frames:
            self.block = (self._key_column(), self._next_line(end))
            return None
        if rest[0] in "{[":
            flow = read_flow(self.text, here, self.offset, self._key_column())
            return flow.end if flow.end is not None else self._in_flow(flow)
        return self._quoted_end(here, end) if rest[0] in "\"'" else None

    def _key_column(self) -> int:
        return self.frames[-1].column if self.frames else -1

    def _quoted_end(self, here: int, end: int) -> int | None:
        """The end of a quoted text that goes on over several lines."""
        at = closing(self.text, here, len(self.text))
        if at is None or at < end:
            return None
        return at if self.offset > at else None

    # The cursor's own line.

    def _last(self, at: int, end: int) -> Cursor:
        offset = self.offset
        indent = self._skip(at, offset) - at
        if self.block is not None and indent > self.block[0]:
            return Cursor(self._path(), "value", self.block[1], offset, offset)
        here = at + indent
        if here >= offset and self._skip(at, end) == end:
            return self._fresh(offset - at, offset)
        if self.text[here : here + 1] == "#" and here < offset:
            return Cursor((), "none", offset, offset, offset)
        start = here
        here = self._dashes(here, end) if here < offset else here
        if here > offset:  # between the dash and what follows it
            here = offset
        dashed = here > start
        after_dash = dashed and self.text[here - 1] == "-"
        found = KEY.match(self.text, here, end)
        if found is None or offset <= self._key_end(found):
            return self._word(here, at, end, found, gap=after_dash, dashed=dashed)
        self._key(here - at, unquoted(found[1]))
        return self._after_key(found.end(), end)

    def _key_end(self, found: re.Match[str]) -> int:
        return found.end(1)

    def _fresh(self, column: int, offset: int) -> Cursor:
        """A blank line, or an empty place behind dashes."""
        self._leave(column)
        top = self.frames[-1] if self.frames else None
        if top is None:
            return Cursor(
                (), "key", offset, offset, offset, self._siblings(0, set()), column=column
            )
        if top.column == column and not top.is_list:
            self.frames.pop()
            present = self._siblings(column, top.keys)
            return Cursor(self._path(), "key", offset, offset, offset, present, column=column)
        if top.column == column and top.is_list:
            return Cursor(self._path()[:-1], "none", offset, offset, offset, column=column)
        role: Role = "none" if top.scalar and not top.is_list else "either"
        present = self._siblings(column, set())
        return Cursor(self._path(), role, offset, offset, offset, present, column=column)

    def _leave(self, column: int) -> None:
        while self.frames and self.frames[-1].column > column:
            self.frames.pop()
        # Dashes may stand in the column of their key: what is written there is a key again.
        if len(self.frames) > 1:
            top, below = self.frames[-1], self.frames[-2]
            if top.is_list and top.column == column == below.column:
                self.frames.pop()

    def _word(
        self, here: int, at: int, end: int, found: re.Match[str] | None, *, gap: bool, dashed: bool
    ) -> Cursor:
        """A word that stands first on its line: a key so far as anybody knows, or a value."""
        if self.text[here : here + 1] in ("{", "["):
            return self._after_key(here, end)
        column = here - at
        if not dashed:
            self._leave(column)
        top = self.frames[-1] if self.frames else None
        inside = top is not None and top.column == column and not top.is_list
        keys = set(top.keys) if inside and top is not None else set()
        if inside:
            self.frames.pop()
        stop = found.end(1) if found else self._token_end(here, end)
        role: Role = "key" if inside or found or not self.frames else "either"
        quote = self.text[here] if self.text[here : here + 1] in ("'", '"') else ""
        return Cursor(
            self._path(), role, here + len(quote), self.offset, max(stop, self.offset),
            self._siblings(column, keys), quote, "", gap, found is not None, column,
        )  # fmt: skip

    def _after_key(self, at: int, end: int) -> Cursor:
        """The value that stands on the line of its key."""
        here = self._skip(at, min(end, self.offset))
        while (found := _PROPERTY.match(self.text, here, end)) and found.end() <= self.offset:
            here = found.end()
        gap = here == at and self.text[at - 1 : at] in (":", "-")
        first = self.text[here : here + 1]
        if here < self.offset and first in ("{", "["):
            flow = read_flow(self.text, here, self.offset, self._key_column())
            return self._in_flow(flow) if flow.end is None else self._none()
        if here < self.offset and first in ("'", '"'):
            stop = closing(self.text, here, end)
            if stop is not None and stop < self.offset:
                return self._none()
            return Cursor(
                self._path(),
                "value",
                here + 1,
                self.offset,
                end if stop is None else stop,
                quote=first,
            )
        comment = _COMMENT.search(self.text, here, end)
        if comment is not None and comment.start() < self.offset:
            return self._none()
        if here < self.offset and _BLOCK.match(self.text[here:end]):
            return self._none()
        return Cursor(
            self._path(), "value", here, self.offset, max(self._token_end(here, end), self.offset),
            gap=gap, column=self._key_column(),
        )  # fmt: skip

    def _in_flow(self, flow: Flow) -> Cursor:
        path = (*self._path(), *flow.path)
        role: Role = flow.role
        return Cursor(
            path, role, flow.start, self.offset, max(flow.stop, self.offset),
            frozenset(flow.present), flow.quote, flow.bracket, flow.gap, flow.colon,
        )  # fmt: skip

    def _none(self) -> Cursor:
        return Cursor(self._path(), "none", self.offset, self.offset, self.offset)

    def _siblings(self, column: int, above: set[str]) -> frozenset[str]:
        """The keys of a map that stand in a column, those below the cursor's line too."""
        found = set(above)
        at = self._next_line(self._line_end(self.offset))
        while at < len(self.text):
            end = self._line_end(at)
            here = self._skip(at, end)
            if here < end and self.text[here] != "#":
                if here - at < column or (here - at == column and self.text[here] == "-"):
                    break
                key = KEY.match(self.text, here, end) if here - at == column else None
                if key is not None:
                    found.add(unquoted(key[1]))
            following = self._next_line(end)
            if following == at:
                break
            at = following
        if not above and not self.frames and column == 0:
            found |= {unquoted(key[1]) for key in _TOP.finditer(self.text)}
        return frozenset(found)

    def _path(self) -> Path:
        return tuple(frame.label for frame in self.frames)

    # Places in the text.

    def _skip(self, at: int, end: int) -> int:
        while at < end and self.text[at] in " \t":
            at += 1
        return at

    def _token_end(self, here: int, end: int) -> int:
        comment = _COMMENT.search(self.text, here, end)
        stop = comment.start() if comment else end
        return here + len(self.text[here:stop].rstrip())

    def _line_start(self, at: int) -> int:
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def _line_end(self, at: int) -> int:
        ends = [end for end in (self.text.find("\n", at), self.text.find("\r", at)) if end >= 0]
        return min(ends, default=len(self.text))

    def _next_line(self, at: int) -> int:
        end = self._line_end(at)
        return min(end + (2 if self.text[end : end + 2] == "\r\n" else 1), len(self.text) + 1)


_TOP = re.compile(f"^{KEY.pattern}", re.MULTILINE)


def unquoted(raw: str) -> str:
    """A key without its quotation marks."""
    return raw[1:-1] if raw[:1] in ("'", '"') and raw[-1:] == raw[:1] and len(raw) > 1 else raw


def closing(text: str, at: int, end: int) -> int | None:
    """Where the quoted text that begins at an offset is closed."""
    quote = text[at]
    here = at + 1
    while here < end:
        if text[here] == "\\" and quote == '"':
            here += 2
            continue
        if text[here] == quote:
            if quote == "'" and text[here + 1 : here + 2] == "'":
                here += 2
                continue
            return here
        here += 1
    return None
