"""Where the words of a line stand: beside it, where nothing else is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from processctl.diagrams import style
from processctl.diagrams.geometry import Point, Rect, Segment, length, segments
from processctl.diagrams.measure import width, wrap
from processctl.diagrams.sketch import Line

# Pixels: a line of about 15 to 28 letters; a list of alternatives may be wider.
WIDTHS = (84.0, 92.0, 100.0, 108.0, 116.0, 126.0, 136.0, 146.0, 156.0)
LIST_WIDTHS = (*WIDTHS, 166.0, 178.0, 190.0)
# How many pixels of width a label may get to be one line shorter; and in a drawing of many columns,
# which is too wide as it is.
_LINE_WORTH = 24.0
_LINE_WORTH_IN_WIDE = 12.0
GOOD_LINES = 4
MOST_LINES = 6
MOST_LIST_LINES = 5
PADDING = 3.0
FROM_LINE = 3.0
FROM_BOX = 5.0
FROM_LABEL = 4.0
_BUCKET = 160.0

Sides: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom of a rectangle."""
_Bucket: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Words:
    """The text of a line, wrapped; ``full`` is all of it, which may be more than fits."""

    lines: tuple[str, ...]
    full: str

    @property
    def width(self) -> float:
        """The width with its padding, in pixels."""
        return max(width(line, style.SMALL_SIZE) for line in self.lines) + 2 * PADDING

    @property
    def height(self) -> float:
        """The height with its padding, in pixels."""
        return len(self.lines) * style.SMALL_SIZE * style.LEADING + 2 * PADDING


@dataclass(frozen=True, slots=True)
class Label:
    """Words in their place."""

    line: str
    words: Words
    rect: Rect


def words(line: Line, language: str, *, narrow: bool = False) -> Words | None:
    """The label of a line, wrapped; None if there is nothing to say.

    What would be too long beside the line gets no lines at all: it belongs into the notes. With
    ``narrow`` a label rather takes one line more than much width.
    """
    parts = [part for part in line.label if part]
    if not parts:
        return None
    full = "\n".join(parts)
    worth = _LINE_WORTH_IN_WIDE if narrow else _LINE_WORTH
    widths: tuple[float, ...] = LIST_WIDTHS if line.several else WIDTHS
    steps = (MOST_LIST_LINES,) if line.several else (GOOD_LINES, MOST_LINES)
    wrapped = [_wrapped(parts, limit, language) for limit in widths]
    for most in steps:
        if fitting := [lines for lines in wrapped if len(lines) <= most]:
            choice = [Words(lines, full) for lines in fitting]
            return min(choice, key=lambda words: words.width + worth * len(words.lines))
    return Words((), full)


def _wrapped(parts: Sequence[str], limit: float, language: str) -> tuple[str, ...]:
    return tuple(
        line
        for part in parts
        for line in wrap(part, style.SMALL_SIZE, limit, most=99, language=language)
    )


class Obstacles:
    """What a label must not touch, found quickly by place."""

    def __init__(self, field: Rect) -> None:
        self._field = _sides(field)
        self._solid: defaultdict[_Bucket, list[Sides]] = defaultdict(list)
        self._lines: defaultdict[_Bucket, list[tuple[str, Sides]]] = defaultdict(list)

    def add(self, rect: Rect) -> None:
        """Keep off a box or another label."""
        sides = _sides(rect)
        for bucket in _buckets(sides):
            self._solid[bucket].append(sides)

    def add_line(self, line: str, points: Iterable[Segment], thickness: float) -> None:
        """Keep off the pieces of a line."""
        for (x1, y1), (x2, y2) in points:
            bare = Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
            piece = _sides(bare.grown(thickness / 2))
            for bucket in _buckets(piece):
                self._lines[bucket].append((line, piece))

    def free(self, rect: Rect, own: str | None = None) -> bool:
        """Whether ``rect`` lies in the field and touches nothing, the line ``own`` excepted."""
        return self.is_free(_sides(rect), own)

    def is_free(self, sides: Sides, own: str | None = None) -> bool:
        """The same of a rectangle that is not made yet."""
        if not _hold(self._field, sides):
            return False
        # Most of the time of a drawing is spent here, so these are plain loops and numbers.
        left, top, right, bottom = sides
        for bucket in _buckets(sides):
            for x1, y1, x2, y2 in self._solid.get(bucket, ()):
                if left < x2 and x1 < right and top < y2 and y1 < bottom:
                    return False
            for owner, (x1, y1, x2, y2) in self._lines.get(bucket, ()):
                if left < x2 and x1 < right and top < y2 and y1 < bottom and owner != own:
                    return False
        return True

    def crossed(self, rect: Rect, own: str) -> int | None:
        """How many pieces of other lines ``rect`` covers; None where it may not be at all."""
        sides = _sides(rect)
        buckets = _buckets(sides)
        if not _hold(self._field, sides) or any(
            _meet(sides, other) for bucket in buckets for other in self._solid.get(bucket, ())
        ):
            return None
        pieces = {piece for bucket in buckets for piece in self._lines.get(bucket, ())}
        return sum(owner != own and _meet(sides, piece) for owner, piece in pieces)

    def doubtful(self, rect: Rect, line: str) -> bool:
        """Whether another line is so near that the label might be taken for its own."""
        left, top, right, bottom = near = _sides(rect.grown(12.0))
        for bucket in _buckets(near):
            for owner, (x1, y1, x2, y2) in self._lines.get(bucket, ()):
                if left < x2 and x1 < right and top < y2 and y1 < bottom and owner != line:
                    return True
        return False


def _sides(rect: Rect) -> Sides:
    return rect.left, rect.top, rect.right, rect.bottom


def _hold(one: Sides, other: Sides) -> bool:
    """Whether ``other`` lies inside, borders included."""
    return one[0] <= other[0] and one[1] <= other[1] and other[2] <= one[2] and other[3] <= one[3]


def _meet(one: Sides, other: Sides) -> bool:
    """Whether the two share more than a border."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _buckets(sides: Sides) -> list[_Bucket]:
    left, top, right, bottom = sides
    x1, y1, x2, y2 = left // _BUCKET, top // _BUCKET, right // _BUCKET, bottom // _BUCKET
    if x1 == x2 and y1 == y2:
        return [(x1, y1)]
    across, down = range(int(x1), int(x2) + 1), range(int(y1), int(y2) + 1)
    return [(x, y) for x in across for y in down]


def find(
    line: str,
    points: Sequence[Point],
    size: tuple[float, float],
    there: Obstacles,
    borders: Sequence[float],
) -> tuple[float, Rect] | None:
    """The best free place beside a line for a label of this size, and how bad it is all the same.

    None if there is no place at all.

    Best is near the beginning, beside a level piece, away from other lines and from ``borders``,
    the y of the edges between lanes.
    """
    wide, high = size
    least, best = float("inf"), None
    for share, more, x, y in _candidates(points, size):
        if share >= least:
            break  # and all that follow are further from the beginning
        if share + more >= least:
            continue
        bottom = y + high
        cost = share + more + 0.5 * any(y < border < bottom for border in borders)
        if cost >= least or not there.is_free((x, y, x + wide, bottom)):
            continue
        rect = Rect(x, y, wide, high)
        cost += 0.8 * there.doubtful(rect, line)
        if cost < least:
            least, best = cost, rect
    return (least, best) if best is not None else None


def _candidates(
    points: Sequence[Point], size: tuple[float, float]
) -> Iterator[tuple[float, float, float, float]]:
    """Places along a line from its beginning: what share of it lies before, what is bad, left and top."""
    wide, high = size
    total = sum(length(segment) for segment in segments(points)) or 1.0
    gone = 0.0
    for (x1, y1), (x2, y2) in segments(points):
        here = length(((x1, y1), (x2, y2)))
        level = abs(y1 - y2) < abs(x1 - x2)
        extent = wide if level else high
        for at in _stops(here, extent):
            share = (gone + at) / total
            # A label that is longer than its piece hangs over: possible, but not good.
            over = 0.9 * (extent > here - 4)
            if level:
                x = (x1 + at if x2 > x1 else x1 - at) - wide / 2
                yield share, over, x, y1 - FROM_LINE - high
                yield share, over + 0.1, x, y1 + FROM_LINE
            else:
                y = (y1 + at if y2 > y1 else y1 - at) - high / 2
                yield share, over + 0.15, x1 + FROM_LINE, y
                yield share, over + 0.2, x1 - FROM_LINE - wide, y
        gone += here


def _stops(here: float, extent: float) -> list[float]:
    """Where along a piece the middle of a label may stand, from its beginning."""
    first, last = extent / 2 + 6, here - extent / 2 - 10
    if last <= first:
        return [here / 2] if here > 16 else []
    count = min(int((last - first) // 14) + 2, 40)
    return [first + (last - first) * step / (count - 1) for step in range(count)]
