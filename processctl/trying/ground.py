"""What a walk stands on: a journey's stages with their choices, the very ones that proofs look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from processctl.criteria import And, Node, Readings
from processctl.journey import Journey
from processctl.model.condition import Judgement
from processctl.proofs.choice import Choice, choice_of
from processctl.proofs.fact import Facts
from processctl.trying.moments import Moments
from processctl.trying.partly import Partly
from processctl.trying.plan import Known


class Ground:
    """Made once for a journey; all cases walk on it."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.definitions = journey.conditions.definitions
        model = journey.model
        lasting = {*model.fields, *(one for one in model.segments if one not in self.definitions)}
        self.facts = Facts(self.definitions, lasting.__contains__)
        self.judgeable = journey.meanings.judgeable
        self.moments = Moments.of(model.process.calendar)
        self._readings = Readings(self.definitions)
        self._choices: dict[str, Choice] = {}
        self._asked: dict[str, Mapping[str, str | None]] = {}

    def choice(self, stage: str) -> Choice:
        """The choice in a stage in force."""
        found = self._choices.get(stage)
        if found is None:
            found = choice_of(self.journey, self.journey.stages[stage], self.facts, self.judgeable)
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
    def judgements(self) -> frozenset[str]:
        """The criteria that a person answers."""
        criteria = self.journey.model.criteria
        return frozenset(name for name, one in criteria.items() if one.test is None)

    def asked(self, stage: str) -> Mapping[str, str | None]:
        """The judgements that the exits of a stage ask for, each with the word that answers it.

        That is the criterion, or of a judgement that one exit alone needs the stage it leads to.
        """
        found = self._asked.get(stage)
        if found is None:
            found = self._asked[stage] = dict(self._questions(stage))
        return found

    def _questions(self, stage: str) -> Iterator[tuple[str, str | None]]:
        for way in self.choice(stage).ways:
            if isinstance(way.exit.when, Judgement):
                key = "/".join(map(str, way.exit.path))
                yield key, way.exit.to.id if way.exit.to else None
            elif way.condition is not None:
                names = self.judgements.intersection(self.reads(way.condition))
                yield from ((name, name) for name in sorted(names))

    def reads(self, node: Node) -> frozenset[str]:
        """The fields and judgements that a condition comes down to."""
        return self._readings.of(node)

    def entry(self, stage: str) -> tuple[Node, ...]:
        """The parts of a stage's entry; none where it cannot be relied on."""
        entry = self.journey.stages[stage].entry
        if entry is None or entry.tree is None or not self.judgeable(entry):
            return ()
        return entry.tree.operands if isinstance(entry.tree, And) else (entry.tree,)

    def look(
        self, values: Mapping[str, Known], answers: Mapping[str, bool], stage: str, today: date
    ) -> Partly:
        """The conditions as they come out for a case; what nobody said of it is open."""
        asked = self.asked(stage)

        def is_open(name: str) -> bool:
            return name in self.required or name in self.judgements or name in asked

        known = {**values, **answers}
        return Partly(known, is_open, self.definitions, today, self._conditions)

    @cached_property
    def _conditions(self) -> frozenset[str]:
        return frozenset((*self.journey.model.criteria, *self.journey.model.segments))

    @cached_property
    def _order(self) -> Mapping[str, int]:
        """The names in the order they are declared, fields first."""
        model = self.journey.model
        return {name: place for place, name in enumerate((*model.fields, *model.criteria))}

    def open_names(
        self, node: Node, values: Mapping[str, Known], answers: Mapping[str, bool]
    ) -> tuple[str, ...]:
        """What a condition reads of which nobody said anything; fields first, as declared."""
        found = [
            name
            for name in self.reads(node)
            if (name in self.required and name not in values)
            or (name in self.judgements and name not in answers)
            or (name.startswith("stages/") and name not in answers)
        ]
        return tuple(
            sorted(found, key=lambda name: (self._order.get(name, len(self._order)), name))
        )
