"""The ways through a stage: what is known when it has recorded, and what holds for each way on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce

from processctl.criteria import NOWHERE, Name
from processctl.journey import Edge, Journey
from processctl.journey.judgeable import Judgeable
from processctl.journey.search import reach
from processctl.model.condition import Expression
from processctl.model.exit import Exit
from processctl.proofs.choice import Choice, choice_of
from processctl.proofs.domain import Domain
from processctl.proofs.fact import TODAY, Fact, Facts, in_order
from processctl.proofs.solver import Solver
from processctl.proofs.state import Doubt, State, settle, worse
from processctl.proofs.variants import Variants
from processctl.proofs.wanted import Wanted


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
    """What a journey's stages and edges ask of the cases that pass them.

    ``also_asked`` are names that are asked for in a stage by somebody else: what is known of them is
    kept, too.
    """

    journey: Journey
    domains: Mapping[str, Domain]
    facts: Facts
    solver: Solver
    judgeable: Judgeable
    also_asked: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        """The choice in each stage."""
        return {
            name: choice_of(self.journey, stage, self.facts, self.judgeable)
            for name, stage in self.journey.stages.items()
        }

    @cached_property
    def untested_segments(self) -> tuple[str, ...]:
        """The segments that no test tells, in the order declared: a case is of them or is not."""
        segments = self.journey.model.segments
        return tuple(name for name in segments if name not in self.facts.definitions)

    @cached_property
    def wanted(self) -> Wanted:
        """Which values are still asked for."""
        asked = {
            name: (*self.reads(name), *self.also_asked.get(name, ()))
            for name in self.journey.stages
        }
        return Wanted(self.journey, asked, self._assumed)

    @cached_property
    def _assumed(self) -> Mapping[str, frozenset[str]]:
        """The names that promises read of who enters the stage from which they hold."""
        found: dict[str, frozenset[str]] = {}
        for promise in self.journey.model.promises.values():
            if promise.assuming is not None and promise.assuming.tree is not None:
                reads = self.facts.reads(promise.assuming.tree)
                for name in promise.begins(self.journey.starts):
                    found[name] = found.get(name, frozenset()) | reads
        return found

    @cached_property
    def variants(self) -> Variants:
        """What is otherwise for some segments."""
        return Variants(self.facts, self.solver, self.judgeable)

    @cached_property
    def asks_for_origin(self) -> frozenset[str]:
        """The stages with a way back to where a case came from."""
        return frozenset(edge.source for edge in self.journey.edges if edge.from_origin)

    @cached_property
    def awaits_answer(self) -> frozenset[str]:
        """The stages that a case leaves when nobody accepts it."""
        return frozenset(edge.source for edge in self.journey.edges if edge.kind == "silent")

    def of(self, expression: Expression | None) -> tuple[list[Fact], Doubt]:
        """The facts of a condition that holds."""
        if expression is None:
            return [], ""
        if expression.tree is None or not self.judgeable(expression):
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

        stage = self.journey.stages[state.stage]
        if not self.variants.record_clearly(stage):
            yield Inside((), state.in_doubt("unread"))
            return
        for part, facts in self.variants.recording(stage, state.facts):
            new = {one.id for one in part.captures if one.known}
            left, doubt = settle(facts, new, is_wanted, self.facts)
            known = in_order((*left, *self.recorded(new)))
            yield Inside(known, state.in_doubt(doubt))

    def crossings(self, state: State) -> Iterator[Crossing]:
        """The ways on for the cases of a state; those that no case of it can go are left out."""
        known = self._crossed.get(id(state))
        if known is not None:
            yield from known[1]
            return
        found = []
        for crossing in self._crossings(state):
            found.append(crossing)
            yield crossing
        # The state is kept: an id is its object's own only as long as that lives.
        self._crossed[id(state)] = state, tuple(found)

    @cached_property
    def _crossed(self) -> dict[int, tuple[State, tuple[Crossing, ...]]]:
        return {}

    def _crossings(self, state: State) -> Iterator[Crossing]:
        insides = list(self.inside(state))
        for edge in self.journey.out[state.stage]:
            if not self._may_go(edge, state):
                continue
            taken, doubt = self._taken(edge)
            for here in [Inside(state.facts, state)] if edge.leaves_at_once else insides:
                together = in_order((*here.facts, *taken))
                answer = self.solver.can_hold(together)
                if answer == "no":
                    continue
                doubts: list[Doubt] = [doubt, "limit" if answer == "unknown" else ""]
                unasked = self._answers(here.facts) - self._answers(taken)
                if unasked:
                    together, forgotten = settle(together, unasked, lambda _: True, self.facts)
                    doubts.append(forgotten)
                yield Crossing(edge, together, here.state.in_doubt(reduce(worse, doubts)))

    def _answers(self, facts: Iterable[Fact]) -> frozenset[str]:
        """The judgements that are known; what is not asked on the way out is judged anew behind it."""
        return frozenset(
            name
            for fact in facts
            for name in fact.now
            if name != TODAY and not self.facts.lasts(name)
        )

    def reads(self, name: str) -> Iterator[str]:
        """The names that the ways out of a stage read, and the entries that they lead to."""
        stage = self.journey.stages[name]
        for way in self.choices[name].ways:
            if way.condition is not None:
                yield from self.facts.reads(way.condition)
        for edge in self.journey.out[name]:
            entry = self.journey.stages[edge.target].entry
            if entry is not None and entry.tree is not None:
                yield from self.facts.reads(entry.tree)
            yield from self._assumed.get(edge.target, ())
        for variant in stage.varies:
            yield from self.facts.reads(Name(NOWHERE, variant.segment.id))

    def _may_go(self, edge: Edge, state: State) -> bool:
        """Whether a case that came as this one did can go that way at all."""
        if edge.from_origin:
            return state.origin == edge.target
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
        found = self._known_taken.get(edge)
        if found is None:
            found = self._known_taken[edge] = self._what_is_taken(edge)
        return found

    @cached_property
    def _known_taken(self) -> dict[Edge, tuple[list[Fact], Doubt]]:
        return {}

    def _what_is_taken(self, edge: Edge) -> tuple[list[Fact], Doubt]:
        if not isinstance(edge.way, Exit):
            return self._of_clock(edge)
        choice = self.choices[edge.source]
        way = choice.way_of(edge.way)
        doubt = self.return_doubt(edge)
        if choice.forgets_some_before(way):
            doubt = worse(doubt, "limit")
        is_hidden = edge.source in self.journey.uncertain or not choice.is_readable
        rests_on_others = choice.stage.in_order or bool(choice.prior(way))
        has_known_order = choice.stage.readable("in_order")
        if way.kind == "unread" or not has_known_order or (is_hidden and rests_on_others):
            doubt = "unread"
        return choice.taken(way), doubt

    def _of_clock(self, edge: Edge) -> tuple[list[Fact], Doubt]:
        stage = self.journey.stages[edge.source]
        if not self.variants.are_clear(stage):
            return [], "unread"
        whose = self.variants.whose_clock(stage, edge)
        found = [fact for node in whose for fact in self.facts.of(node, True)]
        return found, self.return_doubt(edge)

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
