"""The straight runs of the lines; those that lead to one box share some."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from processctl.diagrams.placing.streets import LEFT, Net, directions
from processctl.diagrams.placing.trunks import Bundle

Street: TypeAlias = tuple[int, int]
"""An axis (0 for upright ones, 1 for level ones) and the coordinate on it."""


@dataclass(slots=True)
class Run:
    """A straight piece of a line, from corner to corner of the net.

    ``start`` and ``end`` are the corners' coordinates along it. ``met`` are the runs that it ends
    at, or that end here: each with whether it lies on the side of higher coordinates.
    """

    line: str
    number: int
    street: Street
    start: int
    end: int
    from_box: bool
    to_box: bool = False
    met: list[tuple[int, bool]] = field(default_factory=list)

    @property
    def onward(self) -> bool:
        """Whether it runs to the right, or down."""
        return self.end > self.start


@dataclass(frozen=True, slots=True)
class Joint:
    """Where a line joins the line ``onto``: they have the run ``shared`` together.

    ``met_by`` are the runs that meet it there, theirs and its own: behind the last of these the
    two are one.
    """

    onto: str
    shared: int
    met_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Runs:
    """All runs; the numbers of those of each line, from box to box; and who joins whom."""

    every: Sequence[Run]
    of: Mapping[str, tuple[int, ...]]
    joints: Mapping[str, Joint]


def runs(bundles: Iterable[Bundle], net: Net) -> Runs:
    """Cut the ways of all lines into straight runs."""
    cutter = _Cutter(net)
    for bundle in bundles:
        cutter.cut(bundle)
    return Runs(cutter.every, cutter.of, cutter.joints)


@dataclass(slots=True)
class _Trunk:
    """What is known of the corners of one bundle.

    That is the run that goes on there, whose it is, and the run that turned into it there.
    """

    onward: dict[int, int] = field(default_factory=dict)
    owner: dict[int, str] = field(default_factory=dict)
    turned: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Cutter:
    net: Net
    every: list[Run] = field(default_factory=list)
    of: dict[str, tuple[int, ...]] = field(default_factory=dict)
    joints: dict[str, Joint] = field(default_factory=dict)

    def cut(self, bundle: Bundle) -> None:
        """Cut the lines of one bundle."""
        trunk = _Trunk()
        for line, path in bundle.paths.items():
            mine: list[int] = []
            ways = directions(self.net, path)
            for at, way in enumerate(ways):
                if not at or ways[at - 1] != way:
                    mine.append(self._begin(line, len(mine), path[at], way, from_box=not at))
                    if at:
                        self._meet(mine[-2], mine[-1], ways[at - 1] < LEFT, way < LEFT)
                        trunk.turned[path[at]] = mine[-2]
                self.every[mine[-1]].end = self.net.place(path[at + 1])[way % 2]
                if at:
                    trunk.onward[path[at]], trunk.owner[path[at]] = mine[-1], line
            if path[-1] in self.net.taken:
                self.every[mine[-1]].to_box = True
            else:
                mine = self._join(line, path[-1], mine, trunk)
            self.of[line] = tuple(mine)

    def _begin(self, line: str, number: int, corner: int, way: int, *, from_box: bool) -> int:
        axis, place = 1 - way % 2, self.net.place(corner)
        along = place[1 - axis]
        self.every.append(Run(line, number, (axis, place[axis]), along, along, from_box))
        return len(self.every) - 1

    def _meet(self, one: int, other: int, one_onward: bool, other_onward: bool) -> None:
        """Note that the run ``one`` ends where it meets ``other``."""
        self.every[one].met.append((other, other_onward))
        self.every[other].met.append((one, not one_onward))

    def _join(self, line: str, corner: int, mine: list[int], trunk: _Trunk) -> list[int]:
        shared, onto = trunk.onward[corner], trunk.owner[corner]
        met_by = [trunk.turned[corner]] if corner in trunk.turned else []
        ahead, last = self.every[shared], self.every[mine[-1]]
        if ahead.street == last.street:
            # It comes from behind: the two runs are one, which begins where this one does.
            behind = mine.pop()
            self._grow(shared, behind)
            for passed, number in trunk.onward.items():
                if number == behind:
                    trunk.onward[passed] = shared
        else:
            self._meet(mine[-1], shared, last.onward, ahead.onward)
            met_by.append(mine[-1])
        self.joints[line] = Joint(onto, shared, tuple(met_by))
        theirs = self.of[onto]
        return [*mine, *theirs[theirs.index(shared) :]]

    def _grow(self, shared: int, behind: int) -> None:
        """Make two runs one; the number of the other stays without meaning."""
        ahead, added = self.every[shared], self.every[behind]
        ahead.start, ahead.from_box = added.start, added.from_box
        for other, side in added.met:
            ahead.met.append((other, side))
            theirs = self.every[other]
            theirs.met = [(shared if one == behind else one, at) for one, at in theirs.met]
        added.met, added.from_box = [], False
