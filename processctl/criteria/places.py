"""From a place in the value of a YAML scalar to the place in the file where it is written.

The rules of folding, chomping and escapes are those of YAML 1.1, which libyaml and PyYAML read
(https://yaml.org/spec/1.1/#id903915). Line breaks may be LF, CR LF, CR, and the three of Unicode.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

from processctl.criteria.nodes import Span

ScalarStyle: TypeAlias = Literal["plain", "single", "double", "literal", "folded"]

_BREAK = r"(?:\r\n|[\r\n\x85\u2028\u2029])"
_ESCAPE = r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)"
_PIECE = re.compile(
    rf"""
      (?P<joined> \\{_BREAK}(?P<joined_breaks>(?:[ \t]*+{_BREAK})*+)[ \t]*+)
    | (?P<fold>   [ \t]*+(?P<first>{_BREAK})(?P<fold_breaks>(?:[ \t]*+{_BREAK})*+)[ \t]*+)
    | (?P<blanks> [ \t]++)
    | (?P<escape> {_ESCAPE})
    | (?P<quote>  '')
    | (?P<other>  .)
    """,
    re.VERBOSE | re.DOTALL,
)
_EACH_BREAK = re.compile(_BREAK)
_HEADER = re.compile(rf"[|>](?P<signs>[-+0-9]*)[ \t]*(?:\#[^\r\n]*)?(?:{_BREAK}|\Z)")
_LINE = re.compile(rf"(?P<indent>\ *+)(?P<rest>[^\r\n\x85\u2028\u2029]*+)(?P<end>{_BREAK}|\Z)")
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "\\": "\\", "/": "/", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip

# Elsewhere these are ordinary characters.
_ONLY_IN = {"joined": "double", "escape": "double", "quote": "single"}

# One character of the value, and where it is written.
_Placed: TypeAlias = tuple[str, Span]


def source_offsets(raw: str, style: ScalarStyle, value: str) -> list[int]:
    """Where in ``raw`` each character of ``value`` is written, and at last where they end.

    ``raw`` is the scalar as it stands in the file, from its start mark to its end mark: with its
    quotes, or from the ``|`` or ``>`` of a block on. An escape counts from its backslash, a
    folded line break from the break. If ``raw`` does not read as ``value``, all offsets are 0.
    """
    spans = _spans(raw, style, value)
    return [start for start, _ in spans] + [spans[-1][1] if spans else 0]


def source_span(raw: str, style: ScalarStyle, value: str, span: Span) -> Span:
    """The part of ``raw`` in which the part ``span`` of ``value`` is written.

    An empty span becomes an empty one, right after the character before it.
    """
    spans = _spans(raw, style, value)
    start, end = span
    if not spans:
        return 0, 0
    if start == end:
        place = spans[start - 1][1] if start else spans[0][0]
        return place, place
    return spans[start][0], spans[end - 1][1]


@lru_cache(maxsize=4)  # of one condition with many faults each asks in turn
def _spans(raw: str, style: ScalarStyle, value: str) -> tuple[Span, ...]:
    for placed in _readings(raw, style):
        if "".join(character for character, _ in placed) == value:
            return tuple(span for _, span in placed)
    return ((0, 0),) * len(value)


def _readings(raw: str, style: ScalarStyle) -> Iterator[list[_Placed]]:
    if style in ("plain", "single", "double"):
        yield list(_flow(raw, style))
        return
    header = _HEADER.match(raw)
    if header is None:
        return
    # How deep the block is indented depends on what is around it: all depths are tried.
    deepest = max((len(line["indent"]) for line in _lines(raw, header.end())), default=0)
    for indent in range(deepest + 1):
        yield list(_block(raw, header, indent, folds=style == "folded"))


def _flow(raw: str, style: ScalarStyle) -> Iterator[_Placed]:
    quotes = 0 if style == "plain" else 1
    place, end = quotes, len(raw) - quotes
    while place < end:
        match = _PIECE.match(raw, place, end)
        if match is None:
            return
        kind, stop = match.lastgroup, match.end()
        if _ONLY_IN.get(kind or "", style) != style:
            kind, stop = "other", place + 1
        match kind:
            case "joined":
                yield from _breaks(raw, match.span("joined_breaks"))
            case "fold":
                yield from _folded(raw, match)
            case "escape":
                yield _unescaped(raw[place + 1 : stop]), (place, stop)
            case "quote":
                yield "'", (place, stop)
            case _:
                for offset in range(place, stop):
                    yield raw[offset], (offset, offset + 1)
        place = stop


def _folded(raw: str, match: re.Match[str]) -> Iterator[_Placed]:
    """A line break between words is a space, unless empty lines follow: then those count."""
    first = match.span("first")
    more = list(_breaks(raw, match.span("fold_breaks")))
    if _normal(match["first"]) != "\n":
        yield match["first"], first
    elif not more:
        yield " ", first
    yield from more


def _breaks(raw: str, span: Span) -> Iterator[_Placed]:
    for match in _EACH_BREAK.finditer(raw, *span):
        yield _normal(match.group()), match.span()


def _normal(line_break: str) -> str:
    return line_break if line_break in ("\u2028", "\u2029") else "\n"


def _unescaped(escape: str) -> str:
    if escape[0] in "xuU" and len(escape) > 1:
        return chr(int(escape[1:], 16))
    return _ESCAPED.get(escape, "")


def _lines(raw: str, start: int) -> Iterator[re.Match[str]]:
    while start < len(raw):
        match = _LINE.match(raw, start)
        if match is None:
            return
        yield match
        start = match.end()


def _block(raw: str, header: re.Match[str], indent: int, *, folds: bool) -> Iterator[_Placed]:
    """The lines of a block whose text starts ``indent`` columns in."""
    last_break: list[_Placed] = []
    empty: list[_Placed] = []
    may_fold = False
    for line in _lines(raw, header.end()):
        start = line.start() + min(indent, len(line["indent"]))
        text = raw[start : line.end("rest")]
        ending = [(_normal(line["end"]), line.span("end"))] if line["end"] else []
        if not text and len(line["indent"]) <= indent:
            empty += ending
            continue
        if len(line["indent"]) < indent:
            break  # less indented text belongs to what follows the block
        starts_with_word = text[0] not in " \t"
        if last_break and folds and may_fold and starts_with_word and last_break[0][0] == "\n":
            if not empty:
                yield " ", last_break[0][1]
        else:
            yield from last_break
        yield from empty
        for offset in range(start, line.end("rest")):
            yield raw[offset], (offset, offset + 1)
        last_break, empty, may_fold = ending, [], starts_with_word
    if "-" not in header["signs"]:
        yield from last_break
    if "+" in header["signs"]:
        yield from empty
