"""The net of streets between the boxes: along the gutters, and through cells that are free.

A corner of the net is a number. Even coordinates lie in gutters, odd ones in columns or rows; so
the cell of column 2 and row 0 is at (5, 1), and the gutter before it at (4, 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from processctl.diagrams.placing.place import Grid

Step: TypeAlias = tuple[int, int, float, int]
"""To which corner, which way, at what cost, and over which street."""
RIGHT, DOWN, LEFT, UP = range(4)
# A step to the side is longer on the page than one down, for boxes and labels are wider than high.
_STEP = (1.0, 0.7, 1.0, 0.7)
# Around everything is a long way to look; and a line in a free cell might be taken for its end.
_OUTSIDE = 0.25
_CELL = 0.05


class Net:
    """Corners, what a step to each of them costs, and which of them are boxes.

    ``known`` are the answers of ``onward`` so far.
    """

    def __init__(self, cells: Grid) -> None:
        self.wide, self.high = 2 * cells.column_count + 1, 2 * cells.row_count + 1
        self.box_at = {
            box: (2 * column + 1) * self.high + 2 * cells.row_of[box] + 1
            for box, column in cells.column_of.items()
        }
        self.taken = frozenset(self.box_at.values())
        self.corners = self.wide * self.high
        self.next = [self._neighbours(corner) for corner in range(self.corners)]
        self.cost = [self._cost(corner) for corner in range(self.corners)]
        self.column = [corner // self.high for corner in range(self.corners)]
        self.row = [corner % self.high for corner in range(self.corners)]
        self.known: list[tuple[Step, ...] | None] = [None] * (4 * self.corners)

    def onward(self, state: int) -> tuple[Step, ...]:
        """The steps that go on from a corner, by four times its number and the way one has come there.

        Nobody turns round on the spot, and only boxes at the end of a way are gone into.
        """
        found = self.known[state]
        if found is None:
            corner, heading = state >> 2, state & 3
            turns = (heading, (heading + 1) % 4, (heading + 3) % 4)
            found = tuple(
                (
                    self.next[corner][to],
                    to,
                    self.cost[self.next[corner][to]][to % 2],
                    self.street(corner, to),
                )
                for to in turns
                if self.next[corner][to] >= 0
            )
            self.known[state] = found
        return found

    def street(self, corner: int, way: int) -> int:
        """The number of a piece of street, which is the same from both of its ends."""
        return 2 * corner + way if way < LEFT else 2 * self.next[corner][way] + way - 2

    def place(self, corner: int) -> tuple[int, int]:
        """The two coordinates of a corner."""
        return divmod(corner, self.high)

    def is_cell(self, corner: int) -> bool:
        """Whether a corner is a cell for a box, and in no gutter."""
        x, y = divmod(corner, self.high)
        return x % 2 == 1 and y % 2 == 1

    def _neighbours(self, corner: int) -> tuple[int, int, int, int]:
        """The corner in each direction, or -1."""
        x, y = divmod(corner, self.high)
        return (
            corner + self.high if x + 1 < self.wide else -1,
            corner + 1 if y + 1 < self.high else -1,
            corner - self.high if x else -1,
            corner - 1 if y else -1,
        )

    def _cost(self, corner: int) -> tuple[float, float]:
        """What a level and an upright step to a corner cost."""
        x, y = divmod(corner, self.high)
        more = _CELL if self.is_cell(corner) else 0.0
        level = more + (_OUTSIDE if y in (0, self.high - 1) else 0.0)
        upright = more + (_OUTSIDE if x in (0, self.wide - 1) else 0.0)
        return _STEP[RIGHT] + level, _STEP[DOWN] + upright


class Traffic:
    """How many lines run where.

    Along each street, by its number; straight over each corner, by twice its number and the way being
    upright; at each side of each box, by four times its number and the side.
    """

    def __init__(self, net: Net) -> None:
        self._net = net
        self.along = [0] * (2 * net.corners)
        self.over = [0] * (2 * net.corners)
        self.ports = [0] * (4 * net.corners)

    def count(self, path: Sequence[int], by: int) -> None:
        """Add (or take away, with -1) the line along a path of corners."""
        net = self._net
        ways = directions(net, path)
        for corner, way in zip(path, ways, strict=False):
            self.along[net.street(corner, way)] += by
        for corner, before, after in zip(path[1:], ways, ways[1:], strict=False):
            if before == after:
                self.over[2 * corner + before % 2] += by
        self.ports[4 * path[0] + ways[0]] += by
        if path[-1] in net.taken:
            self.ports[4 * path[-1] + (ways[-1] + 2) % 4] += by


def directions(net: Net, path: Iterable[int]) -> list[int]:
    """The direction of every step of a path."""
    return [net.next[one].index(other) for one, other in pairwise(path)]
