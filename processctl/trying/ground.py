"""What a walk stands on: a journey's stages with their choices, the very ones that proofs look at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from processctl.criteria import And, Node, Readings, Value
from processctl.journey import Journey
from processctl.model.condition import Judgement
from processctl.proofs.choice import Choice, choice_of
from processctl.proofs.fact import Facts
from processctl.proofs.sound import Sound
from processctl.trying.moments import Moments
from processctl.trying.partly import OPEN, Partly
from processctl.trying.plan import Known


class Ground:
    """Made once for a journey; all cases walk on it."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.definitions = journey.conditions.definitions
        model = journey.model
        lasting = {*model.fields, *(one for one in model.segments if one not in self.definitions)}
        self.facts = Facts(self.definitions, lasting.__contains__)
        self.sound = Sound(journey)
        self.moments = Moments.of(model.process.calendar)
        self._readings = Readings(self.definitions)
        self._choices: dict[str, Choice] = {}

    def choice(self, stage: str) -> Choice:
        """The choice in a stage in force."""
        found = self._choices.get(stage)
        if found is None:
            found = choice_of(self.journey, self.journey.stages[stage], self.facts, self.sound)
            self._choices[stage] = found
        return found

    @cached_property
    def recorded(self) -> frozenset[str]:
        """The fields that somebody fills in: all but computed ones."""
        fields = self.journey.model.fields
        return frozenset(name for name in fields if name not in self.definitions)

    @cached_property
    def required(self) -> frozenset[str]:
        """The fields whose value is open until it is said; others are missing as long."""
        fields = self.journey.model.fields
        return frozenset(name for name in self.recorded if not fields[name].optional)

    @cached_property
    def judgements(self) -> tuple[str, ...]:
        """The criteria that a person answers, as declared."""
        criteria = self.journey.model.criteria
        return tuple(name for name, one in criteria.items() if one.test is None)

    def questions(self, stage: str) -> Mapping[str, str | None]:
        """The judgements that exits of a stage need alone, each with the stage that it leads to."""
        return {
            "/".join(map(str, way.exit.path)): way.exit.to.id if way.exit.to else None
            for way in self.choice(stage).ways
            if isinstance(way.exit.when, Judgement)
        }

    def reads(self, node: Node) -> frozenset[str]:
        """The fields and judgements that a condition comes down to."""
        return self._readings.of(node)

    def entry(self, stage: str) -> tuple[Node, ...]:
        """The parts of a stage's entry; none where it cannot be relied on."""
        entry = self.journey.stages[stage].entry
        if entry is None or entry.tree is None or not self.sound(entry):
            return ()
        return entry.tree.operands if isinstance(entry.tree, And) else (entry.tree,)

    def look(
        self, values: Mapping[str, Known], answers: Mapping[str, bool], stage: str, today: date
    ) -> Partly:
        """The conditions as they come out for a case; what nobody said of it is open."""
        open_ = {*self.required, *self.judgements, *self.questions(stage)}
        known: dict[str, Any] = {**dict.fromkeys(open_, OPEN), **values, **answers}
        conditions = {*self.journey.model.criteria, *self.journey.model.segments}
        return Partly(known, self.definitions, today, conditions)

    def open_names(
        self, node: Node, values: Mapping[str, Known], answers: Mapping[str, Value]
    ) -> tuple[str, ...]:
        """What a condition reads of which nobody said anything; fields first, as declared."""
        read = self.reads(node)
        fields = [
            name
            for name in self.journey.model.fields
            if name in read and name in self.required and name not in values
        ]
        asked = [name for name in self.judgements if name in read and name not in answers]
        others = sorted(name for name in read if name.startswith("stages/") and name not in answers)
        return (*fields, *asked, *others)
