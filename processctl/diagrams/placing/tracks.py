"""Moves the straight pieces of the routes within the gutters, so that lines and labels have room.

Graphviz finds which way a line goes and in which order lines run beside each other; it then
spreads them evenly. Here they keep that way and that order, and get the distances a reader needs:
every gutter between two columns or two rows becomes as wide as what runs in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil, floor
from typing import Any

from processctl.diagrams.geometry import Point, Rect

X, Y = 0, 1
SPACING = 15.0
# About how long a step in the net of streets is on the page.
STREET = 95.0
PADDING = 20.0
INSET = 7.0


@dataclass(frozen=True, slots=True)
class Track:
    """One straight piece of a line: upright (``axis`` X) or level (``axis`` Y).

    ``at`` is its place on that axis; it runs from ``start`` to ``end`` on the other one. Places are
    numbers of the net of streets: 4.5 is in the middle of the gutter before column or row 2.
    ``gutter`` is the gutter it can be moved in; None for one that is tied to a row or column.
    ``strip`` is that row or column. ``from_gutter`` and ``to_gutter`` are those it crosses where
    it leaves or reaches a box.
    """

    line: str
    number: int
    axis: int
    at: float
    start: float
    end: float
    gutter: int | None
    strip: int | None = None
    from_gutter: int | None = None
    to_gutter: int | None = None

    @property
    def low(self) -> float:
        """The smaller end."""
        return min(self.start, self.end)

    @property
    def high(self) -> float:
        """The greater end."""
        return max(self.start, self.end)

    @property
    def length(self) -> float:
        """About how long it will be, in pixels."""
        return (self.high - self.low) * STREET

    def meets(self, other: Track) -> bool:
        """Whether the two run in one street across somewhere: side by side, or nearly so.

        Where they only end in one street, their order must hold all the same: how far each of them
        goes there may yet change.
        """
        return floor(other.low) < ceil(self.high) and floor(self.low) < ceil(other.high)


@dataclass
class Demands:
    """Room for labels, in pixels, beyond what the lines need.

    ``before`` and ``behind`` are kept free at the two sides of a gutter, by axis and gutter;
    ``lead`` stands in front of (above, left of) one piece of one line. ``taller`` and ``wider``
    are by how much the boxes of a row or a column grow, so that the lines at their sides get
    further apart.
    """

    before: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))
    behind: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))
    taller: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    wider: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    lead: dict[tuple[str, int], float] = field(default_factory=lambda: defaultdict(float))

    def copied(self) -> Demands:
        """The same demands, to be changed apart from these."""
        return deepcopy(self)

    def cuts(self, least: Demands) -> list[tuple[dict[Any, float], Any, float]]:
        """What could be less, the most first: where it stands, under which key, and the least.

        ``least`` is what is needed without any label.
        """
        found: list[tuple[dict[Any, float], Any, float]] = [
            (side, key, kept[key])
            for side, kept in ((self.behind, least.behind), (self.before, least.before))
            for key, size in side.items()
            if size > max(PADDING, kept[key])
        ]
        found += [
            (self.taller, row, least.taller[row])
            for row, size in self.taller.items()
            if size > least.taller[row]
        ]
        return sorted(found, key=lambda cut: cut[2] - cut[0][cut[1]])


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where a line joins the line ``onto``: where ``incoming`` meets ``shared``."""

    onto: str
    incoming: Track
    shared: Track


@dataclass(frozen=True, slots=True)
class Way:
    """The pieces of a line from box to box, and where it joins another one, if it does."""

    pieces: tuple[Track, ...]
    joint: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """The strips that hold boxes on one axis, columns or rows.

    Before, between and behind them are the gutters; ``origin`` is where the first one begins.
    """

    origin: float
    strips: tuple[tuple[float, float], ...]

    def place(self, at: float) -> float:
        """The place of a coordinate in the net of streets."""
        last = self.strips[-1][1]
        borders = [self.origin, *(end for strip in self.strips for end in strip)]
        borders.append(last + max(last - self.origin, at - last + 1))
        for street, (low, high) in enumerate(pairwise(borders)):
            if at <= high:
                return street + min(max((at - low) / ((high - low) or 1.0), 0.001), 0.999)
        raise AssertionError("the last gutter has no end")

    def begin(self, gutter: int) -> float:
        """Where a gutter begins."""
        return self.strips[gutter - 1][1] if gutter else self.origin

    def grown(self, by: float) -> Axis:
        """The same strips, wider on both sides."""
        return Axis(self.origin, tuple((low - by, high + by) for low, high in self.strips))


def track(
    line: str,
    number: int,
    axis: int,
    at: float,
    ends: tuple[float, float],
    *,
    from_box: bool,
    to_box: bool,
) -> Track:
    """A piece at a place, between two others; it may leave a box, or reach one."""
    street, (start, end) = int(at), ends
    in_gutter = street % 2 == 0
    return Track(
        line,
        number,
        axis,
        at,
        start,
        end,
        gutter=street // 2 if in_gutter else None,
        strip=None if in_gutter else street // 2,
        # A border of a box lies at the beginning or the end of its strip.
        from_gutter=int(start + 0.5) // 2 if from_box else None,
        to_gutter=int(end + 0.5) // 2 if to_box else None,
    )


def spread(
    pieces: Iterable[Track], axis: int, count: int, demands: Demands, least: float
) -> tuple[tuple[float, ...], dict[tuple[str, int], float]]:
    """The width of every gutter of an axis, and the place of every piece in its gutter."""
    by_gutter: defaultdict[int, list[Track]] = defaultdict(list)
    for track in pieces:
        if track.axis == axis and track.gutter is not None:
            by_gutter[track.gutter].append(track)
    sizes = []
    offsets: dict[tuple[str, int], float] = {}
    for gutter in range(count):
        placed: list[tuple[Track, float]] = []
        begin = max(PADDING, demands.before[axis, gutter])
        behind = max(PADDING, demands.behind[axis, gutter])
        for track in sorted(by_gutter[gutter], key=lambda track: track.at):
            lead = demands.lead[track.line, track.number]
            at = begin + lead
            for other, place in placed:
                if track.meets(other):
                    at = max(at, place + SPACING + lead)
            placed.append((track, at))
        needed = max((at for _, at in placed), default=begin) + behind
        if not placed:
            needed = demands.before[axis, gutter] + demands.behind[axis, gutter]
        # Nothing stands beyond the first and the last, so they may be narrow.
        outside = gutter in (0, count - 1)
        size = max(least / 2 if outside else least, needed)
        offsets |= {(track.line, track.number): at + (size - needed) / 2 for track, at in placed}
        sizes.append(size)
    return tuple(sizes), offsets


def calm(size: float, places: Iterable[float]) -> float:
    """Where a gutter of this size, with lines at these places, has the most room around it."""
    stops = [0.0, *sorted(places), size]
    middles = [(b - a, (a + b) / 2) for a, b in pairwise(stops)]
    return max(middles, key=lambda found: (found[0] - abs(found[1] - size / 2) / 2, found[1]))[1]


@dataclass(frozen=True, slots=True)
class Move:
    """From the net of streets to the page."""

    axes: tuple[Axis, Axis]
    offsets: Mapping[tuple[str, int], float]

    def line(self, pieces: Sequence[Track], source: Rect, target: Rect) -> tuple[Point, ...]:
        """The corners of a line in the drawing, from border to border."""
        first, last = pieces[0], pieces[-1]
        # The end of a piece on its own direction is the border that it leaves or reaches.
        begin = _side(source, first.axis, low=first.end < first.start)
        end = _side(target, last.axis, low=last.end > last.start)
        points = [_point(first.axis, self._coordinate(first), begin)]
        points += [self.meeting(*pair) for pair in pairwise(pieces)]
        points.append(_point(last.axis, self._coordinate(last), end))
        return tuple((round(x, 2), round(y, 2)) for x, y in points)

    def meeting(self, one: Track, other: Track) -> Point:
        """Where two pieces of different axes meet."""
        x, y = _point(one.axis, self._coordinate(one), self._coordinate(other))
        return round(x, 2), round(y, 2)

    def _coordinate(self, track: Track) -> float:
        axis = self.axes[track.axis]
        if track.strip is None:
            return axis.begin(int(track.at) // 2) + self.offsets[track.line, track.number]
        low, high = axis.strips[track.strip]
        return low + INSET + track.at % 1 * (high - low - 2 * INSET)


def _point(axis: int, at: float, along: float) -> Point:
    return (at, along) if axis == X else (along, at)


def _side(rect: Rect, axis: int, *, low: bool) -> float:
    if axis == X:
        return rect.top if low else rect.bottom
    return rect.left if low else rect.right
