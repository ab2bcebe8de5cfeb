"""The tags at the edges of a page: where each line that is cut there goes on, or comes from.

They stand outside the window, each at the end of a short stroke in the colour of its line, so that they
cover nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

from processctl.diagrams import style
from processctl.diagrams.geometry import Point, Rect, segments
from processctl.diagrams.measure import shorten, width, wrap
from processctl.diagrams.paper.parts import Parts
from processctl.diagrams.scene import Stroke, Text, Thing
from processctl.texts import Translator, say

Edge: TypeAlias = Literal["left", "right", "top", "bottom"]
_Block: TypeAlias = "tuple[tuple[Tag, ...], tuple[str, ...]]"

# No smaller than the words of a drawing: these decide how large it is printed.
SIZE = style.SMALL_SIZE
ROW = SIZE * style.LEADING
# Pixels: the strokes beside a window, then words of at most this width; at a level edge they may be longer.
REACH = 20.0
WIDEST = 100.0
SIDE = REACH + WIDEST + 4
LONGEST = 165.0
APART = 3.0
_LINE_WIDTH = 1.2


@dataclass(frozen=True, slots=True)
class Tag:
    """What stands at one place of an edge: a name, and which page that is on.

    The line ``goes`` there, or comes from it.
    """

    edge: Edge
    at: float
    name: str
    where: str
    ink: str
    goes: bool
    page: int
    language: str

    @property
    def start(self) -> str:
        """An arrow and the name."""
        return f"{'→' if self.goes else '←'} {self.name},"

    def in_one_line(self, room: float) -> str:
        """All of it; where the name is cut, the page is not."""
        whole = f"{self.start} {self.where}"
        if width(whole, SIZE) <= room:
            return whole
        rest = f", {self.where}"
        return shorten(self.start.rstrip(","), SIZE, room - width(rest, SIZE)) + rest

    def wrapped(self, most: int) -> tuple[str, ...]:
        """All of it in a few lines; the page stays in one."""
        if most == 1:
            return (self.in_one_line(WIDEST),)
        lines = wrap(self.start, SIZE, WIDEST, most=most, language=self.language)
        last = f"{lines[-1]} {self.where}"
        if width(last, SIZE) <= WIDEST:
            return (*lines[:-1], last)
        return (*wrap(self.start, SIZE, WIDEST, most=most - 1, language=self.language), self.where)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Tags as things, and how far they reach beyond their edge, in pixels."""

    things: tuple[Thing, ...]
    reach: float


def tags_of(
    parts: Parts, view: Rect, page_of: Callable[[str], int], words: Translator
) -> tuple[Tag, ...]:
    """A tag for every place where a line crosses an edge of ``view``; ``page_of`` a group's key."""
    found: list[Tag] = []
    for line in parts.lines:
        stroke = line.group.things[0]
        assert isinstance(stroke, Stroke)  # noqa: S101 - so it was found
        for edge, at, goes in _crossings(line.route, view):
            key = line.group.ends[goes]
            page = page_of(key)
            name = parts.groups[key][0].title.split("\n")[0]
            where = words.render(say("page {page}", page=page))
            found.append(
                Tag(edge, round(at, 1), name, where, stroke.ink, goes, page, words.language)
            )
    # Lines that have joined cross as one, and lead to one place.
    each = dict.fromkeys(found)
    return tuple(sorted(each, key=lambda tag: (tag.edge, tag.at, tag.goes, tag.name)))


def _crossings(points: Sequence[Point], view: Rect) -> Iterator[tuple[Edge, float, bool]]:
    """Where a line crosses the border of ``view``, and whether it leaves there."""
    for (x1, y1), (x2, y2) in segments(points):
        if view.top <= y1 <= view.bottom and y1 == y2:
            if min(x1, x2) < view.left < max(x1, x2):
                yield "left", y1, x2 < x1
            if min(x1, x2) < view.right < max(x1, x2):
                yield "right", y1, x1 < x2
        elif view.left <= x1 <= view.right and x1 == x2:
            if min(y1, y2) < view.top < max(y1, y2):
                yield "top", x1, y2 < y1
            if min(y1, y2) < view.bottom < max(y1, y2):
                yield "bottom", x1, y1 < y2


def beside(tags: Sequence[Tag], view: Rect, edge: Literal["left", "right"]) -> Drawn:
    """The tags at an upright edge, from top to bottom.

    Where there is no room for all words, each gets one line; and where there is none for those, several
    lines have one tag with the numbers of their pages.
    """
    mine = [tag for tag in tags if tag.edge == edge]
    if not mine:
        return Drawn((), 0.0)
    for most in (3, 2, 1):
        blocks: list[_Block] = [((tag,), tag.wrapped(most)) for tag in mine]
        if _height(blocks) <= view.height:
            break
    size = 1
    while _height(blocks) > view.height and size < len(mine):
        size += 1
        bunches = [tuple(mine[at : at + size]) for at in range(0, len(mine), size)]
        blocks = [(bunch, (_pages(bunch),)) for bunch in bunches]
    things: list[Thing] = []
    for (bunch, lines), top in zip(blocks, _tops(blocks, view), strict=True):
        things += _beside(bunch, lines, top, view, edge)
    return Drawn(tuple(things), SIDE)


def _pages(bunch: Sequence[Tag]) -> str:
    """Only the numbers: "→ 3, 5 ← 2"."""
    return " ".join(
        f"{'→' if goes else '←'} {', '.join(str(page) for page in sorted({tag.page for tag in some}))}"
        for goes, some in (
            (goes, list(group))
            for goes, group in groupby(
                sorted(bunch, key=lambda tag: not tag.goes), lambda tag: tag.goes
            )
        )
    )


def _height(blocks: Sequence[_Block]) -> float:
    return sum(len(lines) * ROW + APART for _, lines in blocks)


def _tops(blocks: Sequence[_Block], view: Rect) -> list[float]:
    """Each block beside its line, or as near to it as the others let it."""
    tops: list[float] = []
    low = view.top
    for bunch, lines in blocks:
        middle = sum(tag.at for tag in bunch) / len(bunch)
        tops.append(max(middle - len(lines) * ROW / 2, low))
        low = tops[-1] + len(lines) * ROW + APART
    high = max(view.bottom, low if _height(blocks) > view.height else view.bottom)
    for place in range(len(blocks) - 1, -1, -1):
        tops[place] = min(tops[place], high - len(blocks[place][1]) * ROW)
        high = tops[place] - APART
    return tops


def _beside(
    bunch: Sequence[Tag], lines: tuple[str, ...], top: float, view: Rect, edge: Edge
) -> Iterator[Thing]:
    border, away = (view.left, -1) if edge == "left" else (view.right, 1)
    middle = top + len(lines) * ROW / 2
    for tag in bunch:
        way = ((border, tag.at), (border + away * 5, tag.at), (border + away * (REACH - 4), middle))
        yield Stroke(way, tag.ink, _LINE_WIDTH)
    for number, line in enumerate(lines):
        y = top + ROW * (number + 0.5) + SIZE * style.BASELINE
        left = border + REACH if away > 0 else border - REACH - width(line, SIZE)
        yield Text((left, y), line, SIZE, style.INK)


def across(tags: Sequence[Tag], view: Rect, edge: Literal["top", "bottom"]) -> Drawn:
    """The tags at a level edge. Their words stand in rows, so that no stroke goes through any."""
    placed: list[tuple[Tag, str, int]] = []
    for tag in sorted((tag for tag in tags if tag.edge == edge), key=lambda tag: -tag.at):
        line = tag.in_one_line(min(LONGEST, view.right + SIDE - tag.at - 4))
        end = tag.at + 4 + width(line, SIZE) + 8
        # Whatever stands to the right within the words of this one ends nearer to the edge.
        level = 1 + max((row for other, _, row in placed if other.at < end), default=-1)
        placed.append((tag, line, level))
    border, away = (view.top, -1) if edge == "top" else (view.bottom, 1)
    things: list[Thing] = []
    for tag, line, level in reversed(placed):
        y = border + away * (6 + ROW * (level + 0.5))
        things.append(Stroke(((tag.at, border), (tag.at, y)), tag.ink, _LINE_WIDTH))
        at = tag.at + 4, y + SIZE * style.BASELINE
        things.append(Text(at, line, SIZE, style.INK))
    levels = max((level for _, _, level in placed), default=-1) + 1
    return Drawn(tuple(things), 6 + ROW * levels + 4 if placed else 0.0)
