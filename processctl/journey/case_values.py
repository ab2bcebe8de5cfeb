"""Values that examples and made-up cases give to fields, as values of the fields' types."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from processctl.criteria import Type, Value, day
from processctl.journey.limits import is_in_range
from processctl.model.customer_data import Segment
from processctl.model.given import Given
from processctl.texts import Message, say

if TYPE_CHECKING:
    from processctl.journey.journey import Journey


def typed_value(given: Given, wanted: Type) -> Value | None:
    """The value of a type that is given; None where it is none of that type.

    What was written as a number is a text where a text is wanted, and one option stands for a list
    of one. An amount of money has at most two decimals.
    """
    if wanted.kind == "list":
        chosen = [one.text for one in (given.items if given.items is not None else (given,))]
        return frozenset(chosen) if all(one in wanted.options for one in chosen) else None
    if given.items is not None:
        return None
    match wanted.kind:
        case "boolean":
            return given.value if isinstance(given.value, bool) else None
        case "text":
            return given.text
        case "choice":
            return given.text if given.text in wanted.options else None
        case "date":
            return day(given.text)
    number = None if isinstance(given.value, bool | str) else given.value
    if isinstance(number, Fraction):
        is_amount = wanted.kind == "money" and (number * 100).denominator == 1
        return number if is_amount or wanted.kind == "decimal" else None
    return number


def case_values(journey: Journey, given: Mapping[str, Given]) -> dict[str, Value] | None:
    """The values of a case, by field, and for segments without a test whether it is of them.

    None where one of them is none that its field can hold, or there is no such field. Where the type
    of a field is not known, its value is what was written.
    """
    fields, segments = journey.model.fields, journey.model.segments
    values: dict[str, Value] = {}
    for name, one in given.items():
        if name.startswith("x_"):
            continue
        if name in segments and segments[name].test is None and isinstance(one.value, bool):
            values[name] = one.value
            continue
        if name not in fields:
            return None
        wanted = journey.soundness.names.fields[name]
        value = one.text if wanted is None else typed_value(one, wanted)
        if value is None or not is_in_range(value, fields[name]):
            return None
        values[name] = value
    return values


def no_answer_for(segment: Segment) -> Message:
    """Why what is written is no answer to whether a case is of a segment."""
    if segment.test is not None:
        return say(
            'Whether a case is of the segment "{segment}" follows from its test.',
            segment=segment.title,
        )
    return say(
        'A case is of the segment "{segment}" or is not: write true or false.',
        segment=segment.title,
    )
