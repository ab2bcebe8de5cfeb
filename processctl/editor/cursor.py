"""Where in a process the cursor stands, read from a text that may be half written.

The reading goes by indentation, from the last line that begins in the first column: what a blank line
belongs to is said by nothing else, and a line that is no YAML yet must not hide those around it.
Decision 33 says why it is not left to a parser. It is lenient on purpose: whether the text is right is
for the linter to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.editor.blocks import COMMENT, LITERAL, PROPERTY, Blocks
from processctl.editor.flow import Flow, read_flow
from processctl.editor.marks import KEY, TOP_KEY, closing, unquoted
from processctl.reading.problem import Path

Role: TypeAlias = Literal["key", "value", "either", "none"]


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


def cursor_at(text: str, offset: int) -> Cursor:
    """Read what surrounds an offset of a text. Never raises."""
    offset = max(0, min(offset, len(text)))
    return _Reading(text, offset).cursor()


class _Reading(Blocks):
    """What is being written on the line with the offset."""

    def cursor(self) -> Cursor:
        first = at = self._section_start()
        while True:
            end = self._line_end(at)
            if self.offset <= end:
                return self._last(at, end)
            flow = self._line(at, end)
            if isinstance(flow, Flow):
                return self._in_flow(flow)
            last = self._last_element(end) if at == first else None
            at = last or self._next_line(flow if flow is not None else end)

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
        begins = self.text[here : here + 1]
        quote = begins if begins in ("'", '"') and here < self.offset else ""
        here = min(here, self.offset)
        return Cursor(
            self._path(), role, here + len(quote), self.offset, max(stop, self.offset),
            self._siblings(column, keys), quote, "", gap, found is not None, column,
        )  # fmt: skip

    def _after_key(self, at: int, end: int) -> Cursor:
        """The value that stands on the line of its key."""
        here = self._skip(at, min(end, self.offset))
        while (found := PROPERTY.match(self.text, here, end)) and found.end() <= self.offset:
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
        comment = COMMENT.search(self.text, here, end)
        if comment is not None and comment.start() < self.offset:
            return self._none()
        if here < self.offset and LITERAL.match(self.text[here:end]):
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
            found |= {unquoted(key[1]) for key in TOP_KEY.finditer(self.text)}
        return frozenset(found)

    def _path(self) -> Path:
        return tuple(frame.label for frame in self.frames)
