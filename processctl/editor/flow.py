"""What surrounds an offset between brackets: ``{owner: sdr, exits: [{to: offer`` and so on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from processctl.editor.marks import KEY, closing, unquoted
from processctl.reading.problem import Path


@dataclass(frozen=True)
class Flow:
    """Where the cursor is between brackets; ``end`` is where they are closed before it, if so.

    The other attributes are those of a ``Cursor``, the path from the outermost bracket on.
    """

    end: int | None
    path: Path = ()
    role: Literal["key", "value", "either", "none"] = "none"
    start: int = 0
    stop: int = 0
    present: frozenset[str] = frozenset()
    quote: str = ""
    bracket: str = ""
    gap: bool = False
    colon: bool = False


@dataclass
class _Open:
    bracket: str
    index: int = 0
    key: str | None = None
    keys: set[str] = field(default_factory=set)
    token: int | None = None  # where the text begins that is read now


def read_flow(text: str, at: int, offset: int, column: int) -> Flow:
    """Read from an opening bracket up to an offset, or to where the brackets are closed.

    Brackets that were left open end where a key stands no further in than ``column``, that of the key
    they belong to: everything behind a forgotten bracket would be lost otherwise.
    """
    return _Scan(text, at, offset, column).flow()


class _Scan:
    def __init__(self, text: str, at: int, offset: int, column: int) -> None:
        self.text, self.at, self.offset, self.column = text, at, offset, column
        self.open: list[_Open] = []

    def flow(self) -> Flow:
        text = self.text
        while self.at < self.offset:
            sign = text[self.at]
            here = self.open[-1] if self.open else None
            if sign in "\"'" and here is not None and here.token is None:
                found = self._quoted(here)
                if found is not None:
                    return found
                continue
            if sign in "{[" and (here is None or here.token is None):
                self.open.append(_Open(sign))
            elif sign in "}]" and here is not None:
                self.open.pop()
                if not self.open:
                    return Flow(self.at + 1)
                self.open[-1].token = self.at  # what is closed was a value
            elif sign == "," and here is not None:
                self._comma(here)
            elif (
                sign == ":" and here is not None and text[self.at + 1 : self.at + 2] in _AFTER_COLON
            ):
                self._colon(here)
            elif sign in "\r\n" and self._left_open():
                return Flow(self.at)
            elif sign == "#" and text[self.at - 1 : self.at] in _SPACE:
                if not self._comment():
                    return Flow(None, self._path(), "none", self.offset, self.offset)
                continue
            elif sign not in " \t\r\n" and here is not None and here.token is None:
                here.token = self.at
            self.at += 1
        return self._here()

    def _quoted(self, here: _Open) -> Flow | None:
        """Take in a quoted text; the cursor may be in it."""
        end = closing(self.text, self.at, len(self.text))
        if end is None or end >= self.offset:
            stop = self._stop(self.at + 1) if end is None else end
            is_key = here.bracket == "{" and here.key is None
            path = self._path()[:-1] if is_key else self._path()
            return Flow(
                None, path, "key" if is_key else "value", self.at + 1, stop,
                frozenset(here.keys), self.text[self.at], here.bracket,
            )  # fmt: skip
        here.token = self.at
        self.at = end + 1
        return None

    def _comma(self, here: _Open) -> None:
        if here.bracket == "{" and here.key is None and here.token is not None:
            here.keys.add(self._token(here))
        here.index += 1
        here.key, here.token = None, None

    def _colon(self, here: _Open) -> None:
        if here.key is None and here.token is not None:
            here.key = self._token(here)
            here.keys.add(here.key)
            here.token = None

    def _token(self, here: _Open) -> str:
        return unquoted(self.text[here.token or 0 : self.at].strip())

    def _comment(self) -> bool:
        """Pass over a comment; whether the cursor is behind it."""
        ends = [
            end
            for end in (self.text.find("\n", self.at), self.text.find("\r", self.at))
            if end >= 0
        ]
        self.at = min(ends, default=len(self.text))
        return self.at < self.offset

    def _left_open(self) -> bool:
        """Whether the next line is one of the block around: then a bracket was forgotten."""
        at = self.at + 1
        while at < len(self.text) and self.text[at] in " \t":
            at += 1
        if at >= len(self.text) or at - self.at - 1 > self.column:
            return False
        end = self.text.find("\n", at)
        return KEY.match(self.text, at, end if end >= 0 else len(self.text)) is not None

    def _path(self) -> Path:
        found: list[str | int] = []
        for one in self.open:
            if one.bracket == "[":
                found.append(one.index)
                if one.key is not None:  # a map of one entry without its braces
                    found.append(one.key)
            else:
                found.append(one.key if one.key is not None else "")
        return tuple(found)

    def _here(self) -> Flow:
        here = self.open[-1]
        token = here.token
        start = token if token is not None else self.offset
        closed = token is not None and self.text[token] in "}]\"'"
        if closed:
            return Flow(None, self._path(), "none", self.offset, self.offset)
        stop = self._stop(start)
        if here.bracket == "{" and here.key is None:
            colon = self.text[stop : stop + 1] == ":"
            present = frozenset(here.keys | self._later_keys(stop))
            return Flow(
                None, self._path()[:-1], "key", start, stop, present, bracket="{",
                gap=self._touches(","), colon=colon,
            )  # fmt: skip
        role: Literal["value", "either"] = "value" if here.key is not None else "either"
        gap = token is None and (self._touches(":") or self._touches(","))
        return Flow(None, self._path(), role, start, stop, bracket=here.bracket, gap=gap)

    def _touches(self, sign: str) -> bool:
        return self.text[self.offset - 1 : self.offset] == sign

    def _stop(self, start: int) -> int:
        """Where a plain text between brackets ends."""
        at = max(start, self.offset)
        while at < len(self.text) and self.text[at] not in ",[]{}\r\n":
            if self.text[at] == ":" and self.text[at + 1 : at + 2] in _AFTER_COLON:
                break
            at += 1
        return start + len(self.text[start:at].rstrip()) if at > start else start

    def _later_keys(self, at: int) -> set[str]:
        """The keys behind the cursor in the same braces, as far as they are on its line."""
        found: set[str] = set()
        end = self.text.find("\n", at)
        rest = self.text[at : end if end >= 0 else len(self.text)]
        depth = 0
        start = 0
        for number, sign in enumerate(rest):
            if sign in "{[":
                depth += 1
            elif sign in "}]":
                depth -= 1
                if depth < 0:
                    break
            elif depth == 0 and sign == ",":
                start = number + 1
            elif depth == 0 and sign == ":" and rest[number + 1 : number + 2] in ("", " "):
                word = rest[start:number].strip(" \"'")
                if start > 0:
                    found.add(word)
        return found


_SPACE = (" ", "\t", "\n", "\r", "")
_AFTER_COLON = ("", " ", "\t", "\n", "\r", ",", "]", "}")
