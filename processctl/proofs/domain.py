"""The values that fields can have, as far as the model says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from processctl.criteria import Has, TypeKind, walk
from processctl.model.customer_data import Field
from processctl.model.model import Model


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


def domains(model: Model) -> Mapping[str, Domain]:
    """The domains of all fields that are recorded, not computed.

    A field is missing only where it is optional, or where some condition asks with ``has`` whether it
    is there: any other one has some value even before anybody wrote it down, and to read it then is
    a finding of its own.
    """
    asked = {
        part.name.id
        for expression in model.expressions
        if expression.tree is not None
        for part in walk(expression.tree)
        if isinstance(part, Has)
    }
    return {
        name: _domain(field, name in asked)
        for name, field in model.fields.items()
        if field.computed is None
    }


def _domain(field: Field, is_asked: bool) -> Domain:
    return Domain(
        type=field.type or "text",
        least=_number(field.least),
        most=_number(field.most),
        options=tuple(field.options or ()),
        may_be_missing=field.optional or is_asked,
    )


def _number(limit: Fraction | date | None) -> Fraction | None:
    return Fraction(limit.toordinal()) if isinstance(limit, date) else limit
