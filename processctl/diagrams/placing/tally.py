"""What an order of rows costs, kept up while boxes move: only what a move touches is counted anew.

Lines are judged as if they ran straight from box to box.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

Rows: TypeAlias = dict[str, int]
Cell: TypeAlias = tuple[int, int]
Ends: TypeAlias = tuple[Cell, Cell]

# What is counted against an order, in crossings.
ASIDE = 0.45
IN_THE_WAY = 1.2
OFF_THE_ROAD = 12.0


class Tally:
    """The cost of an order, and of what becomes of it when some boxes change their rows.

    Boxes stand in different cells, and keep their columns. ``road`` are the boxes that want to stand
    in the first rows of their lanes.
    """

    def __init__(
        self,
        lines: Sequence[tuple[str, str]],
        column_of: Mapping[str, int],
        road: frozenset[str],
        rows: Rows,
    ) -> None:
        self.rows = dict(rows)
        self._lines, self._column_of, self._road = lines, column_of, road
        self._of: defaultdict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(lines):
            for box in line:
                self._of[box].append(number)
        self._ends = [self._at(number, {}) for number in range(len(lines))]
        self._rivals = _rivals(self._ends)
        self._crossed: list[set[int]] = [set() for _ in lines]
        self._count(range(len(lines)))
        self._occupied = {(column_of[box], row) for box, row in rows.items()}
        self._covers = Counter(cell for ends in self._ends for cell in between(*ends))
        self.cost = 0.0
        """Of all orders the difference counts, so that this one costs nothing."""

    def after(self, moves: Rows) -> float:
        """The cost if boxes had other rows."""
        ends = {line: self._at(line, moves) for box in moves for line in self._of[box]}
        off = sum(row - self.rows[box] for box, row in moves.items() if box in self._road)
        aside = sum(_aside(new) - _aside(self._ends[line]) for line, new in ends.items())
        return (
            self.cost
            + OFF_THE_ROAD * off
            + ASIDE * aside
            + IN_THE_WAY * self._more_in_the_way(moves, ends)
            + self._more_crossings(ends)
        )

    def move(self, moves: Rows) -> None:
        """Give boxes other rows."""
        self.cost = self.after(moves)
        changed = {line for box in moves for line in self._of[box]}
        for line in changed:
            self._covers.subtract(between(*self._ends[line]))
            for other in self._crossed[line]:
                self._crossed[other].discard(line)
            self._crossed[line] = set()
        self._occupied -= {(self._column_of[box], self.rows[box]) for box in moves}
        self.rows |= moves
        self._occupied |= {(self._column_of[box], row) for box, row in moves.items()}
        for line in changed:
            self._ends[line] = self._at(line, {})
            self._covers.update(between(*self._ends[line]))
        self._count(changed)

    def _at(self, line: int, moves: Rows) -> Ends:
        """Where a line ends, the left end first."""
        one, other = self._lines[line]
        a = self._column_of[one], moves.get(one, self.rows[one])
        b = self._column_of[other], moves.get(other, self.rows[other])
        return (a, b) if a <= b else (b, a)

    def _count(self, lines: Iterable[int]) -> None:
        for line in lines:
            ends = self._ends[line]
            for other in self._rivals[line]:
                if cross(ends, self._ends[other]):
                    self._crossed[line].add(other)
                    self._crossed[other].add(line)

    def _more_in_the_way(self, moves: Rows, ends: Mapping[int, Ends]) -> int:
        """How many more boxes stand in the way of level and upright lines."""
        left = {(self._column_of[box], self.rows[box]) for box in moves}
        taken = {(self._column_of[box], row) for box, row in moves.items()}
        left, taken = left - taken, taken - left
        more = sum(self._covers[cell] for cell in taken) - sum(self._covers[cell] for cell in left)
        for line, new in ends.items():
            for cell in between(*self._ends[line]):
                more -= cell in taken or (cell in self._occupied and cell not in left)
            for cell in between(*new):
                more += cell in taken or (cell in self._occupied and cell not in left)
        return more

    def _more_crossings(self, ends: Mapping[int, Ends]) -> int:
        more = 0
        known = self._ends
        for line, (a, b) in ends.items():
            more -= sum(other not in ends or other < line for other in self._crossed[line])
            low, high = (a[1], b[1]) if a[1] <= b[1] else (b[1], a[1])
            for other in self._rivals[line]:
                if other not in ends:
                    c, d = known[other]
                elif other < line:
                    c, d = ends[other]
                else:
                    continue
                # One above the other: most pairs are.
                if (c[1] >= high and d[1] >= high) or (c[1] <= low and d[1] <= low):
                    continue
                more += cross((a, b), (c, d))
        return more


def between(a: Cell, b: Cell) -> Iterator[Cell]:
    """The cells that a straight line between two others runs over, if it is upright or level."""
    if a[1] == b[1]:
        yield from ((column, a[1]) for column in range(a[0] + 1, b[0]))
    elif a[0] == b[0]:
        yield from ((a[0], row) for row in range(a[1] + 1, b[1]))


def _aside(ends: Ends) -> int:
    return abs(ends[0][1] - ends[1][1])


def _rivals(every: Sequence[Ends]) -> list[list[int]]:
    """For each line those that could cross it in some rows: what stands in other columns cannot."""
    found: list[list[int]] = [[] for _ in every]
    for one, (a, b) in enumerate(every):
        for other, (c, d) in enumerate(every[:one]):
            low, high = max(a[0], c[0]), min(b[0], d[0])
            if low < high or (low == high and (c[0] < low < d[0] or a[0] < low < b[0])):
                found[one].append(other)
                found[other].append(one)
    return found


def cross(one: Ends, other: Ends) -> bool:
    """Whether two straight lines cross; to touch is not to cross."""
    ((ax, ay), (bx, by)), ((cx, cy), (dx, dy)) = one, other
    x, y = bx - ax, by - ay
    if (x * (cy - ay) - y * (cx - ax)) * (x * (dy - ay) - y * (dx - ax)) >= 0:
        return False
    x, y = dx - cx, dy - cy
    return (x * (ay - cy) - y * (ax - cx)) * (x * (by - cy) - y * (bx - cx)) < 0
