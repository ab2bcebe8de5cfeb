"""The smallest and the largest value of a field."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from processctl.criteria import Type, Value
from processctl.model.customer_data import Field, value_type


def has_room(field: Field) -> bool:
    """Whether there is a value between the limits of a field."""
    return not _is_beyond(field.least, field.most)


def is_in_range(value: Value, field: Field) -> bool:
    """Whether a number or a day lies between the limits of its field."""
    return not (_is_beyond(field.least, value) or _is_beyond(value, field.most))


def strange_limits(field: Field) -> dict[str, Fraction | date]:
    """The limits of numbers that are days, and of days that are numbers, by their keys."""
    kind = value_type(field)
    limits = {"min": field.least, "max": field.most}
    return {
        key: limit
        for key, limit in limits.items()
        if limit is not None and kind is not None and _is_strange(limit, kind)
    }


def _is_strange(limit: Fraction | date, kind: Type) -> bool:
    return kind.is_number if isinstance(limit, date) else kind.kind == "date"


def _is_beyond(one: Value | None, other: Value | None) -> bool:
    """Whether the first is more than the second; not where they are no two numbers or days."""
    if isinstance(one, date) and isinstance(other, date):
        return one > other
    if isinstance(one, bool) or isinstance(other, bool):
        return False
    return isinstance(one, int | Fraction) and isinstance(other, int | Fraction) and one > other
