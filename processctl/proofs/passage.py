"""The ways through a stage: what is known when it has recorded, and what holds for each way on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from processctl.criteria import Name, Node, Not
from processctl.journey import Edge, Journey
from processctl.journey.search import reach
from processctl.model.condition import Expression
from processctl.model.exit import Exit
from processctl.model.stage import Clocked, Stage
from processctl.proofs.choice import Choice, Sound, choice_of
from processctl.proofs.domain import Domain
from processctl.proofs.fact import Fact, Facts
from processctl.proofs.state import Doubt, State, in_order, settle, worse
from processctl.proofs.wanted import Wanted

if TYPE_CHECKING:
    from processctl.proofs.solver import Solver  # it loads z3

_NOWHERE = (0, 0)
_CLOCKS = ("late", "idle", "accepts")


@dataclass(frozen=True, slots=True)
class Inside:
    """What is known of the cases of one state when the stage has recorded what it records."""

    facts: tuple[Fact, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Crossing:
    """An edge, and what holds for the cases of a state that go by it, while they are on it."""

    edge: Edge
    facts: tuple[Fact, ...]
    state: State


@dataclass(frozen=True, eq=False)
class Passage:
    """What a journey's stages and edges ask of the cases that pass them."""

    journey: Journey
    domains: Mapping[str, Domain]
    facts: Facts
    solver: Solver
    is_sound: Sound

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        """The choice in each stage."""
        return {
            name: choice_of(self.journey, stage, self.facts, self.is_sound)
            for name, stage in self.journey.stages.items()
        }

    @cached_property
    def wanted(self) -> Wanted:
        """Which values are still asked for."""
        return Wanted(self.journey, {name: self._reads(name) for name in self.journey.stages})

    @cached_property
    def tells_apart(self) -> frozenset[str]:
        """The stages in which it matters later by which edge a case came."""
        return frozenset(
            edge.source
            for edge in self.journey.edges
            if edge.live and (edge.from_origin or edge.kind == "silent")
        )

    def of(self, expression: Expression | None) -> tuple[list[Fact], Doubt]:
        """The facts of a condition that holds."""
        if expression is None:
            return [], ""
        if expression.tree is None or not self.is_sound(expression):
            return [], "unread"
        return self.facts.of(expression.tree, True), ""

    def recorded(self, names: Iterable[str]) -> list[Fact]:
        """That fields are filled in, of those for which that says anything."""
        fields = self.journey.model.fields
        return [
            self.facts.filled_in(name)
            for name in sorted(names)
            if name in self.domains
            and self.domains[name].may_be_missing
            and not fields[name].optional
        ]

    def inside(self, state: State) -> Iterator[Inside]:
        """What is known in the stage itself, by segment where segments record other things."""

        def is_wanted(name: str) -> bool:
            return self.wanted.inside(state.stage, name)

        for part, facts in self._by_segment(self.journey.stages[state.stage], state.facts):
            new = {one.id for one in part.captures if one.known}
            left, doubt = settle(facts, new, is_wanted, self.facts)
            known = in_order((*left, *self.recorded(new)))
            yield Inside(known, replace(state, doubt=worse(state.doubt, doubt)))

    def crossings(self, state: State) -> Iterator[Crossing]:
        """The ways on for the cases of a state; those that no case of it can go are left out."""
        insides = list(self.inside(state))
        for edge in self.journey.out[state.stage]:
            if not self._may_go(edge, state):
                continue
            taken, doubt = self._taken(edge)
            # Who was not accepted in time, or met a full stage, leaves before it has recorded.
            early = edge.kind in ("silent", "full")
            for here in [Inside(state.facts, state)] if early else insides:
                together = in_order((*here.facts, *taken))
                answer = self.solver.can_hold(together)
                if answer != "no":
                    limit: Doubt = "limit" if answer == "unknown" else ""
                    all_doubt = worse(worse(here.state.doubt, doubt), limit)
                    yield Crossing(edge, together, replace(here.state, doubt=all_doubt))

    def _reads(self, name: str) -> Iterator[str]:
        """The names that the ways out of a stage read, and the entries that they lead to."""
        stage = self.journey.stages[name]
        for way in self.choices[name].ways:
            if way.condition is not None:
                yield from self.facts.reads(way.condition)
        for edge in self.journey.out[name]:
            entry = self.journey.stages[edge.target].entry
            if entry is not None and entry.tree is not None:
                yield from self.facts.reads(entry.tree)
        for variant in stage.varies:
            yield from self.facts.reads(Name(_NOWHERE, variant.segment.id))

    def _may_go(self, edge: Edge, state: State) -> bool:
        """Whether a case that came as this one did can go that way at all."""
        if edge.from_origin:
            return state.via is not None and state.via.source == edge.target
        if edge.kind == "silent":
            return state.via is not None and self._is_silence_for(edge, state.via)
        return True

    def _is_silence_for(self, silence: Edge, via: Edge) -> bool:
        """Whether a case that came by an edge has to be accepted, by the contract with that silence."""
        if via not in self._handing_over or not isinstance(via.way, Exit):
            return False
        own = via.way.handoff.silent if via.way.handoff is not None else None
        return silence.way is own if own is not None else silence.path[:2] == ("stages", via.target)

    def _taken(self, edge: Edge) -> tuple[list[Fact], Doubt]:
        """What holds for a case that goes by an edge."""
        if edge.kind not in ("exit", "then") or not isinstance(edge.way, Exit):
            clock = [fact for node in self.whose_clock(edge) for fact in self.facts.of(node, True)]
            return clock, self.return_doubt(edge)
        choice = self.choices[edge.source]
        way = next(one for one in choice.ways if one.exit is edge.way)
        rests_on_others = bool(choice.prior(way))
        if way.kind == "unread" or (rests_on_others and not choice.is_readable):
            return choice.taken(way), "unread"
        return choice.taken(way), self.return_doubt(edge)

    def return_doubt(self, edge: Edge) -> Doubt:
        """Only who has been a customer is given back to being one: is that so of all who are here?"""
        if not edge.returns or self.journey.outcomes.get(edge.target) != "won":
            return ""
        return "limit" if edge.source in self._reached_without(edge.target) else ""

    def _reached_without(self, stage: str) -> Mapping[str, Edge | None]:
        found = self._without.get(stage)
        if found is None:
            starts = self.journey.starts
            found = reach(self.journey.graph, starts, frozenset((stage,)))
            self._without[stage] = found
        return found

    @cached_property
    def _without(self) -> dict[str, dict[str, Edge | None]]:
        return {}

    @cached_property
    def _handing_over(self) -> frozenset[Edge]:
        return frozenset(handoff.edge for handoff in self.journey.handoffs)

    def whose_clock(self, edge: Edge) -> list[Node]:
        """What holds for the cases whose clock an edge is: of a segment, or of none with its own.

        Conditions that all have to hold.
        """
        key = str(edge.path[2 if edge.segment is None else 4])
        if key not in _CLOCKS:  # an exit's own contract, or a stage that is full
            return []
        found: list[Node] = []
        for variant in self.journey.stages[edge.source].varies:
            node = Name(_NOWHERE, variant.segment.id)
            if variant.segment.id == edge.segment:
                return [*found, node]
            if getattr(variant, key) not in ((), None):
                found.append(Not(_NOWHERE, node))
        return found

    def _by_segment(
        self, stage: Stage, facts: tuple[Fact, ...]
    ) -> Iterator[tuple[Clocked, tuple[Fact, ...]]]:
        """The base and the variants of a stage, each with what is known of its cases."""
        so_far = facts
        for variant in stage.varies:
            if not variant.captures:
                continue
            node = Name(_NOWHERE, variant.segment.id)
            of_it = in_order((*so_far, *self.facts.of(node, True)))
            if self.solver.can_hold(of_it) != "no":
                yield variant, of_it
            so_far = in_order((*so_far, *self.facts.of(node, False)))
        if so_far is facts or self.solver.can_hold(so_far) != "no":
            yield stage, so_far
