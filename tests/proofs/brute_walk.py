"""Every place where a case can be, found by walking: stage, way of coming, and values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from processctl.criteria import And, Name, Node
from processctl.journey import Edge, Journey
from processctl.model.condition import Expression, Judgement, Otherwise
from processctl.model.exit import Exit
from processctl.model.stage import Clocked, Stage
from tests.proofs.brute_trees import TODAY, Trees
from tests.proofs.brute_universe import Cases, Universe

_NOWHERE = (0, 0)


@dataclass(frozen=True)
class Place:
    """A stage, the edge a case came by, the stage it came from, and the wins it has had."""

    stage: str
    via: Edge | None = None
    origin: str | None = None
    been: frozenset[str] = frozenset()


@dataclass(frozen=True)
class AtDoor:
    """Cases on an edge with the values that they have before their target's entry.

    ``answered`` are the judgements that were made on the way out.
    """

    place: Place
    edge: Edge
    cases: Cases
    answered: frozenset[str]


class Walk:
    """What each stage's ways out mean for sets of cases, and where cases come to."""

    def __init__(self, journey: Journey, trees: Trees, universe: Universe) -> None:
        self.journey = journey
        self.trees = trees
        self.universe = universe
        model = journey.model
        self.judgements = frozenset(
            name
            for name in universe.values
            if name not in model.fields and name not in model.segments and name != TODAY
        )
        self._anew = [name for name in universe.values if name in {*self.judgements, TODAY}]
        self._known: dict[Node, Cases] = {}

    def holding(self, node: Node) -> Cases:
        """The cases for which a condition holds."""
        found = self._known.get(node)
        if found is None:
            found = self._known[node] = self.trees.cases(self.universe, node)
        return found

    def holding_later(self, node: Node) -> Cases:
        """The cases for which a condition holds on a day behind all others."""
        names = self.trees.reads(node)
        if TODAY not in names:
            return self.holding(node)
        others = [name for name in names if name != TODAY]
        return self.universe.with_any(
            others, lambda case: self.trees.holds(node, {**case, TODAY: date.max})
        )

    # What an exit asks

    def condition(self, exit_: Exit) -> Node | None:
        """The condition of an exit; None for "otherwise" and for none at all."""
        if isinstance(exit_.when, Expression):
            assert exit_.when.tree is not None
            return exit_.when.tree
        return Name(_NOWHERE, answer_of(exit_)) if isinstance(exit_.when, Judgement) else None

    def taken(self, stage: Stage, exit_: Exit) -> tuple[Cases, frozenset[str]]:
        """The cases that take an exit, and the judgements that decide about it."""
        node, others = self.condition(exit_), exits_of(self.journey, stage)
        earlier = others[: others.index(exit_)]
        cases = self.universe.all
        asked = [node] if node is not None else []
        if node is not None:
            cases = self.holding(node)
        excluded = []
        if stage.in_order:
            if any(self.condition(one) is None for one in earlier):
                cases = 0
            excluded = earlier
        elif isinstance(exit_.when, Otherwise):
            excluded = [one for one in others if one is not exit_]
        for one in excluded:
            other = self.condition(one)
            if other is not None:
                cases &= ~self.holding(other)
                asked.append(other)
        read = {name for one in asked for name in self.trees.reads(one)}
        return cases, self.judgements & read

    # What a stage does to values

    def inside(self, place: Place, cases: Cases) -> Cases:
        """The cases of a place when the stage has recorded what it records."""
        stage = self.journey.stages[place.stage]
        found: Cases = 0
        for part, of_it in self._parts(stage, cases):
            found |= self.anew(of_it, [one.id for one in part.captures], are_known=True)
        return found

    def _parts(self, stage: Stage, cases: Cases) -> Iterator[tuple[Clocked, Cases]]:
        for variant in stage.varies:
            if variant.captures:
                of_it = self.holding(Name(_NOWHERE, variant.segment.id))
                yield variant, cases & of_it
                cases &= ~of_it
        yield stage, cases

    def anew(self, cases: Cases, names: Sequence[str], *, are_known: bool) -> Cases:
        """The cases with any new values of some fields; where they are known, with values at all."""
        several = [name for name in names if name in self.universe.values]
        cases = self.universe.free(cases, several)
        for name in several if are_known else ():
            if not self.journey.model.fields[name].optional:
                cases &= ~self.universe.where(name, None)
        return cases

    # Where cases go

    def may_go(self, place: Place, edge: Edge) -> bool:
        """Whether a case that came as it did can go by an edge."""
        if edge.from_origin and place.origin != edge.target:
            return False
        if edge.returns and self.journey.outcomes.get(edge.target) == "won":
            return edge.target in place.been
        if edge.kind != "silent":
            return True
        if place.via is None or place.via not in self._handing_over:
            return False
        assert isinstance(place.via.way, Exit)
        own = place.via.way.handoff.silent if place.via.way.handoff is not None else None
        if own is not None:
            return edge.way is own
        return edge.path[:2] == ("stages", place.stage)

    @cached_property
    def _handing_over(self) -> frozenset[Edge]:
        return frozenset(handoff.edge for handoff in self.journey.handoffs)

    def whose_clocks(self, edge: Edge) -> Cases:
        """The cases for which a deadline, or an answer that is waited for, is the one in force."""
        stage = self.journey.stages[edge.source]
        words = edge.path[2:]
        if edge.kind not in ("late", "idle", "silent", "then") or words[0] == "exits":
            return self.universe.all
        key = str(words[0] if edge.segment is None else words[2])
        cases = self.universe.all
        for variant in stage.varies:
            of_it = self.holding(Name(_NOWHERE, variant.segment.id))
            if edge.segment == variant.segment.id:
                return cases & of_it
            if getattr(variant, key) not in ((), None):
                cases &= ~of_it
        return cases

    def out(self, place: Place, arrived: Cases) -> Iterator[AtDoor]:
        """The cases of a place on each way out, at the door of its target."""
        stage = self.journey.stages[place.stage]
        inside = self.inside(place, arrived)
        for edge in self.journey.out[place.stage]:
            if not self.may_go(place, edge):
                continue
            cases = arrived if edge.kind in ("silent", "full") else inside
            answered: frozenset[str] = frozenset()
            if isinstance(edge.way, Exit):
                taken, answered = self.taken(stage, edge.way)
                cases &= taken
                if edge.kind == "exit":
                    fields = [one.id for one in edge.way.resets]
                    cases = self.anew(cases, fields, are_known=False)
            else:
                cases &= self.whose_clocks(edge)
            if cases:
                yield AtDoor(place, edge, cases, answered)

    def refused(self, door: AtDoor, part: Node) -> Cases:
        """The cases at a door that a part of the entry refuses, whatever the receiver answers."""
        asked = self._asked_there(door, part)
        return door.cases & ~self.universe.free(self.holding(part), asked)

    def _asked_there(self, door: AtDoor, node: Node) -> list[str]:
        read = self.judgements.intersection(self.trees.reads(node)) - door.answered
        return [name for name in self._anew if name in read]

    def _let_in(self, door: AtDoor) -> Cases:
        entry = self.entry(door.edge.target)
        if entry is None:
            return door.cases
        return self.universe.free(door.cases, self._asked_there(door, entry)) & self.holding(entry)

    def entry(self, stage: str) -> Node | None:
        """The entry of a stage."""
        entry = self.journey.stages[stage].entry
        return entry.tree if entry is not None else None

    def parts_of_entry(self, stage: str) -> tuple[Node, ...]:
        """What a case is asked at the door, one by one."""
        entry = self.entry(stage)
        if entry is None:
            return ()
        return entry.operands if isinstance(entry, And) else (entry,)

    def _born(self, name: str) -> Cases:
        start = self.journey.stages[name].start
        assert start is not None
        cases = self.anew(self.universe.all, [one.id for one in start.brings], are_known=True)
        if isinstance(start.when, Expression) and start.when.tree is not None:
            cases &= self.holding(start.when.tree)
        entry = self.entry(name)
        return cases if entry is None else cases & self.holding(entry)

    @cached_property
    def _wins_to_remember(self) -> frozenset[str]:
        returned_to = {edge.target for edge in self.journey.edges if edge.live and edge.returns}
        return frozenset(name for name in returned_to if self.journey.outcomes.get(name) == "won")

    @cached_property
    def arrived(self) -> dict[Place, Cases]:
        """For each place the cases that come there, when answers and today's date are new."""
        starts = self.journey.starts
        born = {
            Place(name, been=self._wins_to_remember & {name}): self._born(name) for name in starts
        }
        found = {place: self.universe.free(cases, self._anew) for place, cases in born.items()}
        return self._followed({place: cases for place, cases in found.items() if cases})[0]

    def edges_after(self, stage: str, node: Node) -> set[Edge] | None:
        """The edges that cases go by after they entered a stage when a condition held.

        None where no such case enters.
        """
        entering = {
            place: cases & self.holding(node)
            for place, cases in self.arrived.items()
            if place.stage == stage and cases & self.holding(node)
        }
        return self._followed(entering)[1] if entering else None

    def _followed(self, found: dict[Place, Cases]) -> tuple[dict[Place, Cases], set[Edge]]:
        """Where cases come to from some places, those included, and the edges they go by."""
        gone_by = set()
        waiting = list(found)
        while waiting:
            place = waiting.pop()
            for door in self.out(place, found[place]):
                edge, let_in = door.edge, self._let_in(door)
                if not let_in:
                    continue
                gone_by.add(edge)
                origin = place.origin if edge.source == edge.target else edge.source
                been = place.been | (self._wins_to_remember & {edge.target})
                behind = Place(edge.target, edge, origin, been)
                cases = self.universe.free(let_in, self._anew) | found.get(behind, 0)
                if cases != found.get(behind):
                    found[behind] = cases
                    waiting.append(behind)
        return found, gone_by


def exits_of(journey: Journey, stage: Stage) -> list[Exit]:
    """The exits in force, which do not lead to what is only planned."""
    live = journey.stages
    return [
        one
        for one in stage.exits
        if one.live and one.to is not None and (one.to.id == "origin" or one.to.id in live)
    ]


def answer_of(exit_: Exit) -> str:
    """The name of the judgement that only one exit needs."""
    return "?" + "/".join(map(str, exit_.path))
