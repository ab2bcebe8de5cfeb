"""The numbers and words that conditions compare fields with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction

from processctl.criteria import (
    Compare,
    DaysSince,
    DaysUntil,
    In,
    Literal,
    Name,
    Negate,
    Node,
    walk,
)
from processctl.proofs.fact import Fact

Breaks = dict[str, set[Fraction | str]]


def breaks_of(facts: Iterable[Fact], definitions: Mapping[str, Node], today: date) -> Breaks:
    """For each field what it is compared with, also by way of named criteria and computed fields.

    Numbers are fractions, dates the numbers of days (`date.toordinal`), words are texts. A field in a
    sum gets what the sum is compared with: a good guess, no more.
    """
    found: Breaks = {}
    for node in _opened((fact.node for fact in facts), definitions):
        for part in walk(node):
            if isinstance(part, Compare):
                _compared(part.left, part.right, found, definitions, today)
                _compared(part.right, part.left, found, definitions, today)
            elif isinstance(part, In) and not isinstance(part.options, Name):
                for option in part.options:
                    _compared(part.item, option, found, definitions, today)
    return found


def _opened(nodes: Iterable[Node], definitions: Mapping[str, Node]) -> Iterator[Node]:
    ahead = list(nodes)
    seen: set[str] = set()
    while ahead:
        node = ahead.pop()
        yield node
        for part in walk(node):
            if isinstance(part, Name) and part.id in definitions and part.id not in seen:
                seen.add(part.id)
                ahead.append(definitions[part.id])


def _compared(
    one: Node, other: Node, found: Breaks, definitions: Mapping[str, Node], today: date
) -> None:
    value = _value(other)
    if value is None:
        return
    for part in _opened((one,), definitions):
        counted = {
            id(inner.name) for inner in walk(part) if isinstance(inner, DaysSince | DaysUntil)
        }
        for inner in walk(part):
            match inner:
                case DaysSince(name=name) if isinstance(value, Fraction):
                    _at(name, today.toordinal() - value, found, definitions)
                case DaysUntil(name=name) if isinstance(value, Fraction):
                    _at(name, today.toordinal() + value, found, definitions)
                case Name(id=name) if id(inner) not in counted:
                    found.setdefault(name, set()).add(_day(value) or value)
                case _:
                    pass


def _at(name: Name, value: Fraction, found: Breaks, definitions: Mapping[str, Node]) -> None:
    """A border of a field, or of the fields that a computed one comes down to."""
    for node in _opened((name,), definitions):
        for part in walk(node):
            if isinstance(part, Name):
                found.setdefault(part.id, set()).add(value)


def _value(node: Node) -> Fraction | str | None:
    if isinstance(node, Negate):
        inner = _value(node.operand)
        return -inner if isinstance(inner, Fraction) else None
    if not isinstance(node, Literal) or node.kind == "boolean":
        return None
    return str(node.value) if node.kind == "text" else Fraction(node.value)


def _day(value: Fraction | str) -> Fraction | None:
    try:
        return Fraction(date.fromisoformat(value).toordinal()) if isinstance(value, str) else None
    except ValueError:
        return None
