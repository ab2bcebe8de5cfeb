"""The best way of one line through the streets: short, with few bends and few crossings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from processctl.diagrams.placing.streets import Net, Traffic

# In steps to the side: what makes a way worse than a longer one.
BESIDE = 0.12
PORT = 0.18
JOIN = 0.3
# A step above or below both boxes, and the gutters beside them.
AROUND = 0.2
_FAR = 1e9


@dataclass(frozen=True, slots=True)
class Taste:
    """How many steps a bend and a crossing are worth, and in which order lines are led."""

    bend: float
    crossing: float
    far_first: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A line to be led from box to box (corners of the net).

    ``leave`` and ``reach`` hold what it costs to do so at each side. ``joins`` are the corners of
    lines that it may join, with the direction in which they go on there; it may not cross those.
    """

    source: int
    target: int
    leave: Sequence[float]
    reach: Sequence[float]
    joins: Mapping[int, int]


def way(net: Net, traffic: Traffic, wish: Wish, taste: Taste) -> tuple[int, ...]:
    """The corners from the source to the target, or to where the line joins another.

    Of two ways that are equally good, the one found first by corner and direction.
    """
    # Most of the time of a large drawing is spent here, so these are plain lists and one loop.
    target, joins, taken = wish.target, wish.joins, net.taken
    along, over, ports = traffic.along, traffic.over, traffic.ports
    column, row = net.column, net.row
    left, right, top, bottom = _hull(net, wish)
    # The least that is still to go, a step down being 0.7.
    across = _beyond(left, right, net.wide)
    down = [0.7 * steps for steps in _beyond(top, bottom, net.high)]
    upper, lower = sorted((row[wish.source], row[target]))
    around = [0.0 if upper - 1 <= y <= lower + 1 else AROUND for y in range(net.high)]
    best = [_FAR] * (4 * net.corners)
    came: dict[int, int] = {}
    heap: list[tuple[float, int]] = []
    for side, corner in enumerate(net.next[wish.source]):
        if corner >= 0:
            crowd = PORT * ports[4 * wish.source + side]
            state, cost = corner << 2 | side, net.cost[corner][side % 2] + wish.leave[side] + crowd
            best[state], came[state] = cost, -1
            heappush(heap, (cost + across[column[corner]] + down[row[corner]], state))
    done, crossing, bend, known = bytearray(4 * net.corners), taste.crossing, taste.bend, net.known
    while heap:
        state = heappop(heap)[1]
        if done[state]:
            continue
        done[state] = 1
        corner, heading, gone = state >> 2, state & 3, best[state]
        if corner == target or corner in joins:
            return _traced(came, state, wish.source)
        for following, to, step, street in known[state] or net.onward(state):
            if following in taken and following != target:
                continue
            cost = gone + step + BESIDE * along[street] + around[row[following]]
            if to == heading:
                cost += crossing * over[2 * corner + 1 - to % 2]
            else:
                cost += bend
            if following == target:
                side = (to + 2) % 4
                cost += wish.reach[side] + PORT * ports[4 * target + side]
            elif following in joins:
                if net.is_cell(following) or joins[following] == (to + 2) % 4:
                    continue
                cost += JOIN if joins[following] == to else JOIN + bend / 2
            new = following << 2 | to
            if cost < best[new] - 1e-9:
                best[new], came[new] = cost, state
                heappush(heap, (cost + across[column[following]] + down[row[following]], new))
    raise AssertionError("gutters lead around every box")


def _hull(net: Net, wish: Wish) -> tuple[int, int, int, int]:
    """What all the places where the line may end lie within."""
    places = [net.place(corner) for corner in (wish.target, *wish.joins)]
    across, down = [x for x, _ in places], [y for _, y in places]
    return min(across), max(across), min(down), max(down)


def _beyond(first: int, last: int, count: int) -> list[int]:
    """How many steps each of so many coordinates is from those between two."""
    return [*range(first, 0, -1), *[0] * (last - first + 1), *range(1, count - last)]


def _traced(came: Mapping[int, int], state: int, source: int) -> tuple[int, ...]:
    found = []
    while state >= 0:
        found.append(state >> 2)
        state = came[state]
    return (source, *reversed(found))
