"""The maps and lists that are open at a line, read by indentation from the lines before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from processctl.editor.flow import Flow, read_flow
from processctl.editor.marks import KEY, closing, unquoted

LITERAL = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")
COMMENT = re.compile(r"(?:^|(?<=\s))#")
# Blank lines and comments, then the indentation of the first line with content.
_FIRST = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))+( *)(?=[^\s#])")
PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*\s+")


@dataclass
class Frame:
    """A block map or list that is open: its column, the key or number of what is in it now."""

    column: int
    is_list: bool
    label: str | int
    keys: set[str] = field(default_factory=set)
    scalar: bool = False


class Blocks:
    """Takes in line after line of a text, up to the one with the offset."""

    def __init__(self, text: str, offset: int) -> None:
        self.text, self.offset = text, offset
        self.frames: list[Frame] = []
        self.block: tuple[int, int] | None = (
            None  # of a literal text: its parent's column, its start
        )

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

    def _last_element(self, after: int) -> int | None:
        """The last element that begins between a section's own line and the cursor's.

        Only where the cursor is further in: those before it do not matter then, and may be many.
        """
        if not self.frames or self.frames[-1].scalar or self.block is not None:
            return None
        own = self._line_start(self.offset)
        first = _FIRST.match(self.text, after)
        indent = len(first[1]) if first else 0
        if indent == 0 or self._skip(own, self.offset) - own <= indent:
            return None
        at = own
        while (at := self.text.rfind("\n" + " " * indent, after, at)) >= 0:
            here = at + 1 + indent
            begins = self.text[here : here + 1] not in ("", " ", "\t", "#", "-", "\r", "\n")
            if begins and KEY.match(self.text, here, self._line_end(here)):
                return at + 1
        return None

    def _line(self, at: int, end: int) -> Flow | int | None:
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
            self.frames.append(Frame(column, True, 0))

    def _key(self, column: int, name: str) -> None:
        self._down_to(column)
        top = self.frames[-1] if self.frames else None
        if top is None or top.column < column:
            self.frames.append(Frame(column, False, name, {name}))
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

    def _value(self, at: int, end: int) -> Flow | int | None:
        """Take in what follows a key or dashes on a line."""
        here = self._skip(at, end)
        while found := PROPERTY.match(self.text, here, end):
            here = found.end()
        rest = self.text[here:end]
        if not rest or rest.startswith("#"):
            return None
        if self.frames:
            self.frames[-1].scalar = True
        if LITERAL.match(rest) and self.frames:
            self.block = (self._key_column(), self._next_line(end))
            return None
        if rest[0] in "{[":
            flow = read_flow(self.text, here, self.offset, self._key_column())
            return flow.end if flow.end is not None else flow
        return self._quoted_end(here, end) if rest[0] in "\"'" else None

    def _key_column(self) -> int:
        return self.frames[-1].column if self.frames else -1

    def _quoted_end(self, here: int, end: int) -> int | None:
        """The end of a quoted text that goes on over several lines."""
        at = closing(self.text, here, len(self.text))
        if at is None or at < end:
            return None
        return at if self.offset > at else None

    # Places in the text.

    def _skip(self, at: int, end: int) -> int:
        while at < end and self.text[at] in " \t":
            at += 1
        return at

    def _token_end(self, here: int, end: int) -> int:
        comment = COMMENT.search(self.text, here, end)
        stop = comment.start() if comment else end
        return here + len(self.text[here:stop].rstrip())

    def _line_start(self, at: int) -> int:
        start = self.text.rfind("\n", 0, at) + 1
        # Lines may end with a single return; to look for one in all of the text would take long.
        return max(start, self.text.rfind("\r", start, at) + 1)

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        end = end if end >= 0 else len(self.text)
        found = self.text.find("\r", at, end)
        return found if found >= 0 else end

    def _next_line(self, at: int) -> int:
        end = self._line_end(at)
        return min(end + (2 if self.text[end : end + 2] == "\r\n" else 1), len(self.text) + 1)
