"""Points and rectangles on the page: pixels, x to the right, y down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Segment: TypeAlias = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.top + self.height

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return self.left + self.width / 2, self.top + self.height / 2

    def grown(self, by: float) -> Rect:
        """The rectangle with ``by`` more room on every side; less, if negative."""
        return Rect(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: Rect) -> bool:
        """Whether the two share more than a border."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def meets_segment(self, segment: Segment) -> bool:
        """Whether an upright or level segment runs through the inside."""
        (x1, y1), (x2, y2) = segment
        return (
            min(x1, x2) < self.right
            and self.left < max(x1, x2)
            and min(y1, y2) < self.bottom
            and self.top < max(y1, y2)
        )

    def holds(self, other: Rect) -> bool:
        """Whether ``other`` lies inside, borders included."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


def around(rects: Sequence[Rect]) -> Rect:
    """The smallest rectangle that holds all of them."""
    left, top = min(rect.left for rect in rects), min(rect.top for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return Rect(left, top, right - left, bottom - top)


def segments(points: Sequence[Point]) -> Iterator[Segment]:
    """The straight pieces of a line of points."""
    return pairwise(points)


def length(segment: Segment) -> float:
    """The length of an upright or level segment."""
    (x1, y1), (x2, y2) = segment
    return abs(x2 - x1) + abs(y2 - y1)


def cut(points: Sequence[Point], begin: Point | None, end: Point | None) -> tuple[Point, ...]:
    """The part of a line between two points on it; from its beginning, or to its end, if None."""
    found = list(points)
    if end is not None:
        at = max(_pieces_with(found, end), default=len(found) - 2)
        found = [*found[: at + 1], end]
    if begin is not None:
        at = min(_pieces_with(found, begin), default=0)
        found = [begin, *found[at + 1 :]]
    return merged(found)


def is_on(points: Sequence[Point], point: Point) -> bool:
    """Whether a point lies on an upright or level piece of a line."""
    return bool(_pieces_with(points, point))


def _pieces_with(points: Sequence[Point], point: Point) -> list[int]:
    """The numbers of the upright or level pieces on which a point lies."""
    x, y = point
    return [
        number
        for number, ((x1, y1), (x2, y2)) in enumerate(segments(points))
        if min(x1, x2) - 0.05 <= x <= max(x1, x2) + 0.05
        and min(y1, y2) - 0.05 <= y <= max(y1, y2) + 0.05
    ]


def merged(points: Sequence[Point], slack: float = 0.01) -> tuple[Point, ...]:
    """The line without repeated points, and without those in the middle of a straight piece."""
    kept: list[Point] = []
    for point in points:
        if kept and _same(kept[-1], point, slack):
            continue
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point, slack):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)


def squared(points: Sequence[Point], slack: float = 0.5) -> tuple[Point, ...]:
    """The line with a corner put in where a piece runs aslant, which an engine may do."""
    found = list(points[:1])
    for x, y in points[1:]:
        before = found[-1]
        if abs(before[0] - x) <= slack:
            found.append((before[0], y))
        elif abs(before[1] - y) <= slack:
            found.append((x, before[1]))
        else:
            found += [(x, before[1]), (x, y)]
    return merged(found)


def _same(a: Point, b: Point, slack: float) -> bool:
    return abs(a[0] - b[0]) <= slack and abs(a[1] - b[1]) <= slack


def _in_line(a: Point, b: Point, c: Point, slack: float) -> bool:
    level = abs(a[1] - b[1]) <= slack and abs(b[1] - c[1]) <= slack
    upright = abs(a[0] - b[0]) <= slack and abs(b[0] - c[0]) <= slack
    return level or upright
