"""The best way of one line through the streets: short, with few bends and few crossings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from processctl.diagrams.placing.streets import LEFT, Net, Traffic

# In steps to the side: what makes a way worse than a longer one.
BESIDE = 0.12
PORT = 0.18
JOIN = 0.3
# A step above or below both boxes, and the gutters beside them.
AROUND = 0.2
# Straight on, or to either side.
_TURNS = tuple((way, (way + 1) % 4, (way + 3) % 4) for way in range(4))


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
    target, joins, taken, high = wish.target, wish.joins, net.taken, net.high
    along, over, ports = traffic.along, traffic.over, traffic.ports
    left, right, top, bottom = _hull(net, wish)
    rows = sorted((wish.source % high, target % high))
    upper, lower = rows[0] - 1, rows[1] + 1
    best: dict[int, float] = {}
    came: dict[int, int] = {}
    heap: list[tuple[float, int]] = []

    def offer(state: int, cost: float, before: int) -> None:
        if cost < best.get(state, 1e9) - 1e-9:
            best[state] = cost
            came[state] = before
            x, y = divmod(state >> 2, high)
            # The least that is still to go, a step down being 0.7.
            cost += left - x if x < left else x - right if x > right else 0
            cost += 0.7 * (top - y if y < top else y - bottom if y > bottom else 0)
            heappush(heap, (cost, state))

    for side, corner in enumerate(net.next[wish.source]):
        if corner >= 0:
            crowd = PORT * ports.get((wish.source, side), 0)
            offer(corner << 2 | side, net.cost[corner][side % 2] + wish.leave[side] + crowd, -1)
    done: set[int] = set()
    while heap:
        _, state = heappop(heap)
        if state in done:
            continue
        done.add(state)
        corner, heading = state >> 2, state & 3
        if corner == target or corner in joins:
            return _traced(came, state, wish.source)
        neighbours = net.next[corner]
        for to in _TURNS[heading]:
            following = neighbours[to]
            if following < 0 or (following in taken and following != target):
                continue
            street = (corner, to) if to < LEFT else (following, to - 2)
            cost = best[state] + net.cost[following][to % 2] + BESIDE * along.get(street, 0)
            if not upper <= following % high <= lower:
                cost += AROUND
            if to == heading:
                cost += taste.crossing * over.get((corner, 1 - to % 2), 0)
            else:
                cost += taste.bend
            if following == target:
                side = (to + 2) % 4
                cost += wish.reach[side] + PORT * ports.get((target, side), 0)
            elif following in joins:
                if net.is_cell(following) or joins[following] == (to + 2) % 4:
                    continue
                cost += JOIN if joins[following] == to else JOIN + taste.bend / 2
            offer(following << 2 | to, cost, state)
    raise AssertionError("gutters lead around every box")


def _hull(net: Net, wish: Wish) -> tuple[int, int, int, int]:
    """What all the places where the line may end lie within."""
    places = [net.place(corner) for corner in (wish.target, *wish.joins)]
    across, down = [x for x, _ in places], [y for _, y in places]
    return min(across), max(across), min(down), max(down)


def _traced(came: Mapping[int, int], state: int, source: int) -> tuple[int, ...]:
    found = []
    while state >= 0:
        found.append(state >> 2)
        state = came[state]
    return (source, *reversed(found))
