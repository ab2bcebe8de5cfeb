"""A bound on the worst time from one stage to others, by the graph alone.

The longest way over the graph of strongly connected components. Inside a component nothing but its
limited edges can lead round: a walk takes each of them as often as it may, and between two of them goes
a way on which it meets no stage twice. If the other edges lead round by themselves there is no bound.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from processctl.criteria.components import components
from processctl.journey import Edge
from processctl.promises.ground import Ground, limit_of
from processctl.promises.lengths import Measure, Minutes


class Costs:
    """What each edge of a search costs in a measure: the time before it, and until it is accepted.

    Where the search ends a case need not be accepted.
    """

    def __init__(self, ground: Ground, targets: frozenset[str], measure: Measure) -> None:
        self._ground = ground
        self._targets = targets
        self._measure = measure

    def of(self, edge: Edge) -> Minutes:
        """The cost of one edge."""
        cost = self._ground.clocks.leaving(edge).at_most(self._measure.of)
        return cost if edge.target in self._targets else cost + self.accepting(edge)

    def accepting(self, edge: Edge) -> Minutes:
        """The time until a case that comes by an edge is accepted."""
        return self._ground.clocks.accepting(edge).at_most(self._measure.of)


def bound(source: str, edges: Iterable[Edge], costs: Costs, before: Minutes) -> Minutes:
    """The worst time from ``source`` on over ``edges``; ``before`` is what has passed by then."""
    edges = list(edges)
    if not edges:
        return before
    out = _by_source(edges)
    inside = components({stage: tuple(e.target for e in ways) for stage, ways in out.items()})
    number = {stage: place for place, members in enumerate(inside) for stage in members}
    entered: dict[int, Minutes] = {number[source]: before}
    longest = before
    # A component comes after all that it leads to.
    for place in range(number[source], -1, -1):
        if place not in entered:
            continue
        ways = [edge for stage in inside[place] for edge in out[stage]]
        time = entered[place] + _inside([e for e in ways if number[e.target] == place], costs)
        longest = max(longest, time)
        for edge in ways:
            target = number[edge.target]
            if target != place:
                entered[target] = max(entered.get(target, 0), time + costs.of(edge))
    return longest


def _inside(edges: list[Edge], costs: Costs) -> Minutes:
    """The most time that a walk can spend within one component, over these edges of it."""
    if not edges:
        return 0
    limited: dict[object, Minutes] = {}
    limits: dict[object, int] = {}
    others = []
    for edge in edges:
        limit = limit_of(edge)
        if limit is None:
            others.append(edge)
        else:
            limits[edge.way.path] = limit
            limited[edge.way.path] = max(limited.get(edge.way.path, 0), costs.of(edge))
    between = _longest(others, costs)
    rounds = sum(limits.values())
    return (rounds + 1) * between + sum(limits[path] * cost for path, cost in limited.items())


def _longest(edges: list[Edge], costs: Costs) -> Minutes:
    """The longest way over edges, infinite where they lead round."""
    if not edges:
        return 0
    out = _by_source(edges)
    longest: dict[str, Minutes] = {}
    for members in components({s: tuple(e.target for e in ways) for s, ways in out.items()}):
        stage = members[0]
        if len(members) > 1 or any(edge.target == stage for edge in out[stage]):
            return math.inf
        longest[stage] = max((costs.of(e) + longest[e.target] for e in out[stage]), default=0)
    return max(longest.values())


def _by_source(edges: list[Edge]) -> dict[str, list[Edge]]:
    out: dict[str, list[Edge]] = {}
    for edge in edges:
        out.setdefault(edge.source, []).append(edge)
        out.setdefault(edge.target, [])
    return out
