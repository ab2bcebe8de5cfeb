"""What the work is for: goals, metrics, campaigns, improvements, promises, skills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from processctl.model.build import Part, key, key_or
from processctl.model.condition import Expression, expression
from processctl.model.element import Element
from processctl.model.given import Given, case_values
from processctl.model.parse import (
    day,
    duration,
    number,
    one_or_many,
    part,
    text,
    to,
    who,
    whole,
    word,
)
from processctl.model.reference import Reference
from processctl.model.values import Duration
from processctl.texts import Text

_goal = to("goals")
_teams = one_or_many(to("teams"))
_stage = to("stages")
_stages = one_or_many(_stage)
_stage_or_outcome = to("stages", outcomes=True)


@dataclass(frozen=True, kw_only=True)
class Target(Part):
    """How much of a metric by when."""

    metric: Reference | None = key(to("metrics"))
    value: Fraction | None = key(number)
    by: date | None = key(day)


@dataclass(frozen=True, kw_only=True)
class Goal(Element):
    """What the company wants."""

    says: Text | None = key(text)
    strategy: Text | None = key(text)
    target: Target | None = key(part(Target))
    segments: tuple[Reference, ...] = key_or(one_or_many(to("segments")), ())
    owner: Reference | None = key(who)
    parent: Reference | None = key(_goal)


@dataclass(frozen=True, kw_only=True)
class Metric(Element):
    """What is measured."""

    kind: str | None = key(word)
    counts: Reference | None = key(_stage_or_outcome)
    times: tuple[Reference, ...] = key_or(_stages, ())
    ratio: tuple[Reference, ...] = key_or(_stages, ())
    reads: tuple[Reference, ...] = key_or(one_or_many(to("fields")), ())
    says: Text | None = key(text)
    unit: Text | None = key(text)
    target: Target | None = key(part(Target))
    teams: tuple[Reference, ...] = key_or(_teams, ())
    owner: Reference | None = key(who)
    goal: Reference | None = key(_goal)
    system: Reference | None = key(to("systems"))


@dataclass(frozen=True, kw_only=True)
class Campaign(Element):
    """A joint effort for a segment."""

    segment: Reference | None = key(to("segments"))
    goal: Reference | None = key(_goal)
    teams: tuple[Reference, ...] = key_or(_teams, ())
    feeds: Reference | None = key(_stage)
    starts: date | None = key(day)
    ends: date | None = key(day)
    owner: Reference | None = key(who)
    budget: Fraction | None = key(number)


@dataclass(frozen=True, kw_only=True)
class Promise(Element):
    """What holds for every case."""

    start: Reference | None = key(_stage, "from")
    to: Reference | None = key(_stage)
    reaches: tuple[Reference, ...] = key_or(one_or_many(_stage_or_outcome), ())
    within: Duration | None = key(duration)
    passes: Reference | None = key(_stage)
    never: Reference | None = key(_stage_or_outcome)
    assuming: Expression | None = key(expression)

    def begins(self, starts: Sequence[str]) -> Sequence[str]:
        """The stages that a case has to enter for the promise to be about it."""
        return (self.start.id,) if self.start is not None else starts


@dataclass(frozen=True, kw_only=True)
class CaseStep(Part):
    """What becomes known of a case in a stage, and which judgements are yes."""

    stage: Reference | None = key(_stage, "in")
    has: dict[str, Given] | None = key(case_values)
    yes: tuple[Reference, ...] = key_or(one_or_many(to("criteria", "stages")), ())
    after: Duration | None = key(duration)


@dataclass(frozen=True, kw_only=True)
class Case(Element):
    """A case whose way through the process is known: a regression test."""

    says: Text | None = key(text)
    start: Reference | None = key(_stage, "from")
    has: dict[str, Given] | None = key(case_values)
    steps: tuple[CaseStep, ...] = key_or(one_or_many(part(CaseStep)), ())
    stages: tuple[Reference, ...] = key_or(_stages, (), "path")
    ends: Reference | None = key(_stage_or_outcome)


@dataclass(frozen=True, kw_only=True)
class Skill(Element):
    """Something people have to be able to do."""

    needed_in: tuple[Reference, ...] = key_or(_stages, ())
    held_by: tuple[Reference, ...] = key_or(one_or_many(to("people")), ())
    says: Text | None = key(text)


@dataclass(frozen=True, kw_only=True)
class Improvement(Element):
    """Something that is to become better."""

    says: Text | None = key(text)
    owner: Reference | None = key(who)
    due: date | None = key(day)
    stages: tuple[Reference, ...] = key_or(_stages, ())
    goal: Reference | None = key(_goal)
    priority: int | None = key(whole)
    status: str | None = key(word)
    expects: Text | None = key(text)
    resources: Text | None = key(text)
