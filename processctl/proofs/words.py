"""Values and conditions in words that somebody who sells understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from processctl.criteria import Name, Node, unparse
from processctl.journey.value_words import amount_in_words, digits, option_in_words
from processctl.model.customer_data import Field
from processctl.model.element import Element
from processctl.model.model import Model
from processctl.model.values import Duration
from processctl.proofs.choice import Way
from processctl.proofs.witness import SOME_WORD, Case, Value
from processctl.texts import Argument, Listing, Message, Quantity, Text, say


def values_in_words(model: Model, case: Case) -> Message:
    """The values of a case, in one sentence."""
    told = [value_in_words(model, name, value) for name, value in case.values.items()]
    if not told:
        return say("Any case will do.")
    return say("For example: {values}.", values=Listing(tuple(told), quoted=False))


def plain_values(case: Case) -> Iterator[tuple[str, str | int | bool | tuple[str, ...] | None]]:
    """The values of a case as one would write them under ``has`` in a case."""
    for name, value in case.values.items():
        yield name, _plain(value)


def condition_in_words(model: Model, node: Node) -> Argument:
    """What a condition is called: a criterion by its name, anything else as it is written."""
    if isinstance(node, Name):
        for section in (model.criteria, model.segments, model.fields):
            element = section.get(node.id)
            if element is not None:
                return element.title
    return unparse(node)


def exit_in_words(model: Model, way: Way) -> Argument:
    """An exit by its own name, or else by the stage it leads to."""
    if way.exit.name is not None:
        return way.exit.name
    target = way.exit.to
    if target is None:
        return "?"
    return stage_in_words(model, target.id)


def stage_in_words(model: Model, stage: str) -> Text:
    """What a stage is called, one too that is not there."""
    return _called(stage, model.stages)


def party_in_words(model: Model, name: str) -> Text:
    """What a role, a team or a person is called, one too that is not there."""
    return _called(name, model.roles, model.teams, model.people)


def _called(name: str, *sections: Mapping[str, Element]) -> Text:
    for section in sections:
        element = section.get(name)
        if element is not None:
            return element.title
    return Text((("", name.replace("_", " ")),))


def length_in_words(model: Model, length: Duration) -> Message | Quantity:
    """A duration; where it counts from is told by its name."""
    if length.since is None:
        return length.message()
    point = model.stages.get(length.since) or model.fields.get(length.since)
    return length.message(point.title if point is not None else None)


def value_in_words(model: Model, name: str, value: Value) -> Message:
    """What a field holds of a case, or whether the case is of a segment."""
    segment = model.segments.get(name)
    if segment is None:
        return _field_in_words(model, model.fields[name], value)
    if value is True:
        return say('it is of the segment "{segment}"', segment=segment.title)
    return say('it is not of the segment "{segment}"', segment=segment.title)


def _field_in_words(model: Model, field: Field, value: Value) -> Message:
    name = field.title
    match value:
        case None:
            return say('"{field}" is not filled in', field=name)
        case True:
            return say('"{field}" is yes', field=name)
        case False:
            return say('"{field}" is no', field=name)
        case frozenset() if not value:
            return say('"{field}" is empty', field=name)
        case frozenset():
            words = Listing(
                tuple(option_in_words(field, one) for one in sorted(value)), quoted=False
            )
            return say('"{field}" is {value}', field=name, value=words)
        case date():
            return say('"{field}" is {value}', field=name, value=value.isoformat())
        case str() if value == SOME_WORD:
            return say('"{field}" is filled in', field=name)
        case str() if field.type == "text":
            return say('"{field}" is "{value}"', field=name, value=value)
        case str():
            return say('"{field}" is {value}', field=name, value=option_in_words(field, value))
        case _:
            return say(
                '"{field}" is {value}', field=name, value=amount_in_words(model, field, value)
            )


def _plain(value: Value) -> str | int | bool | tuple[str, ...] | None:
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, frozenset):
        return tuple(sorted(value))
    if isinstance(value, date):
        return value.isoformat()
    if value.denominator == 1:
        return int(value)
    return digits(value, "")
