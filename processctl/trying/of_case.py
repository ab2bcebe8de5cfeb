"""A case as it is declared, made into a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from processctl.criteria import Value
from processctl.journey import Journey
from processctl.journey.case_values import case_values, no_answer_for
from processctl.model.aims import Case, CaseStep
from processctl.model.given import Given
from processctl.model.reference import Reference
from processctl.reading.problem import Path
from processctl.texts import Message, say
from processctl.trying.plan import Plan, Visit


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a case cannot be tried, and where that stands."""

    message: Message
    path: Path


def plan_of(journey: Journey, case: Case) -> Plan | Fault:
    """The plan of a declared case, or the first thing that stands in its way.

    In the stage of a step, what is not among the step's ``yes`` is no.
    """
    unread = [part for part in (case, *case.steps) if part.unread]
    if unread:
        return Fault(say("Something in it cannot be read."), unread[0].path)
    start = case.start
    if start is None:
        starts = journey.starts
        if len(starts) != 1:
            return Fault(say('It does not say where it begins: "from" is missing.'), case.path)
    elif start.id not in journey.stages:
        return _no_stage(start)
    has = _values(journey, case.has or {})
    if isinstance(has, Fault):
        return has
    visits = []
    for step in case.steps:
        visit = _visit(journey, step)
        if isinstance(visit, Fault):
            return visit
        visits.append(visit)
    return Plan(start.id if start is not None else journey.starts[0], has, tuple(visits))


def _visit(journey: Journey, step: CaseStep) -> Visit | Fault:
    if step.stage is None:
        return Fault(say('A step does not say where: "in" is missing.'), step.path)
    if step.stage.id not in journey.stages:
        return _no_stage(step.stage)
    has = _values(journey, step.has or {})
    if isinstance(has, Fault):
        return has
    unknown = next((one for one in step.yes if not one.known), None)
    if unknown is not None:
        message = say('There is no judgement "{name}".', name=unknown.id)
        return Fault(message, unknown.path)
    yes = frozenset(one.id for one in step.yes)
    return Visit(step.stage.id, has, yes, after=step.after, complete=True)


def _no_stage(reference: Reference) -> Fault:
    words = say('There is no stage "{stage}" in force.', stage=reference.id)
    return Fault(words, reference.path)


def _values(journey: Journey, given: Mapping[str, Given]) -> dict[str, Value] | Fault:
    """The values of a case, or the first that is none of its field."""
    values: dict[str, Value] = {}
    for name, one in given.items():
        found = case_values(journey, {name: one})
        if found is None:
            return Fault(_no_value(journey, name, one), one.path)
        values.update(found)
    return values


def _no_value(journey: Journey, name: str, given: Given) -> Message:
    if name in journey.model.fields:
        return say('"{value}" is no value of the field "{field}".', value=given.text, field=name)
    segment = journey.model.segments.get(name)
    if segment is None:
        return say('There is no field "{field}".', field=name)
    return no_answer_for(segment)
