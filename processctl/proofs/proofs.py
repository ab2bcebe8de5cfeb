"""All proofs about one journey, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from processctl.criteria import NOWHERE, Name, Node
from processctl.journey import Journey
from processctl.model.aims import Promise
from processctl.model.condition import Expression
from processctl.proofs.answers import Answers
from processctl.proofs.assumption import Assumption, assumption
from processctl.proofs.bounces import Bounce, bounces
from processctl.proofs.cracks import Cracks, common_end, cracks_of_hole
from processctl.proofs.domain import domains
from processctl.proofs.doors import refusals
from processctl.proofs.exits import verdict_of
from processctl.proofs.fact import TODAY, Fact, Facts, in_order
from processctl.proofs.flow import states_of
from processctl.proofs.met import Met
from processctl.proofs.overlooked import Overlooked, overlooked
from processctl.proofs.passage import Crossing, Inside, Passage
from processctl.proofs.sameness import idle_parts, same_tests
from processctl.proofs.solver import Solver
from processctl.proofs.state import State
from processctl.proofs.verdict import OpenDoor, Overlap, Refusal, StageVerdict


class Proofs:
    """What is proved, shown and left open about a journey; ``answers`` are those of earlier runs."""

    def __init__(self, journey: Journey, answers: Answers | None = None) -> None:
        model = journey.model
        definitions = journey.conditions.definitions
        lasting = {*model.fields, *(name for name in model.segments if name not in definitions)}
        known = domains(journey)
        met = Met()
        if answers is not None and answers.decided is not None:
            answers.decided.begin(known, definitions)
            met = answers.decided.met
        self.passage = Passage(
            journey,
            known,
            Facts(definitions, lasting.__contains__, met),
            Solver(known, definitions, answers),
            journey.meanings.judgeable,
        )
        self._cracks: dict[str, Cracks | None] = {}

    @cached_property
    def states(self) -> Mapping[str, tuple[State, ...]]:
        """What is known of the cases that come into each stage."""
        return states_of(self.passage)

    @cached_property
    def verdicts(self) -> Mapping[str, StageVerdict]:
        """What is proved of the exits of each stage in force."""
        return {
            name: verdict_of(self.passage, name, self.states[name])
            for name in self.passage.journey.stages
        }

    @cached_property
    def overlooked(self) -> tuple[Overlooked, ...]:
        """Values that may be missing, for want of which a case stays where it waits."""
        return tuple(
            one
            for name in self.passage.journey.stages
            for one in overlooked(self.passage, name, self.states[name])
        )

    def cracks(self, stage: str) -> Cracks | None:
        """The cracks between bands, if no case of a stage falls through but in such cracks."""
        if stage not in self._cracks:
            hole, choice = self.verdicts[stage].hole, self.passage.choices[stage]
            is_sought = hole is not None and hole.kind != "unanswered"
            self._cracks[stage] = (
                cracks_of_hole(self.passage, choice, hole) if hole and is_sought else None
            )
        return self._cracks[stage]

    def common_end(self, stage: str, overlap: Overlap) -> tuple[str, Fraction] | None:
        """The number at which two bands of a stage meet, if their exits have no more in common."""
        return common_end(self.passage, self.passage.choices[stage], overlap)

    def reads(self, condition: Node) -> Sequence[str]:
        """The fields that a condition comes down to, in the order of the alphabet."""
        return sorted(self.passage.facts.reads(condition) & self.passage.domains.keys())

    def needs_today(self, facts: Sequence[Fact]) -> bool:
        """Whether it matters for a case with some facts which day it is."""
        domains = self.passage.domains
        names = {name for fact in facts for name in fact.now}
        return TODAY in names or any(
            name in domains and domains[name].type == "date" for name in names
        )

    @cached_property
    def doors(self) -> tuple[Refusal | OpenDoor, ...]:
        """Cases that are refused where they are sent, and edges of which that is not known."""
        return tuple(refusals(self.passage, self._crossings))

    @cached_property
    def bounces(self) -> tuple[Bounce, ...]:
        """Returns after which a case fits at once what sends it back again."""
        return tuple(bounces(self.passage, self._crossings))

    @cached_property
    def _crossings(self) -> tuple[Crossing, ...]:
        """All ways on for the cases of all states, looked through for doors and for bounces."""
        return tuple(
            crossing
            for name in self.passage.journey.stages
            for state in self.states[name]
            for crossing in self.passage.crossings(state)
        )

    def assuming(self, promise: Promise) -> Assumption | None:
        """Where the cases go that a promise is about; None where it assumes nothing readable."""
        if promise.assuming is None:
            return None
        stages = promise.begins(self.passage.journey.starts)
        entering = (state for name in stages for state in self.states.get(name, ()))
        return assumption(self.passage, entering, promise.assuming)

    def same_criteria(self) -> Iterator[tuple[str, str]]:
        """Pairs of criteria, the earlier first, that hold for the same cases."""
        criteria = self.passage.journey.model.criteria.values()
        tests = {
            one.id: one.test.tree
            for one in criteria
            if one.test is not None
            and one.test.tree is not None
            and self.passage.judgeable(one.test)
        }
        return same_tests(self.passage, tests)

    def idle_parts(self, expression: Expression) -> Iterator[Node]:
        """The parts of a condition without which it would hold for the same cases."""
        if expression.tree is None or not self.passage.judgeable(expression):
            return iter(())
        return idle_parts(self.passage, expression.tree)

    def common_cases(
        self, stage: str, one: str, other: str
    ) -> tuple[Inside, tuple[Fact, ...]] | None:
        """What holds for some case in a stage that is of two segments."""
        facts = self.passage.facts
        both = [fact for name in (one, other) for fact in facts.of(Name(NOWHERE, name), True)]
        for state in self.states[stage]:
            if not state.doubt:
                together = in_order((*state.facts, *both))
                if self.passage.solver.can_hold(together) == "yes":
                    return Inside(state.facts, state), together
        return None
