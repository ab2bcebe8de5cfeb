"""What a walk lacks, as questions; and answers put where they belong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from processctl.criteria import MISSING
from processctl.journey import Journey
from processctl.journey.case_values import no_answer_for, typed_value
from processctl.journey.limits import is_in_range
from processctl.model.customer_data import Field
from processctl.model.given import Given
from processctl.texts import Listing, Message, say
from processctl.trying.plan import Known, Plan, Visit
from processctl.trying.told import Walk

_NUMBER = re.compile(r"-?\d{1,40}(\.\d{1,20})?\Z", re.ASCII)


def read_value(journey: Journey, name: str, text: str) -> Known | Message:
    """What somebody typed as the value of a field or of a segment, or what would be one.

    Nothing typed is no value: optional fields may have none. Several options of a list stand with commas
    between them.
    """
    segment = journey.model.segments.get(name)
    if segment is not None:
        given = _given(text, is_list=False)
        is_told = segment.test is None and isinstance(given.value, bool)
        return given.value if is_told else no_answer_for(segment)
    field = journey.model.fields[name]
    wanted = journey.soundness.names.fields[name]
    if not text:
        return MISSING if field.optional else say('"{field}" needs a value.', field=name)
    if wanted is None:
        return text
    value = typed_value(_given(text, is_list=wanted.kind == "list"), wanted)
    if value is None or not is_in_range(value, field):
        return say(
            '"{value}" is no value of "{field}": {form}.',
            value=text,
            field=name,
            form=form_in_words(field),
        )
    return value


def _given(text: str, *, is_list: bool) -> Given:
    if is_list:
        parts = tuple(part.strip() for part in text.split(",") if part.strip())
        return Given((), text, text, tuple(Given((), part, part) for part in parts))
    if text in ("true", "false", "yes", "no", "kyllä", "ei"):
        return Given((), text, text in ("true", "yes", "kyllä"))
    if _NUMBER.match(text):
        number = Fraction(text)
        return Given((), text, number.numerator if number.denominator == 1 else number)
    return Given((), text, text)


def form_in_words(field: Field) -> Message:
    """What a value of a field looks like."""
    options = Listing(tuple(field.options or ()), "or", quoted=False)
    match field.type:
        case "boolean":
            return say("write yes or no")
        case "choice":
            return say("write one of {options}", options=options)
        case "list":
            return say("write some of {options}, with commas between them", options=options)
        case "date":
            return say("write a day such as 2026-11-30")
        case "integer":
            return say("write a whole number within its limits")
        case "money":
            return say("write an amount with two decimals at most, within its limits")
        case "decimal":
            return say("write a number within its limits")
        case _:
            return say("write a text")


def with_answers(
    plan: Plan, walk: Walk, has: Mapping[str, Known], yes: frozenset[str], no: frozenset[str]
) -> Plan:
    """The plan with more known at the last stop of its walk; there is a visit for each stop then.

    What is asked at a door has to be known before: it is put to the stop before it, or to the birth.
    """
    visits = [stop.visit or Visit(stop.stage) for stop in walk.stops]
    is_asked_early = bool(has) and not walk.stops[-1].looks
    if is_asked_early and len(visits) == 1:
        return replace(plan, has={**plan.has, **has})
    if is_asked_early:
        visits.pop()
    last = visits[-1]
    visits[-1] = replace(last, has={**last.has, **has}, yes=last.yes | yes, no=(last.no | no) - yes)
    return replace(plan, visits=(*visits, *walk.unused))


def birth_values(journey: Journey, start: str, given: Mapping[str, Known]) -> dict[str, Known]:
    """Of some values those that a case has when it is born: the others are recorded on its way."""
    stage = journey.stages[start]
    if stage.start is None:
        return dict(given)
    here = {one.id for one in stage.start.brings}
    later = {
        one.id
        for other in journey.stages.values()
        for part in (other, *other.varies)
        for one in part.captures
    }
    return {name: one for name, one in given.items() if name in here or name not in later}
