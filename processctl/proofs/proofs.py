"""All proofs about one journey, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from weakref import WeakKeyDictionary

from processctl.journey import Edge, Journey
from processctl.proofs.domain import domains
from processctl.proofs.doors import refusals
from processctl.proofs.exits import verdict_of
from processctl.proofs.fact import Facts
from processctl.proofs.flow import states_of
from processctl.proofs.passage import Passage
from processctl.proofs.solver import Solver
from processctl.proofs.sound import Sound
from processctl.proofs.state import State
from processctl.proofs.verdict import Refusal, StageVerdict


class Proofs:
    """What is proved, shown and left open about a journey."""

    def __init__(self, journey: Journey) -> None:
        model = journey.model
        definitions = journey.conditions.definitions
        lasting = {*model.fields, *(name for name in model.segments if name not in definitions)}
        known = domains(journey)
        self.passage = Passage(
            journey,
            known,
            Facts(definitions, lasting.__contains__),
            Solver(known, definitions),
            Sound(journey),
        )

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
    def doors(self) -> tuple[Refusal | Edge, ...]:
        """Cases that are refused where they are sent, and edges of which that stays open."""
        return tuple(refusals(self.passage, self.states))


_MADE: WeakKeyDictionary[Journey, Proofs] = WeakKeyDictionary()


def proofs_of(journey: Journey) -> Proofs:
    """The proofs about a journey, made once."""
    found = _MADE.get(journey)
    if found is None:
        found = _MADE[journey] = Proofs(journey)
    return found
