"""Where the drawing of a process may be cut: best between lanes, and between columns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from processctl.diagrams.breaks import BETWEEN_ROWS, Breaks, Cut
from processctl.diagrams.geometry import Point, Rect
from processctl.diagrams.placing.layout import Picture
from processctl.diagrams.placing.place import LANE_HEAD_GAP

# Pixels between two places that are tried; lines that run beside each other are further apart. Of a
# drawing that is very long no more than so many are tried.
STEP = 4.0
MOST = 2500
# What a cut costs that leaves a part of a column, or of a row, on each side.
INSIDE = 6.0


def breaks_of(picture: Picture, origin: Point) -> Breaks:
    """The places where the drawing of ``picture`` may be cut, its lanes beginning at ``origin``."""
    places = picture.places
    x, y = origin
    whole = places.whole
    # Lanes without names have no heads.
    left = max(places.columns.origin - LANE_HEAD_GAP, 0.0)
    borders = {band.bottom for _, band in places.bands[:-1]}
    down = [Cut(y + border) for border in borders]
    down += _between(places.rows.origin, places.rows.strips, whole.bottom, y, BETWEEN_ROWS)
    across = list(_between(left, places.columns.strips, whole.right, x, 0.0))
    return Breaks(
        Rect(x, y, whole.width, whole.height),
        left,
        places.rows.origin,
        tuple(sorted(across, key=_place)),
        tuple(sorted(down, key=_place)),
    )


def _between(
    start: float, strips: tuple[tuple[float, float], ...], end: float, by: float, cost: float
) -> Iterator[Cut]:
    """Places in the gaps between strips, at ``cost``, and in the strips, which cost more."""
    apart = max(STEP, (end - start) / MOST)
    edges = [start, *(edge for strip in strips for edge in strip), end]
    for number, (low, high) in enumerate(pairwise(edges)):
        for step in range(1, int((high - low) // apart)):
            yield Cut(by + low + step * apart, INSIDE if number % 2 else cost)


def _place(cut: Cut) -> tuple[float, float]:
    return cut.at, cut.cost
