"""The ground that cases walk on: the edges that can be taken at all, and what each step asks of a walk.

A step may depend on the walk before it: an exit is taken ``at_most`` so often, what comes ``then``
only after that; nobody returns to having won who has not won before, nor to an origin that they did
not come from; only who was handed over waits to be accepted. All of this happens within a strongly
connected component of the graph, so a walk may forget it when it leaves one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property

from processctl.criteria.components import components
from processctl.journey import Edge, Handoff, Journey
from processctl.model.exit import Exit, Step
from processctl.promises.clocks import Clocks
from processctl.reading.problem import Path

_SEARCHES, _LEAST, _PARTS = 400, 1_000_000, 500_000


@dataclass(frozen=True, slots=True)
class Case:
    """Where a case is on its walk, and all of its past that matters for what it can do next.

    ``used`` counts exits that are limited, ``been`` are results it may be returned to, ``came`` says
    for stages with a way back to the origin which one that is. ``handed`` is the edge it was handed
    over by, kept where that matters.
    """

    stage: str
    handed: Edge | None = None
    used: tuple[tuple[Path, int], ...] = ()
    been: frozenset[str] = frozenset()
    came: tuple[tuple[str, str], ...] = ()


class Work:
    """What may still be looked at for all promises of a process together.

    ``edges`` of the graph: some hundred times all of them, so that it grows with the process and not
    with its square; ``parts`` of the pasts of cases (see ``walks``).
    """

    def __init__(self, edges: int) -> None:
        self.edges = _SEARCHES * edges + _LEAST
        self.parts = _PARTS

    @property
    def is_done(self) -> bool:
        """Whether nothing more is looked at."""
        return self.edges <= 0


class Ground:
    """The edges of a journey that are in force and ``is_open``, and how a case walks on them.

    Of cases in the stage ``watched`` it is kept by which edge they were handed over, if they were.
    """

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.watched: str | None = None
        self.work = Work(len(journey.edges))
        self.clocks = Clocks(journey)
        self._walked: Ground | None = None  # itself would be a circle, and garbage for long
        out = {
            stage: tuple(edge for edge in edges if limit_of(edge) != 0)
            for stage, edges in journey.out.items()
        }
        self.component = _components(out)
        # Who comes back has been there: a way back leads round, or it is never taken.
        self.out = {
            stage: tuple(
                edge for edge in edges if journey.can_be_first(edge) or self.is_inside(edge)
            )
            for stage, edges in out.items()
        }

    @property
    def before(self) -> Ground:
        """The ground that cases have walked on so far: the same, if it was not ``narrowed``."""
        return self._walked or self

    def watching(self, stage: str) -> Ground:
        """The same ground, on which the handoffs to a stage are remembered."""
        ground = copy(self)
        ground.watched, ground._walked = stage, None
        return ground

    def narrowed(self, is_open: Callable[[Edge], bool]) -> Ground:
        """The ground from some stage on, for cases that can take only edges that are open."""
        ground = copy(self)
        ground._walked = self.before
        ground.out = {
            stage: tuple(edge for edge in edges if is_open(edge))
            for stage, edges in self.out.items()
        }
        return ground

    def is_inside(self, edge: Edge) -> bool:
        """Whether a case that takes an edge may come to it again."""
        return self.component[edge.source] == self.component[edge.target]

    def reach(
        self,
        sources: Iterable[str],
        stop: frozenset[str] = frozenset(),
        without: frozenset[str] = frozenset(),
    ) -> dict[str, Edge | None]:
        """What can be reached, nearest first, each with the edge it is met by.

        Stages in ``stop`` are met and not gone on from; those in ``without`` are not entered.
        Limits are not looked at: more may be reached here than by any walk.
        """
        met: dict[str, Edge | None] = {one: None for one in sources if one not in without}
        ahead = list(met)
        for stage in ahead:
            if stage in stop:
                continue
            self.work.edges -= len(self.out[stage])
            for edge in self.out[stage]:
                if edge.target not in met and edge.target not in without:
                    met[edge.target] = edge
                    ahead.append(edge.target)
        return met

    def leading_to(self, targets: Iterable[str], edges: Iterable[Edge]) -> set[str]:
        """The stages from which some of these edges lead to a target; the targets too."""
        into: dict[str, list[str]] = {}
        for edge in edges:
            into.setdefault(edge.target, []).append(edge.source)
        ahead = list(targets)
        found = set(ahead)
        while ahead:
            for source in into.get(ahead.pop(), ()):
                if source not in found:
                    found.add(source)
                    ahead.append(source)
        return found

    @cached_property
    def starts(self) -> tuple[Case, ...]:
        """The cases at their birth."""
        return tuple(self._entered(Case(start)) for start in self.journey.starts)

    @cached_property
    def reached(self) -> dict[str, Edge | None]:
        """What can be reached from a start."""
        return self.reach(self.journey.starts)

    def steps(self, case: Case) -> Iterator[tuple[Edge, Case]]:
        """Every step that a case can take, in the order written, and what it is then."""
        for edge in self.out[case.stage]:
            after = self.step(case, edge)
            if after is not None:
                yield edge, after

    def step(self, case: Case, edge: Edge) -> Case | None:
        """The case after a step; None where it cannot take it."""
        limit = limit_of(edge)
        used = dict(case.used)
        count = used.get(edge.way.path, 0)
        if edge.kind == "then" and count < self._needed(edge):
            return None
        if limit is not None and count >= limit:
            return None
        if edge.from_origin and dict(case.came).get(case.stage) != edge.target:
            return None
        comes_back = not edge.from_origin and not self.journey.can_be_first(edge)
        if comes_back and edge.target not in case.been:
            return None
        if edge.kind == "silent" and not self._is_unaccepted(case.handed, edge):
            return None
        if not self.is_inside(edge):
            return self._entered(Case(edge.target), edge)
        if limit is not None and edge.way.path in self.before._round:
            used[edge.way.path] = count + 1
        return self._entered(
            replace(case, stage=edge.target, used=tuple(sorted(used.items()))), edge
        )

    def _entered(self, case: Case, edge: Edge | None = None) -> Case:
        stage = case.stage
        if stage in self.before._returned_to:
            case = replace(case, been=case.been | {stage})
        if edge is None:
            return case
        matters = stage in self.before._waited_in or stage == self.watched
        handed = edge if matters and edge in self.clocks.handoffs else None
        came = case.came
        if stage in self.before._goes_back and not edge.from_origin and edge.source != stage:
            came = tuple(sorted({**dict(came), stage: edge.source}.items()))
        return replace(case, handed=handed, came=came)

    @cached_property
    def _waited_in(self) -> frozenset[str]:
        return frozenset(
            stage
            for stage, edges in self.out.items()
            if any(edge.kind == "silent" for edge in edges)
        )

    @cached_property
    def _returned_to(self) -> frozenset[str]:
        return frozenset(
            edge.target
            for edges in self.out.values()
            for edge in edges
            if not edge.from_origin and not self.journey.can_be_first(edge)
        )

    @cached_property
    def _goes_back(self) -> frozenset[str]:
        return frozenset(
            stage for stage, edges in self.out.items() if any(edge.from_origin for edge in edges)
        )

    @cached_property
    def _round(self) -> frozenset[Path]:
        """The limited ways that a case may come to again after it has taken them."""
        return frozenset(
            edge.way.path
            for edges in self.out.values()
            for edge in edges
            if edge.kind != "then" and self.is_inside(edge)
        )

    def _needed(self, edge: Edge) -> int:
        """How often the way has to be taken before what comes ``then``."""
        return (edge.way.at_most or 0) if isinstance(edge.way, Exit | Step) else 0

    def _is_unaccepted(self, handed: Edge | None, edge: Edge) -> bool:
        """Whether a case that was handed over by an edge can go the way of the silent."""
        handoff: Handoff | None = self.clocks.handoffs.get(handed) if handed is not None else None
        if handoff is None or handoff.terms is None or handoff.terms.mode != "declared":
            return False
        if edge.segment is not None:
            return handoff.exit.handoff is None or handoff.exit.handoff.silent is None
        return handoff.terms.silent is edge.way


def limit_of(edge: Edge) -> int | None:
    """How often a case can take an edge; None where that is not limited."""
    if edge.kind == "then" or not isinstance(edge.way, Exit | Step):
        return None
    return edge.way.at_most


def _components(out: dict[str, tuple[Edge, ...]]) -> dict[str, int]:
    """The number of each stage's strongly connected component, higher where a case comes from."""
    graph = {
        stage: tuple(dict.fromkeys(edge.target for edge in edges)) for stage, edges in out.items()
    }
    return {stage: number for number, members in enumerate(components(graph)) for stage in members}
