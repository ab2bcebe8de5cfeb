"""Fields that cannot hold any value, and time that counts from what is no date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from processctl.criteria import Literal, TypeKind, in_words, names, unparse
from processctl.journey import Journey
from processctl.journey.limits import has_room, strange_limits
from processctl.model.customer_data import Field, value_type
from processctl.model.reference import Reference
from processctl.reading.nodes import Scalar
from processctl.rules.rule import Found, Place
from processctl.texts import say


def field_faults(journey: Journey) -> Iterator[Found]:
    """Find fields without type, options or room, and fields taken for dates."""
    yield from _without_type(journey)
    for field in journey.model.fields.values():
        if field.shared:
            continue
        if field.type in ("choice", "list") and not field.options and field.readable("options"):
            yield Found(
                say('It is not written what can be chosen in "{field}".', field=field.title),
                Place((*field.path, "type")),
                hint=say('List the options under "options".'),
                severity="warning",
            )
        yield from _limits(field)
    for reference in journey.model.references:
        if reference.wanted == ("stages", "fields") and reference.section == "fields":
            yield from _counted_from(journey, reference)


def _without_type(journey: Journey) -> Iterator[Found]:
    """Fields of which a condition asks something, and nobody knows what their values are."""
    fields = journey.model.fields
    untyped = {
        name
        for name, field in fields.items()
        if field.type is None and field.computed is None and field.readable("type", "is")
    }
    asked: dict[str, None] = {}
    for expression in journey.model.expressions if untyped else ():
        if expression.tree is not None:
            asked.update((word.id, None) for word in names(expression.tree) if word.id in untyped)
    for name in asked:
        if not fields[name].shared:
            yield Found(
                say(
                    'Conditions ask for "{field}", and nothing says what kind of value it is: they are not judged.',
                    field=fields[name].title,
                ),
                Place(fields[name].path, at_key=True),
                hint=say('Give it a type, such as "type: integer", "money", "date" or "choice".'),
                severity="warning",
            )


def _limits(field: Field) -> Iterator[Found]:
    if field.least is not None and field.most is not None and not has_room(field):
        yield Found(
            say(
                'The field "{field}" has no room: its smallest value is {low}, its largest {high}.',
                field=field.title,
                low=in_digits(field.least),
                high=in_digits(field.most),
            ),
            Place((*field.path, "min")),
            hint=say('Exchange "min" and "max", or correct one of them.'),
        )
    for key, limit in strange_limits(field).items():
        kind: TypeKind = "date" if isinstance(limit, Fraction) else field.type or "integer"
        yield Found(
            say(
                'The field "{field}" is {kind}, and "{value}" is not.',
                field=field.title,
                kind=in_words(kind),
                value=in_digits(limit),
            ),
            Place((*field.path, key)),
            ids=(key,),
        )


def _counted_from(journey: Journey, reference: Reference) -> Iterator[Found]:
    field = journey.model.fields[reference.id]
    kind = value_type(field)
    if kind is not None and kind.kind != "date":
        yield Found(
            say(
                'Time is counted from a date, and the field "{field}" is {kind}.',
                field=field.title,
                kind=in_words(kind.kind),
            ),
            Place(reference.path, inside=_last_word(journey, reference)),
            hint=say("Name a stage, or a field that holds a date."),
            ids=(*map(str, reference.path[2:]), reference.id),
        )


def _last_word(journey: Journey, reference: Reference) -> tuple[int, int] | None:
    found = journey.model.workspace.sections.node(reference.path)
    if found is None or not isinstance(found[2], Scalar):
        return None
    end = len(found[2].text.rstrip())
    return end - len(reference.id), end


def in_digits(value: int | Fraction | date) -> str:
    """A number or a day as it would be written."""
    if isinstance(value, date):
        return value.isoformat()
    if value.denominator == 1:
        return str(value.numerator)
    return unparse(Literal((0, 0), Fraction(value), "decimal"))
