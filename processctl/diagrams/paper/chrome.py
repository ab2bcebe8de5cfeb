"""What each page repeats: the title, its number, and a small map of how the pages fit together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from processctl.diagrams import style
from processctl.diagrams.geometry import Rect
from processctl.diagrams.measure import width, wrap
from processctl.diagrams.scene import Plate, Text, Thing
from processctl.texts import Translator, say

TITLE = 17.0
SMALL = style.SMALL_SIZE
AFTER = 14.0
BETWEEN = 14.0
# Pixels: a cell of the map holds a number of three digits; the map is at most this wide, if it can be.
CELL = (24.0, 16.0)
WIDEST_MAP = 220.0
_TITLE_LINES = 2


@dataclass(frozen=True, slots=True)
class Map:
    """The cells of all windows, from the upper left corner of the map; None is a page left out."""

    cells: tuple[tuple[Rect, int | None], ...]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pixels."""
        rects = [rect for rect, _ in self.cells]
        return max(rect.right for rect in rects), max(rect.bottom for rect in rects)


def map_of(rows: Sequence[Sequence[Rect]], numbers: Sequence[int | None]) -> Map:
    """The map of rows of windows with their page numbers, one after the other."""
    # Windows may share a little of the drawing: what counts is how wide they are beside each other.
    shares = [[view.width / sum(one.width for one in row) for view in row] for row in rows]
    narrowest = min(share for row in shares for share in row)
    most = max(len(row) for row in rows)
    across = max(min(CELL[0] / narrowest, WIDEST_MAP), CELL[0] * most)
    in_scale = across * narrowest >= CELL[0] - 0.01
    cells = []
    left_numbers = iter(numbers)
    for number, row in enumerate(shares):
        x = 0.0
        for share in row:
            wide = across * share if in_scale else across / len(row)
            cells.append((Rect(x, number * CELL[1], wide, CELL[1]), next(left_numbers)))
            x += wide
    return Map(tuple(cells))


@dataclass(frozen=True)
class Head:
    """The head of all pages of a document; ``room`` is their width in pixels."""

    title: str
    words: Translator
    room: float
    map: Map | None

    @property
    def height(self) -> float:
        """Pixels, with the distance to what follows."""
        high = self.map.size[1] + 2 if self.map else 0.0
        return max(len(self._lines("")) * TITLE * style.LEADING, high, SMALL * 2) + AFTER

    def things(self, page: int, count: int) -> tuple[Thing, ...]:
        """The head of one page, from the upper left corner of its room."""
        said = ""
        if count > 1:
            said = self.words.render(say("page {page} of {count}", page=page, count=count))
        things: list[Thing] = [
            Text((0.0, TITLE * (0.95 + number * style.LEADING)), line, TITLE, style.INK, bold=True)
            for number, line in enumerate(self._lines(said))
        ]
        right = self.room
        if self.map:
            right -= self.map.size[0] + 1
            things += _map(self.map, right, page)
            right -= BETWEEN
        at = right - width(said, SMALL), TITLE * 0.95
        return (*things, Text(at, said, SMALL, style.QUIET)) if said else tuple(things)

    def _lines(self, said: str) -> tuple[str, ...]:
        # As if the number were longer: no page's title is broken elsewhere.
        taken = width(said or "page 999 of 999", SMALL) + 2 * BETWEEN
        taken += self.map.size[0] + BETWEEN if self.map else 0.0
        room = max(self.room - taken, self.room / 3)
        return wrap(
            self.title, TITLE, room, most=_TITLE_LINES, language=self.words.language, bold=True
        )


def _map(map_: Map, left: float, page: int) -> list[Thing]:
    things: list[Thing] = []
    for cell, number in map_.cells:
        rect = Rect(left + cell.left, cell.top + 1, cell.width, cell.height)
        here = number == page
        paper = style.INK if here else style.PAPER
        things.append(Plate(rect, 0, paper, style.QUIET, 1.0))
        if number is not None:
            x, y = rect.centre
            words = str(number)
            at = x - width(words, SMALL, bold=True) / 2, y + SMALL * style.BASELINE
            ink = style.PAPER if here else style.INK
            things.append(Text(at, words, SMALL, ink, bold=True))
    return things
