"""Walks of cases, exactly: what a case can do depends on what it has done.

The search goes over pasts as well as stages, so it may have very much to look at. It ends after
``LOOKED_AT`` cases: what it has found by then can be, and what it has not found may be all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from processctl.journey import Edge
from processctl.promises.ground import Case, Ground

LOOKED_AT = 20_000
Parents = Mapping[Case, "tuple[Case, Edge] | None"]


@dataclass(frozen=True, slots=True)
class Walks:
    """All that cases can do from ``sources`` on: each with its steps, nearest first.

    ``parents`` hold the step by which each was first come to. Where they are not ``complete``, some
    cases have no steps yet.
    """

    sources: tuple[Case, ...]
    complete: bool
    steps: Mapping[Case, tuple[tuple[Edge, Case], ...]]
    parents: Parents

    def to(self, case: Case) -> tuple[Edge, ...]:
        """The shortest walk from a source to a case."""
        edges = []
        step = self.parents[case]
        while step is not None:
            edges.append(step[1])
            step = self.parents[step[0]]
        return tuple(reversed(edges))

    def leading_to(self, targets: Iterable[Case]) -> set[Case]:
        """The cases that can still become one of ``targets``, those too."""
        before: dict[Case, list[Case]] = {}
        for case, steps in self.steps.items():
            for _, after in steps:
                before.setdefault(after, []).append(case)
        ahead = list(targets)
        found = set(ahead)
        while ahead:
            for case in before.get(ahead.pop(), ()):
                if case not in found:
                    found.add(case)
                    ahead.append(case)
        return found


def walks(
    ground: Ground,
    sources: Cases,
    *,
    within: frozenset[str] | None = None,
    stop: frozenset[str] = frozenset(),
) -> Walks:
    """What cases can do. Only stages ``within`` are entered; from those in ``stop`` none goes on."""
    first = tuple(dict.fromkeys(sources.cases))
    parents: dict[Case, tuple[Case, Edge] | None] = dict.fromkeys(first)
    steps: dict[Case, tuple[tuple[Edge, Case], ...]] = {}
    ahead = list(first)
    for case in ahead:
        if len(steps) == LOOKED_AT:
            return Walks(first, False, steps, parents)
        if case.stage in stop:
            steps[case] = ()
            continue
        steps[case] = tuple(
            (edge, after)
            for edge, after in ground.steps(case)
            if within is None or after.stage in within
        )
        for edge, after in steps[case]:
            if after not in parents:
                parents[after] = (case, edge)
                ahead.append(after)
    return Walks(first, sources.complete, steps, parents)


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases that can be; ``complete`` if there are no others."""

    cases: tuple[Case, ...]
    complete: bool = True


def cases_in(ground: Ground, stage: str) -> Cases:
    """The cases that can be in a stage, as they are on entering it."""
    before = ground.before
    every = (edge for edges in before.out.values() for edge in edges)
    leading = frozenset(before.leading_to([stage], every))
    starts = tuple(case for case in before.starts if case.stage in leading)
    found = walks(before, Cases(starts), within=leading)
    return Cases(tuple(case for case in found.parents if case.stage == stage), found.complete)


def way(met: Mapping[str, Edge | None], stage: str) -> tuple[Edge, ...]:
    """The edges by which a search over the graph met a stage."""
    edges = []
    edge = met[stage]
    while edge is not None:
        edges.append(edge)
        edge = met[edge.source]
    return tuple(reversed(edges))


def followed(ground: Ground, case: Case, edges: Sequence[Edge]) -> Case | None:
    """The case after all these steps; None where it cannot take one of them."""
    for edge in edges:
        after = ground.step(case, edge)
        if after is None:
            return None
        case = after
    return case


def nearest_case(ground: Ground, stage: str) -> Case | None:
    """The case that has come to a stage by the shortest way of the graph, if it can be gone."""
    before = ground.before
    if stage not in before.reached:
        return None
    edges = way(before.reached, stage)
    start = edges[0].source if edges else stage
    born = next(case for case in before.starts if case.stage == start)
    return followed(before, born, edges)
