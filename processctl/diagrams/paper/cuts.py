"""Chooses where pages end: as few pages as can be, then as few crossed lines, then equal shares.

Nothing that stands for itself is ever cut. Words and numbers beside lines leave hardly any straight way
between them: a page may go on a little beyond its end, so that they are whole on it; the next page then
begins before they end, and does not show them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from processctl.diagrams.breaks import Cut
from processctl.diagrams.geometry import Rect
from processctl.diagrams.paper.parts import Parts

# Pixels between a cut and what must stay whole, and between it and a line that runs along it.
CLEAR = 3.0
BESIDE = 6.0
BORDER = 1.0
# What it costs to leave half of a page empty, to show something on two pages, and to cut nearly through
# something; a crossed line is 1. A page for a sliver costs many of them.
UNEVEN = 1.5
TWICE = 1.0
NEAR = 1.0
# Where nothing can be cut so that it fits, pages hold this much more, and again.
MORE = 1.15
# So many places are looked at in each page's length.
OF_A_PAGE = 50


def rows_of(parts: Parts, most: float) -> list[tuple[float, float]]:
    """The field from top to bottom in parts of at most ``most`` pixels, if it can be."""
    field = parts.breaks.field
    cuts = _possible(parts, field, parts.breaks.down, upright=False)
    return _chosen(field.top, field.bottom, cuts, most)


def windows_of(parts: Parts, row: tuple[float, float], most: float) -> list[Rect]:
    """A row of the field in windows of at most ``most`` pixels width, if it can be."""
    field = parts.breaks.field
    band = Rect(field.left, row[0], field.width, row[1] - row[0])
    cuts = _possible(parts, band, parts.breaks.across, upright=True)
    return [
        Rect(left, band.top, right - left, band.height)
        for left, right in _chosen(field.left, field.right, cuts, most)
    ]


@dataclass(frozen=True, slots=True)
class _Stop:
    """A place where a page may end, and how far the page goes on behind it."""

    at: float
    cost: float = 0.0
    reach: float = 0.0


@dataclass(frozen=True, slots=True)
class _Spans:
    """Stretches of one axis; asked how many of them meet a stretch, borders left out."""

    starts: Sequence[float]
    ends: Sequence[float]

    @classmethod
    def of(cls, spans: Iterable[tuple[float, float]]) -> _Spans:
        every = list(spans)
        return cls(sorted(start for start, _ in every), sorted(end for _, end in every))

    def over(self, low: float, high: float | None = None) -> int:
        return bisect_left(self.starts, low if high is None else high) - bisect_right(
            self.ends, low
        )


def _possible(parts: Parts, band: Rect, cuts: Sequence[Cut], *, upright: bool) -> list[_Stop]:
    """The places where pages may end in a band, with what each costs there."""

    def span(rect: Rect, by: float) -> tuple[float, float]:
        low, high = (rect.left, rect.right) if upright else (rect.top, rect.bottom)
        return low - by, high + by

    whole = [rect for rect in parts.solids if rect.meets(band)]
    # Cells of a table touch each other, and are cut where they do.
    solid = _Spans.of(span(rect, -BORDER) for rect in whole)
    near = _Spans.of(span(rect, CLEAR) for rect in whole)
    words = [span(rect, CLEAR) for rect in parts.words if rect.meets(band)]
    along: list[tuple[float, float]] = []
    crossing: list[tuple[float, float]] = []
    for (x1, y1), (x2, y2) in parts.pieces:
        if band.meets_segment(((x1, y1), (x2, y2))):
            low, high = sorted((x1, x2) if upright else (y1, y2))
            if high - low < BESIDE:
                along.append((low - BESIDE, high + BESIDE))
            else:
                crossing.append((low, high))
    beside, lines = _Spans.of(along), _Spans.of(crossing)
    found = []
    for cut in cuts:
        if solid.over(cut.at) or beside.over(cut.at):
            continue
        end = max((high for low, high in words if low < cut.at < high), default=cut.at)
        while beside.over(end):
            end = max(high for low, high in along if low < end < high)
        cost = cut.cost + NEAR * (near.over(cut.at) > 0)
        if end == cut.at:
            found.append(_Stop(cut.at, cost + lines.over(cut.at)))
        elif not solid.over(cut.at, end):
            crossed = (lines.over(cut.at) + lines.over(end)) / 2
            found.append(_Stop(cut.at, cost + crossed + TWICE, end - cut.at))
    return found


def _chosen(start: float, end: float, stops: list[_Stop], most: float) -> list[tuple[float, float]]:
    """From ``start`` to ``end`` in steps of at most ``most``, or of a little more if need be."""
    inner = _thinned([stop for stop in stops if start < stop.at < end], most / OF_A_PAGE)
    every = [_Stop(start), *inner, _Stop(end)]
    while (found := _steps(every, min(most, end - start))) is None:
        most *= MORE
    return [(before.at, min(after.at + after.reach, end)) for before, after in pairwise(found)]


def _thinned(stops: Sequence[_Stop], apart: float) -> list[_Stop]:
    """Of stops that are near each other the one that costs least."""
    best: dict[int, _Stop] = {}
    for stop in stops:
        place = int(stop.at // apart)
        if place not in best or stop.cost < best[place].cost:
            best[place] = stop
    return list(best.values())


def _steps(stops: Sequence[_Stop], most: float) -> list[_Stop] | None:
    """The best way from the first stop to the last; None if there is none."""
    best: list[tuple[int, float, int] | None] = [(0, 0.0, -1)]
    for here, stop in enumerate(stops[1:], start=1):
        ways = []
        for before in range(here - 1, -1, -1):
            size = stop.at - stops[before].at
            if size > most:
                break
            so_far = best[before]
            if so_far is not None and size + stop.reach <= most:
                cost = so_far[1] + stop.cost + UNEVEN * (most / size - 1)
                ways.append((so_far[0] + 1, cost, before))
        best.append(min(ways, default=None))
    found = []
    here = len(stops) - 1
    while here >= 0:
        step = best[here]
        if step is None:
            return None
        found.append(stops[here])
        here = step[2]
    return found[::-1]
