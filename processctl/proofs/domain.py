"""The values that fields can have, as far as the model says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from processctl.criteria import Has, Node, Readings, TypeKind, walk
from processctl.journey import Journey
from processctl.model.customer_data import Field


@dataclass(frozen=True, slots=True)
class Domain:
    """The values of one field: its type, its bounds (inclusive), and whether it may be missing.

    Bounds of dates are numbers of days (`date.toordinal`).

    ``options`` are those of a choice or a list. ``text`` is also the domain of what is not known.
    """

    type: TypeKind
    least: Fraction | None
    most: Fraction | None
    options: tuple[str, ...]
    may_be_missing: bool


YES_OR_NO = Domain("boolean", None, None, (), may_be_missing=False)
"""Whether a case is of a segment that no test tells."""


def domains(journey: Journey) -> Mapping[str, Domain]:
    """The domains of all fields that are recorded, not computed.

    A field is missing only where it is optional, or where some condition in force asks with ``has``
    whether it is there: any other one has some value even before anybody wrote it down, and to read
    it then is a finding of its own. To ask for a computed field is to ask for all that it reads.
    """
    readings = Readings(journey.conditions.definitions)
    asked = {
        name
        for tree in _in_force(journey)
        for part in walk(tree)
        if isinstance(part, Has)
        for name in readings.of(part.name)
    }
    return {
        name: _domain(field, name in asked)
        for name, field in journey.model.fields.items()
        if field.computed is None
    }


def _in_force(journey: Journey) -> Iterator[Node]:
    """The conditions of this process that are not only planned, and the definitions it may name."""
    yield from journey.conditions.definitions.values()
    planned = {stage.path for stage in journey.model.stages.values() if not stage.live}
    for stage in journey.stages.values():
        in_force = {exit_.path for exit_ in journey.exits_in_force(stage)}
        planned |= {exit_.path for exit_ in stage.exits} - in_force
    for expression in journey.model.expressions:
        if expression.tree is not None and planned.isdisjoint(
            (expression.path[:2], expression.path[:4])
        ):
            yield expression.tree


def _domain(field: Field, is_asked: bool) -> Domain:
    return Domain(
        type=field.type or "text",
        least=number_of(field.least),
        most=number_of(field.most),
        options=tuple(field.options or ()),
        may_be_missing=field.optional or is_asked,
    )


def number_of(limit: Fraction | date | None) -> Fraction | None:
    """A limit as a number: of a date its day (`date.toordinal`)."""
    return Fraction(limit.toordinal()) if isinstance(limit, date) else limit
