"""Walks of cases, exactly: what a case can do depends on what it has done.

The search goes over pasts as well as stages, so it may have very much to look at. It ends after
so many cases that their pasts have ``LOOKED_AT`` parts: what it has found by then can be, and what it
has not found may be all the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from processctl.journey import Edge
from processctl.promises.ground import Case, Ground

LOOKED_AT = 100_000
Parents = Mapping[Case, "tuple[Case, Edge] | None"]


@dataclass(frozen=True, slots=True)
class Walks:
    """All that cases can do from some on: each with its steps, those of the shortest past first.

    ``parents`` hold the step by which each was first come to, ``before`` the walks by which the first
    ones came. Where not everything was looked at, some cases have no steps yet.
    """

    complete: bool
    steps: Mapping[Case, tuple[tuple[Edge, Case], ...]]
    parents: Parents
    before: Walks | None = None

    def to(self, case: Case) -> tuple[Edge, ...]:
        """The walk to a case from where the search began."""
        edges = []
        step = self.parents[case]
        while step is not None:
            case = step[0]
            edges.append(step[1])
            step = self.parents[case]
        return tuple(reversed(edges))

    def whole(self, case: Case) -> tuple[Edge, ...]:
        """The walk to a case from its birth."""
        walk = self.to(case)
        if self.before is None:
            return walk
        first = case
        step = self.parents[first]
        while step is not None:
            first = step[0]
            step = self.parents[first]
        return (*self.before.whole(first), *walk)

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


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases that can be, each with the number of steps that it has taken, the fewest first.

    ``complete`` if there are no others. ``walks`` lead to them from their birth.
    """

    steps: Mapping[Case, int]
    complete: bool = True
    walks: Walks | None = None


def walks(
    ground: Ground,
    sources: Cases,
    *,
    within: frozenset[str] | None = None,
    stop: frozenset[str] = frozenset(),
) -> Walks:
    """What cases can do. Only stages ``within`` are entered; from those in ``stop`` none goes on."""
    parents: dict[Case, tuple[Case, Edge] | None] = {}
    steps: dict[Case, tuple[tuple[Edge, Case], ...]] = {}
    queue: deque[tuple[int, Case]] = deque()
    waiting = deque((count, case) for case, count in sources.steps.items())
    looked_at = 0
    while queue or waiting:
        if waiting and (not queue or waiting[0][0] <= queue[0][0]):
            count, case = waiting.popleft()
            if case in parents:
                continue
            parents[case] = None
        else:
            count, case = queue.popleft()
        looked_at += 5 + len(case.used) + len(case.been) + len(case.came)
        if looked_at > min(LOOKED_AT, ground.work.parts):
            ground.work.parts -= looked_at
            return Walks(False, steps, parents, sources.walks)
        steps[case] = ()
        if case.stage in stop:
            continue
        steps[case] = tuple(
            (edge, after)
            for edge, after in ground.steps(case)
            if within is None or after.stage in within
        )
        for edge, after in steps[case]:
            if after not in parents:
                parents[after] = (case, edge)
                queue.append((count + 1, after))
    ground.work.parts -= looked_at
    return Walks(sources.complete, steps, parents, sources.walks)


def newborn(cases: Iterable[Case]) -> Cases:
    """Cases that have taken no step yet."""
    return Cases(dict.fromkeys(cases, 0))


def cases_in(ground: Ground, stage: str) -> Cases:
    """The cases that can be in a stage, as they are on entering it."""
    before = ground.before
    every = (edge for edges in before.out.values() for edge in edges)
    leading = frozenset(before.leading_to([stage], every))
    starts = newborn(case for case in before.starts if case.stage in leading)
    found = walks(before, starts, within=leading)
    taken: dict[Case, int] = {}
    for case, step in found.parents.items():
        taken[case] = 0 if step is None else taken[step[0]] + 1
    return Cases(
        {case: count for case, count in taken.items() if case.stage == stage},
        found.complete,
        found,
    )


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
