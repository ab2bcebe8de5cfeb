"""Values of examples and made-up cases that their fields cannot hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from processctl.criteria import Type, in_words
from processctl.journey import Journey
from processctl.journey.case_values import case_values, no_answer_for, typed_value
from processctl.journey.limits import is_in_range
from processctl.model.customer_data import Field
from processctl.model.given import Given
from processctl.rules.pc5_criteria.field_faults import in_digits
from processctl.rules.pc5_criteria.option_hints import OptionHints
from processctl.rules.rule import Found, Place
from processctl.texts import Message, say


def value_faults(journey: Journey, hints: OptionHints) -> Iterator[Found]:
    """Find values of another type, out of range, or that are no option."""
    types = journey.soundness.names.fields
    for given in _given(journey):
        for name, one in given.items():
            wanted = types.get(name)
            segment = journey.model.segments.get(name)
            if wanted is not None:
                yield from _faults(journey.model.fields[name], wanted, one, hints)
            elif segment is not None and case_values(journey, {name: one}) is None:
                yield _found(one, no_answer_for(segment))


def _given(journey: Journey) -> Iterator[Mapping[str, Given]]:
    model = journey.model
    for criterion in model.criteria.values():
        if not criterion.shared:
            yield from (one.case for one in criterion.examples if one.case)
    for case in model.cases.values():
        yield case.has or {}
        yield from (step.has for step in case.steps if step.has)


def _faults(field: Field, wanted: Type, given: Given, hints: OptionHints) -> Iterator[Found]:
    value = typed_value(given, wanted)
    if value is not None:
        if not is_in_range(value, field):
            yield _found(given, _out_of_range(field, given))
    elif wanted.kind in ("choice", "list") and (given.items is None or wanted.kind == "list"):
        for one in given.items if given.items is not None else (given,):
            if one.text not in wanted.options:
                message = say(
                    'The field "{field}" has no option "{option}".',
                    field=field.title,
                    option=one.text,
                )
                hint = hints.hint(one.text, wanted.options)
                yield _found(one, message, hint, one.text)
    else:
        yield _found(given, _of_another_type(field, wanted, given), _how_to_write(wanted, given))


def _found(given: Given, message: Message, hint: Message | None = None, *ids: str) -> Found:
    return Found(message, Place(given.path), hint=hint, ids=(*map(str, given.path[2:]), *ids))


def _of_another_type(field: Field, wanted: Type, given: Given) -> Message:
    if given.items is not None:
        return say('The field "{field}" holds one value, and this is a list.', field=field.title)
    if wanted.kind == "money" and not isinstance(given.value, bool | str):
        return say(
            'An amount of money has at most two decimals, and "{value}" has more.', value=given.text
        )
    return say(
        'The field "{field}" is {kind}, and "{value}" is not.',
        field=field.title,
        kind=in_words(wanted.kind),
        value=given.text,
    )


def _how_to_write(wanted: Type, given: Given) -> Message | None:
    if given.items is not None:
        return say("Write the value alone, without brackets.")
    if wanted.kind == "boolean":
        return say("Write true or false.")
    if wanted.kind == "date":
        return say("Write a day of the calendar so: 2026-12-31")
    return say("Write a number, without a unit.") if isinstance(given.value, str) else None


def _out_of_range(field: Field, given: Given) -> Message:
    low, high, value = field.least, field.most, given.text
    if low is not None and high is not None:
        return say(
            'The field "{field}" is from {low} to {high}, and {value} is not.',
            field=field.title,
            low=in_digits(low),
            high=in_digits(high),
            value=value,
        )
    if low is not None:
        return say(
            'The field "{field}" is at least {low}, and {value} is less.',
            field=field.title,
            low=in_digits(low),
            value=value,
        )
    return say(
        'The field "{field}" is at most {high}, and {value} is more.',
        field=field.title,
        high=in_digits(high or 0),
        value=value,
    )
