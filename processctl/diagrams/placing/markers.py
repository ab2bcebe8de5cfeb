"""The small numbers on lines whose words stand in the notes below the drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from processctl.diagrams.geometry import Point, Rect, length, segments
from processctl.diagrams.measure import width
from processctl.diagrams.placing.labels import Obstacles

SIZE = 10.5
HEIGHT = 15.0
# Beside the digits; narrow enough for lines that run beside each other.
PADDING = 3.5
# Heads of lines stay visible, and tails where there is one.
FROM_HEAD = 15.0
FROM_TAIL = 13.5
# Where lines run together, the bend of the last that came stays visible.
FROM_JOINT = 18.0
FROM_BOX = 5.0
_STEP = 3.0
_CROSSING = 100.0


@dataclass(frozen=True, slots=True)
class Marker:
    """A number on a line; ``full`` is what the note of that number says."""

    line: str
    number: int
    full: str
    rect: Rect


def size(number: int) -> tuple[float, float]:
    """The width and height of the pill around a number, in pixels."""
    return max(width(str(number), SIZE, bold=True) + 2 * PADDING, HEIGHT), HEIGHT


def find_on_line(
    line: str, points: Sequence[Point], number: int, there: Obstacles, *, keep_off: float
) -> tuple[Rect, bool]:
    """The best place for a number on its own line, and whether it is free there.

    A line that runs under something all the way keeps its number all the same: without one, its
    note could not be found. It then stands where it covers least. ``keep_off`` is how far from the
    beginning it stands where it can.
    """
    best: tuple[float, Rect] | None = None
    (x1, y1), (x2, y2) = max(segments(points), key=length)
    least = float("inf"), _around(((x1 + x2) / 2, (y1 + y2) / 2), number)
    for basic_cost, rect in _candidates(points, number, keep_off):
        if (best is None or basic_cost < best[0]) and there.free(rect, line):
            cost = basic_cost + 0.4 * (not there.free(rect.grown(3), line))
            if best is None or cost < best[0]:
                best = cost, rect
        elif best is None and (crossed := there.crossed(rect, line)) is not None:
            least = min(least, (basic_cost + _CROSSING * crossed, rect), key=lambda found: found[0])
    return (best[1], True) if best is not None else (least[1], False)


def _candidates(
    points: Sequence[Point], number: int, keep_off: float
) -> Iterator[tuple[float, Rect]]:
    total = sum(length(segment) for segment in segments(points))
    # A short line has no room to keep all distances.
    first, last = min(keep_off, total / 3), total - min(FROM_HEAD, total / 2)
    gone = 0.0
    for (x1, y1), (x2, y2) in segments(points):
        here = length(((x1, y1), (x2, y2)))
        for step in range(int(here // _STEP) + 1):
            at = step * _STEP
            if first <= gone + at - HEIGHT / 2 and gone + at + HEIGHT / 2 <= last:
                share = at / here if here else 0.0
                x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
                corner = min(at, here - at) < HEIGHT
                yield (gone + at) / total + 0.3 * corner, _around((x, y), number)
        gone += here


def _around(point: Point, number: int) -> Rect:
    wide, high = size(number)
    return Rect(point[0] - wide / 2, point[1] - high / 2, wide, high)
