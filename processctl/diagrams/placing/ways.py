"""The ways of all lines through the net of streets, as pieces that have an order beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from processctl.diagrams.geometry import Point, segments
from processctl.diagrams.placing.order import Order, shares
from processctl.diagrams.placing.place import Gaps, Grid, Sized, place
from processctl.diagrams.placing.route import routes
from processctl.diagrams.placing.runs import Runs, runs
from processctl.diagrams.placing.search import Taste
from processctl.diagrams.placing.streets import Net
from processctl.diagrams.placing.tracks import Axis, Meeting, Track, Way, X, Y, track
from processctl.diagrams.placing.trunks import lead
from processctl.diagrams.sketch import Line, Sketch

# What Graphviz sees: even gutters, and boxes with some air so that lines keep off them.
SEEN_GAP = 90.0
AIR = 12.0
TASTES = (
    Taste(1.4, 2.2),
    Taste(1.8, 2.2),
    Taste(1.8, 1.2),
    Taste(0.9, 2.8),
    Taste(2.0, 2.2, far_first=True),
    Taste(1.4, 1.6, far_first=True),
)
# Only a drawing that can be overlooked is led more than once.
MANY_LINES = 100
_BEND = 1.2
_CROSSING = 2.5


def ways(lines: Sequence[Line], grids: Sequence[Grid]) -> tuple[Grid, dict[str, Way]]:
    """Lead the lines around the boxes; those that look alike and go to one box join each other.

    Of several grids, and several tastes in ways, what has the fewest crossings and bends is taken.
    """
    if not lines:
        return grids[0], {}
    many = len(lines) > MANY_LINES
    nets = [(cells, Net(cells)) for cells in grids[: 1 if many else None]]
    tries = [
        _Try(lines, cells, net, taste)
        for cells, net in nets
        for taste in TASTES[: 1 if many else None]
    ]
    best = min(tries, key=lambda one: one.cost) if len(tries) > 1 else tries[0]
    return best.cells, best.ways()


class _Try:
    """The lines led in one grid after one taste."""

    def __init__(self, lines: Sequence[Line], cells: Grid, net: Net, taste: Taste) -> None:
        self.cells = cells
        self.runs = runs(lead(lines, cells, net, taste), net)
        self.order = Order(self.runs.every)
        self.order.settle()
        self.order.put_aside({line.id for line in lines if not any(line.label)})

    @property
    def cost(self) -> float:
        """How bad it is, in steps through the net."""
        every = self.runs.every
        length = sum(abs(every[number].end - every[number].start) for number in self.order.place)
        return length + _BEND * len(self.order.place) + _CROSSING * self.order.crossings()

    def ways(self) -> dict[str, Way]:
        """The lines as pieces."""
        pieces = _pieces(self.runs, self.order)
        return {
            line: Way(
                tuple(pieces[number] for number in numbers),
                _joint(self.runs, self.order, pieces, line),
            )
            for line, numbers in self.runs.of.items()
        }


def _pieces(found: Runs, order: Order) -> dict[int, Track]:
    places = dict(order.place)
    extents = {number: order.extent(number) for number in places}
    for (_, street), members in order.streets.items():
        if street % 2:
            apart = shares([extents[number] for number in members])
            places |= {number: street + at for number, at in zip(members, apart, strict=True)}
    pieces = {}
    for number, at in places.items():
        run = found.every[number]
        low, high = extents[number]
        pieces[number] = track(
            run.line,
            run.number,
            run.street[0],
            at,
            (low, high) if run.onward else (high, low),
            from_box=run.from_box,
            to_box=run.to_box,
        )
    return pieces


def _joint(found: Runs, order: Order, pieces: Mapping[int, Track], line: str) -> Meeting | None:
    joint = found.joints.get(line)
    if joint is None:
        return None
    onward = 1 if found.every[joint.shared].onward else -1
    last = max(joint.met_by, key=lambda number: order.place[number] * onward)
    return Meeting(joint.onto, pieces[last], pieces[joint.shared])


def ways_by_graphviz(
    lines: Sequence[Line], cards: Mapping[str, Sized], cells: Grid, sketch: Sketch, program: Path
) -> dict[str, Way]:
    """Let a Graphviz of the user's own find the ways; it lets no line join another."""
    rows = (SEEN_GAP,) * (cells.row_count + 1)
    taller, wider = (0.0,) * cells.row_count, (0.0,) * cells.column_count
    gaps = Gaps((SEEN_GAP,) * (cells.column_count + 1), rows, rows, taller, wider)
    seen = place(sketch, cards, cells, gaps)
    axes = seen.columns.grown(AIR), seen.rows.grown(AIR)
    boxes = {box: rect.grown(AIR) for box, rect in seen.boxes.items()}
    return {
        line: Way(tuple(_seen(line, points, axes)))
        for line, points in routes(boxes, lines, program).items()
    }


def _seen(line: str, points: Sequence[Point], axes: tuple[Axis, Axis]) -> Iterator[Track]:
    """The pieces of a line that Graphviz has drawn."""
    every = list(segments(points))
    for number, (start, end) in enumerate(every):
        axis = X if abs(start[X] - end[X]) < abs(start[Y] - end[Y]) else Y
        along = axes[1 - axis]
        first, last = number == 0, number == len(every) - 1
        at = axes[axis].place(start[axis])
        if (first or last) and int(at) % 2 == 0:
            # It leaves or reaches its box by a hair beside its side.
            at += 0.5 if at % 1 > 0.5 else -0.5
        ends = along.place(start[1 - axis]), along.place(end[1 - axis])
        yield track(line, number, axis, at, ends, from_box=first, to_box=last)
