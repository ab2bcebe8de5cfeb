"""The tests of CEL, read: an expression with what is known beforehand and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from processctl.criteria import Type, TypeKind, Value

_KINDS: dict[str, TypeKind] = {
    "int64Value": "integer",
    "doubleValue": "decimal",
    "stringValue": "text",
    "boolValue": "boolean",
}
_PRIMITIVES: dict[str, TypeKind] = {
    "INT64": "integer",
    "DOUBLE": "decimal",
    "STRING": "text",
    "BOOL": "boolean",
}


@dataclass(frozen=True)
class Case:
    """One test. ``tree`` is CEL's own, as a text; None where CEL refuses the expression.

    ``value`` is None where the test has none, or one that our language has no type for; ``error``
    is what CEL says when it cannot compute one. ``other_values`` tells these two apart.
    """

    name: str
    expression: str
    tree: str | None
    types: Mapping[str, Type]
    values: Mapping[str, Value]
    namespace: bool
    value: Value | None
    other_value: bool
    error: str | None


def cases(suites: Mapping[str, Any]) -> Iterator[Case]:
    """Every test of every suite, in order."""
    for suite in suites.values():
        yield from _below(suite, ())


def _below(suite: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[Case]:
    here = (*path, suite["name"])
    for test in suite.get("tests", ()):
        yield _case(test, here)
    for inner in suite.get("suites", ()):
        yield from _below(inner, here)


def _case(test: Mapping[str, Any], path: tuple[str, ...]) -> Case:
    original = test["original"]
    bound = {name: one["value"] for name, one in original.get("bindings", {}).items() if one}
    values = {name: found for name, one in bound.items() if (found := _value(one)) is not None}
    errors = original.get("evalError", {}).get("errors", ())
    value = original.get("value")
    return Case(
        name="/".join((*path, original.get("name", original["expr"]))),
        expression=original["expr"],
        tree=test.get("ast"),
        types={**_declared(original), **{name: _type(bound[name]) for name in values}},
        values=values,
        namespace=any("." in name for name in bound),
        value=_value(value) if value else None,
        other_value=bool(value),
        error="; ".join(one["message"] for one in errors) or None,
    )


def _declared(original: Mapping[str, Any]) -> dict[str, Type]:
    found = {}
    for one in original.get("typeEnv", ()):
        primitive = one.get("ident", {}).get("type", {}).get("primitive")
        if primitive in _PRIMITIVES:
            found[one["name"]] = Type(_PRIMITIVES[primitive])
    return found


def _type(value: Mapping[str, Any]) -> Type:
    (kind,) = value
    return Type(_KINDS[kind])


def _value(value: Mapping[str, Any]) -> Value | None:
    """A value of one of our types; None for another one, and for what is no number."""
    ((kind, written),) = value.items()
    if kind == "int64Value":
        return int(written)
    if kind == "doubleValue":
        return None if isinstance(written, str) else Fraction(str(written))
    return written if kind in _KINDS else None
