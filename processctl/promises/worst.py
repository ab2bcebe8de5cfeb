"""Whether cases get somewhere in time at the worst."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from processctl.journey import Edge
from processctl.model.values import Duration
from processctl.promises.arrival import kept
from processctl.promises.bound import Costs, bound
from processctl.promises.calendar import WorkingTime
from processctl.promises.clocks import Wait
from processctl.promises.ground import Case, Ground, limit_of
from processctl.promises.lengths import Measure, Minutes, calendar_days, measures, surely_over
from processctl.promises.longest import Longest, in_order, longest_walk
from processctl.promises.rounds import shortest_round
from processctl.promises.verdict import KEPT, NOT_PROVEN, Spent, Verdict, broken, broken_from_birth
from processctl.promises.walks import (
    Cases,
    Walks,
    cases_in,
    followed,
    nearest_case,
    newborn,
    walks,
    way,
)

_TRIED = 8
"""So many stages without an end are looked at, the nearest first, before all walks are."""


def slowest(ground: Ground, start: str, targets: frozenset[str], most: Duration) -> Verdict:
    """Whether cases that are born in ``start`` come to one of ``targets``, if at all, within ``most``."""
    if ground.work.is_done:
        return NOT_PROVEN
    born = newborn(case for case in ground.starts if case.stage == start)
    return _Question(ground, start, targets, most, born).answer()


def in_time(ground: Ground, source: str, targets: frozenset[str], promised: Duration) -> Verdict:
    """Whether cases that enter ``source`` and come to ``targets`` do so in time at the worst.

    Reaching a stage counts, not being accepted there. The ground has to be ``watching`` the source.
    """
    return _Question(ground, source, targets, promised).answer()


@dataclass(frozen=True)
class _Question:
    """From a stage to others, by the edges that lead there, in so much time.

    ``born`` are the cases that it is asked for; without them all that ever enter the stage.
    """

    ground: Ground
    source: str
    targets: frozenset[str]
    promised: Duration
    born: Cases | None = None

    def answer(self) -> Verdict:
        """Kept, broken or not proven."""
        if self.source in self.targets or self.source not in self.ground.before.reached:
            return kept(self.ground, ())
        if not self.edges:
            return kept(self.ground, self.met)
        verdict = self.without_end()
        if verdict is not None:
            return verdict
        if self.is_bounded():
            return kept(self.ground, self.met)
        cases = self.born if self.born is not None else cases_in(self.ground, self.source)
        verdict = self.of_walks(walks(self.ground, cases, stop=self.targets))
        return kept(self.ground, self.met) if verdict.answer == "kept" else verdict

    @cached_property
    def calendar(self) -> WorkingTime:
        return WorkingTime.of(self.ground.journey.model.process.calendar)

    @cached_property
    def met(self) -> Mapping[str, Edge | None]:
        return self.ground.reach([self.source], stop=self.targets)

    @cached_property
    def edges(self) -> list[Edge]:
        """The edges that a case on its way to a target may take, the nearest first."""
        out = [e for stage in self.met if stage not in self.targets for e in self.ground.out[stage]]
        leading = self.ground.leading_to(self.targets & self.met.keys(), out)
        return [edge for edge in out if edge.target in leading]

    def without_end(self) -> Verdict | None:
        """A verdict where a stage on the way has no worst time, or a way round no limit."""
        case = nearest_case(self.ground, self.source)
        if case is None:
            return None
        endless = (edge for edge in self.edges if self.endless(edge) is not None)
        for edge in islice(endless, _TRIED):
            verdict = self.endless(edge, way(self.met, edge.source))
            if verdict and followed(self.ground, case, verdict.walk) is not None:
                return verdict
        free: dict[str, list[tuple[Edge, str]]] = {stage: [] for stage in self.met}
        for edge in self.edges:
            if limit_of(edge) is None:
                free[edge.source].append((edge, edge.target))
        found = shortest_round(free)
        if found is None:
            return None
        walk = way(self.met, found[0])
        once = followed(self.ground, case, (*walk, *found[1]))
        # Who is the same after another round can go on like that.
        if once is None or followed(self.ground, once, found[1]) != once:
            return None
        return broken(self.source, (*walk, *found[1]), "unlimited")

    def endless(self, edge: Edge, walk: tuple[Edge, ...] = ()) -> Verdict | None:
        """The verdict on a walk on to an edge, where a case may wait for ever before or behind it."""
        leaving, *accepting = self.waits(edge)
        if leaving.is_endless:
            return broken(self.source, walk, "endless")
        if any(wait.is_endless for wait in accepting):
            return broken(self.source, (*walk, edge), "unaccepted")
        return None

    def is_bounded(self) -> bool:
        """Whether the graph alone shows that it is always in time."""
        before = self.ground.before
        into = [edge for stage in before.reached for edge in before.out[stage]]
        into = [edge for edge in into if edge.target == self.source and self.born is None]
        for all_of in measures(self.calendar, self.promised):
            for measure in all_of:
                costs = Costs(self.ground, self.targets, measure)
                first = max(map(costs.accepting, into), default=0)
                total = bound(self.source, self.edges, costs, first)
                if not measure.keeps(total, self.promised):
                    break
            else:
                return True
        return False

    def of_walks(self, found: Walks) -> Verdict:
        """The verdict by what cases can do."""
        leading = found.leading_to(case for case in found.parents if case.stage in self.targets)
        steps = {
            case: tuple(one for one in found.steps.get(case, ()) if one[1] in leading)
            for case in found.parents
            if case in leading
        }
        if not steps:
            return KEPT if found.complete else NOT_PROVEN
        for case, ahead in steps.items():
            is_first = found.parents[case] is None
            if is_first and any(wait.is_endless for wait in self.accepted(case)):
                return broken_from_birth(found.whole(case), "unaccepted", self.source)
            for edge, _ in ahead:
                endless = self.endless(edge)
                if endless is not None and endless.fault is not None:
                    walk = (*found.whole(case), *endless.walk)
                    return broken_from_birth(walk, endless.fault, self.source)
        round_ = shortest_round(steps)
        if round_ is not None:
            walk = (*found.whole(round_[0]), *round_[1])
            return broken_from_birth(walk, "unlimited", self.source)
        return self.of_longest(steps, found)

    def of_longest(
        self, steps: Mapping[Case, tuple[tuple[Edge, Case], ...]], found: Walks
    ) -> Verdict:
        """The verdict by the longest walks, where all come to an end."""
        order, is_kept = in_order(steps), False
        sources = [case for case in steps if found.parents[case] is None]
        for all_of in measures(self.calendar, self.promised):
            kept_in = 0
            for measure in all_of:
                longest = longest_walk(steps, order, sources, _Weights(self, measure))
                if surely_over(self.calendar, self.sure_lengths(longest), self.promised):
                    return self.late(longest)
                kept_in += measure.keeps(longest.total, self.promised)
            is_kept = is_kept or kept_in == len(all_of)
        return KEPT if is_kept and found.complete else NOT_PROVEN

    def late(self, longest: Longest) -> Verdict:
        """The verdict on a walk that takes too long."""
        lengths = self.sure_lengths(longest)
        falls_badly = not self.promised.business and any(one.business for one in lengths)
        return replace(
            broken(self.source, longest.edges, "late"),
            spent=self.spent(longest),
            days=calendar_days(self.calendar, lengths) if falls_badly else 0,
        )

    def accepted(self, case: Case) -> tuple[Wait, ...]:
        """What a case has to wait for that has just been handed over to the first stage."""
        return (self.ground.clocks.accepting(case.handed),) if case.handed else ()

    def waits(self, edge: Edge) -> tuple[Wait, ...]:
        """The waits that an edge stands for: until it is taken, and until the case is accepted."""
        leaving = self.ground.clocks.leaving(edge)
        if edge.target in self.targets:
            return (leaving,)
        return leaving, self.ground.clocks.accepting(edge)

    def sure_lengths(self, longest: Longest) -> list[Duration]:
        """The times that a case on a walk can surely spend, one after the other."""
        waits = [wait for edge in longest.edges for wait in self.waits(edge)]
        every = [*self.accepted(longest.case), *waits]
        return [self.worst(wait) for wait in every if wait.certain and wait.lengths]

    def worst(self, wait: Wait) -> Duration:
        """The longest of the lengths of a wait."""
        return max(wait.lengths, key=Measure(self.calendar, "long").of)

    def spent(self, longest: Longest) -> tuple[Spent, ...]:
        """The worst times on a walk, stage by stage."""
        found = []
        before = self.accepted(longest.case)
        for edge in longest.edges:
            leaving, *after = self.waits(edge)
            lengths = tuple(self.worst(one) for one in (*before, leaving) if one.lengths)
            found.append((edge.source, lengths))
            before = tuple(after)
        return tuple(found)


@dataclass(frozen=True)
class _Weights:
    """What steps weigh in a measure."""

    question: _Question
    measure: Measure
    known: dict[Edge, Minutes] = field(default_factory=dict)

    def born(self, case: Case) -> Minutes:
        return self._sum(self.question.accepted(case))

    def step(self, edge: Edge) -> Minutes:
        if edge not in self.known:
            self.known[edge] = self._sum(self.question.waits(edge))
        return self.known[edge]

    def _sum(self, waits: Iterable[Wait]) -> Minutes:
        return sum(wait.at_most(self.measure.of) for wait in waits)
