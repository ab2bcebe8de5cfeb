"""Which row of its lane each box stands in: the main road straight, and few lines across others.

Lines are judged as if they ran straight from box to box; how they run in truth is found later, and
mostly agrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from processctl.diagrams.placing.place import Grid
from processctl.diagrams.placing.tally import (
    ASIDE,
    IN_THE_WAY,
    OFF_THE_ROAD,
    Ends,
    Rows,
    Tally,
    between,
    cross,
)
from processctl.diagrams.sketch import Box, Lane, Line, Sketch

# How many lines are looked at in all, at most: a lane of a thousand rows has no best order.
_MOST_WORK = 400_000
_ROUNDS = 6
_SWEEPS = 4
# Beyond so many lines only the sweeps are made: counting crossings is for what can be overlooked.
_MOST_LINES = 150


def grids(sketch: Sketch, column_of: Mapping[str, int]) -> tuple[Grid, ...]:
    """Give every box a row of its lane: good ways to do so, the best first."""
    road = main_road(sketch, column_of)
    first: Rows = {}
    lane_rows: list[tuple[Lane, int, int]] = []
    begin = 0
    for lane in sketch.lanes:
        members = [box for box in sketch.boxes if box.lane == lane.id]
        if members:
            count = _open_rows(members, sketch.lines, column_of, road, first, begin)
            lane_rows.append((lane, begin, begin + count))
            begin += count
    spans = {lane.id: range(low, high) for lane, low, high in lane_rows}
    range_of = {box.id: spans[box.lane] for box in sketch.boxes}
    search = _Search(sketch.lines, column_of, range_of, road)
    orders = [search.improved(rows) for rows in (first, search.swept(first))]
    if orders[0] == orders[1]:
        orders.pop()
    orders.sort(key=search.cost)
    return tuple(Grid(column_of, rows, tuple(lane_rows)) for rows in orders)


def main_road(sketch: Sketch, column_of: Mapping[str, int]) -> frozenset[str]:
    """The boxes of the longest way forward from the first start to a success."""
    lane = {lane.id: number for number, lane in enumerate(sketch.lanes)}
    place = {box.id: (column_of[box.id], lane[box.lane]) for box in sketch.boxes}
    start = next((box.id for box in sketch.boxes if box.is_start), None)
    if start is None:
        return frozenset()
    best: dict[str, tuple[int, str | None]] = {start: (0, None)}
    ahead: defaultdict[str, list[str]] = defaultdict(list)
    for line in sketch.lines:
        forward = place[line.source] < place[line.target]
        if forward and line.kind in ("exit", "handoff") and not line.planned:
            ahead[line.source].append(line.target)
    for box in sorted(place, key=place.__getitem__):
        for target in ahead[box] if box in best else ():
            if best[box][0] + 1 > best.get(target, (0, None))[0]:
                best[target] = best[box][0] + 1, box
    ends = [box for box in sketch.boxes if box.id in best and box.kind in ("won", "continues")]
    goal = max(ends, key=lambda box: (box.kind == "won", best[box.id][0]), default=None)
    road: list[str] = []
    at = goal.id if goal else None
    while at is not None:
        road.append(at)
        at = best[at][1]
    return frozenset(road)


def _open_rows(
    members: Sequence[Box],
    lines: Sequence[Line],
    column_of: Mapping[str, int],
    road: frozenset[str],
    rows: Rows,
    begin: int,
) -> int:
    """Put the boxes of a lane beside those that lead to them, the main road first.

    Returns the number of rows.
    """
    before: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines:
        if column_of[line.source] < column_of[line.target]:
            before[line.target].append(line.source)
    taken: set[tuple[int, int]] = set()
    count = 1
    for box in sorted(members, key=lambda box: (box.id not in road, column_of[box.id])):
        column = column_of[box.id]
        near = [rows[one] for one in before[box.id] if begin <= rows.get(one, -1) < begin + count]
        wanted = begin if box.id in road or not near else near[0]
        free = [row for row in range(begin, begin + count + 1) if (column, row) not in taken]
        row = min(free, key=lambda row: (abs(row - wanted) + 1.5 * (row == begin + count), row))
        count = max(count, row - begin + 1)
        taken.add((column, row))
        rows[box.id] = row
    return count


class _Search:
    """Looks for rows that cost less, step by step, always in the same order."""

    def __init__(
        self,
        lines: Sequence[Line],
        column_of: Mapping[str, int],
        range_of: Mapping[str, range],
        road: frozenset[str],
    ) -> None:
        self.lines = [(line.source, line.target) for line in lines if line.source != line.target]
        self.column_of, self.range_of, self.road = column_of, range_of, road
        self.columns: defaultdict[int, list[str]] = defaultdict(list)
        for box, column in column_of.items():
            self.columns[column].append(box)
        self.beside: defaultdict[str, list[str]] = defaultdict(list)
        for one, other in self.lines:
            self.beside[one].append(other)
            self.beside[other].append(one)
        # Where a box stands that no line leads to is all the same.
        self.movable = [
            box for box, rows in range_of.items() if len(rows) > 1 and box in self.beside
        ]

    def cost(self, rows: Rows) -> float:
        """How bad an order is, in crossings."""
        cells = {(self.column_of[box], row) for box, row in rows.items()}
        total = sum(OFF_THE_ROAD * (rows[box] - self.range_of[box][0]) for box in self.road)
        ends = []
        for one, other in self.lines:
            a = self.column_of[one], rows[one]
            b = self.column_of[other], rows[other]
            a, b = min(a, b), max(a, b)
            total += ASIDE * abs(a[1] - b[1])
            total += IN_THE_WAY * sum(cell in cells for cell in between(a, b))
            ends.append((a, b))
        if len(ends) <= _MOST_LINES:
            ends.sort()
            total += _crossings(ends)
        return total

    def swept(self, rows: Rows) -> Rows:
        """Every box as near as may be to the middle of those it is connected to."""
        found = dict(rows)
        columns = sorted(self.columns)
        for turn in range(_SWEEPS):
            for column in columns if turn % 2 == 0 else reversed(columns):
                for lane, members in self._by_lane(column).items():
                    self._spread(members, lane, found)
        return found

    def _by_lane(self, column: int) -> dict[range, list[str]]:
        found: dict[range, list[str]] = {}
        for box in self.columns[column]:
            found.setdefault(self.range_of[box], []).append(box)
        return found

    def _spread(self, members: Sequence[str], lane: range, rows: Rows) -> None:
        def wanted(box: str) -> float:
            near = [rows[other] for other in self.beside[box]]
            return sum(near) / len(near) if near else rows[box]

        order = sorted((wanted(box), rows[box], box) for box in members)
        row = lane[0] - 1
        for place, (middle, _, box) in enumerate(order):
            last = lane[-1] - (len(order) - place - 1)
            row = min(max(row + 1, round(middle)), last)
            rows[box] = row

    def improved(self, rows: Rows) -> Rows:
        """The rows after all moves and swaps of single boxes that help."""
        if len(self.lines) > _MOST_LINES:
            return dict(rows)
        tally = Tally(self.lines, self.column_of, self.road, rows)
        left = _MOST_WORK // (len(self.lines) + 1)
        for _ in range(_ROUNDS):
            before = tally.cost
            for box in self.movable:
                moved: Rows = {}
                for moves in self._moves(box, dict(tally.rows)) if left > 0 else ():
                    left -= 1
                    # Each begins where the box and its neighbours stood before the first.
                    back = {one: row for one, row in moved.items() if one not in moves}
                    if tally.after(back | moves) < tally.cost - 1e-9:
                        for one in moves:
                            moved.setdefault(one, tally.rows[one])
                        tally.move(back | moves)
            if tally.cost == before:
                break
        return tally.rows

    def _moves(self, box: str, rows: Rows) -> Iterator[Rows]:
        there = {rows[other]: other for other in self.columns[self.column_of[box]]}
        for row in self.range_of[box]:
            if row == rows[box]:
                continue
            yield {box: row, there[row]: rows[box]} if row in there else {box: row}


def _crossings(ends: Sequence[Ends]) -> int:
    """How many of the straight lines cross; they are sorted by their left ends."""
    count = 0
    for number, one in enumerate(ends):
        for other in ends[number + 1 :]:
            if other[0][0] > one[1][0]:
                break
            count += cross(one, other)
    return count
