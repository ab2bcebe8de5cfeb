"""The order of runs beside each other in every street, by counted crossings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from math import ceil, floor

from processctl.diagrams.placing.runs import Run, Street

_SWEEPS = 12
_ROUNDS = 3
# Of two orders with the same crossings, the one in which what turns off to a side stands there.
_TIDY = 0.01


class Order:
    """Which run stands where beside the others of its street."""

    def __init__(self, every: Sequence[Run]) -> None:
        self.every = every
        self.streets: defaultdict[Street, list[int]] = defaultdict(list)
        for number, run in enumerate(every):
            if run.met or run.from_box:
                self.streets[run.street].append(number)
        for members in self.streets.values():
            members.sort(key=lambda number: (self._pull(number), number))
        self.place: dict[int, float] = {}
        for street in self.streets:
            self._number(street)

    def _pull(self, number: int) -> float:
        met = self.every[number].met
        return sum(1 if high else -1 for _, high in met) / (len(met) or 1)

    def _number(self, street: Street) -> None:
        members = self.streets[street]
        for rank, number in enumerate(members, start=1):
            self.place[number] = street[1] + rank / (len(members) + 1)

    def extent(self, number: int) -> tuple[float, float]:
        """From where to where a run goes, as places in the streets across it."""
        run = self.every[number]
        ends = [self.place[other] for other, _ in run.met]
        if run.from_box:
            ends.append(run.start + run.onward)
        if run.to_box:
            ends.append(run.end + (not run.onward))
        return min(ends), max(ends)

    def settle(self) -> None:
        """Move runs past each other as long as that saves crossings."""
        streets = sorted(self.streets)
        for _ in range(_SWEEPS):
            moved = False
            for street in streets:
                moved |= self._settle(street)
            if not moved:
                break

    def put_aside(self, quiet: Collection[str]) -> None:
        """Of lines that run straight beside each other, put those without words in the middle.

        The words of the others then find room above and below.
        """
        for street, members in self.streets.items():
            found: list[int] = []
            for _, group in groupby(members, key=self._twins):
                several = list(group)
                bare = [one for one in several if self.every[one].line in quiet]
                loud = [one for one in several if self.every[one].line not in quiet]
                half = (len(loud) + 1) // 2
                found += [*loud[:half], *bare, *loud[half:]]
            if found != members:
                members[:] = found
                self._number(street)

    def _twins(self, number: int) -> tuple[int, ...]:
        """What is the same of lines between the same two boxes that run straight, and only of those."""
        run = self.every[number]
        if run.met:
            return (number,)
        return min(run.start, run.end), max(run.start, run.end)

    def crossings(self) -> int:
        """How many there are in the end."""
        runs = [(self.every[number].street[0], place, *self.extent(number))
                for number, place in self.place.items()]  # fmt: skip
        level = [run[1:] for run in runs if run[0]]
        return sum(
            low < at < high and begin < other < end
            for axis, other, low, high in runs
            if not axis
            for at, begin, end in level
        )

    def _settle(self, street: Street) -> bool:
        members = self.streets[street]
        if len(members) < 2:
            return False
        costs = self._costs(members)
        moved = False
        for _ in range(_ROUNDS):
            again = False
            for number in sorted(members):
                again |= _insert(members, number, costs[number])
            moved |= again
            if not again:
                break
        if moved:
            self._number(street)
        return moved

    def _costs(self, members: Sequence[int]) -> dict[int, dict[int, float]]:
        """What is gained where one run stands before the other instead of behind it."""
        extent = {number: self.extent(number) for number in members}
        costs: dict[int, dict[int, float]] = {number: {} for number in members}
        by_begin = sorted(members, key=lambda number: (extent[number][0], number))
        for place, one in enumerate(by_begin):
            for other in by_begin[place + 1 :]:
                if extent[other][0] > extent[one][1]:
                    break
                crossed = self._crossed(one, other, extent) - self._crossed(other, one, extent)
                before = crossed + _TIDY * (self._pull(one) - self._pull(other))
                costs[one][other], costs[other][one] = before, -before
        return costs

    def _crossed(self, low: int, high: int, extent: Mapping[int, tuple[float, float]]) -> int:
        """The crossings of two runs, ``low`` standing before ``high``."""
        place = self.place
        begin, end = extent[high]
        count = sum(upward and begin < place[met] < end for met, upward in self.every[low].met)
        begin, end = extent[low]
        return count + sum(
            not upward and begin < place[met] < end for met, upward in self.every[high].met
        )


def _insert(members: list[int], number: int, costs: Mapping[int, float]) -> bool:
    """Put a run where it crosses least among those beside it; whether it was moved."""
    if not costs:
        return False
    here = members.index(number)
    gain, best, to = 0.0, -1e-6, here
    for at in range(here - 1, -1, -1):
        gain += costs.get(members[at], 0.0)
        if gain < best:
            best, to = gain, at
    gain = 0.0
    for at in range(here + 1, len(members)):
        gain -= costs.get(members[at], 0.0)
        if gain < best:
            best, to = gain, at
    if to == here:
        return False
    members.insert(to, members.pop(here))
    return True


def shares(extents: Sequence[tuple[float, float]]) -> list[float]:
    """Where in a strip each run stands, from 0 to 1: those beside each other evenly apart.

    ``extents`` are in their order across the strip. One that has the strip for itself runs in its
    middle, whatever goes on elsewhere. Runs that end in one street count as beside each other.
    """
    reach = [(floor(low), ceil(high)) for low, high in extents]
    before = _depths(reach)
    behind = _depths(reach[::-1])[::-1]
    return [(b + 1) / (b + a + 2) for b, a in zip(before, behind, strict=True)]


def _depths(reach: Sequence[tuple[int, int]]) -> list[int]:
    """How many runs stand before each at most, all of them beside one another."""
    found: list[int] = []
    for place, (low, high) in enumerate(reach):
        beside = (
            found[at] + 1 for at in range(place) if reach[at][0] < high and low < reach[at][1]
        )
        found.append(max(beside, default=0))
    return found
