"""What is known of a case: fields, the systems that keep them, criteria and segments over them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import get_args

from processctl.criteria import Type, TypeKind
from processctl.model.build import Part, Reader, key, key_or
from processctl.model.condition import Expression, expression
from processctl.model.element import Element
from processctl.model.given import Given, case_values
from processctl.model.parse import (
    day,
    duration,
    mapped,
    number,
    one_or_many,
    part,
    text,
    to,
    truth,
    who,
    whos,
    word,
)
from processctl.model.reference import Reference
from processctl.model.values import Duration
from processctl.reading import nodes
from processctl.reading.nodes import Node, Scalar
from processctl.reading.problem import Path
from processctl.texts import Text

_TYPES: dict[str, TypeKind] = {name: name for name in get_args(TypeKind)}


def _type(reader: Reader, node: Node, path: Path) -> TypeKind | None:
    del reader, path
    return _TYPES.get(node.text) if isinstance(node, Scalar) else None


def _limit(reader: Reader, node: Node, path: Path) -> Fraction | date | None:
    """A limit is a number, or of a date a day."""
    found = number(reader, node, path)
    return day(reader, node, path) if found is None else found


def _options(reader: Reader, node: Node, path: Path) -> dict[str, Text] | None:
    """Options are a list of words, or a map from word to what it is called."""
    if isinstance(node, nodes.Sequence):
        items = [item.text for item in node.items if isinstance(item, Scalar)]
        return {item: Text((("", item.replace("_", " ")),)) for item in items}
    return mapped(text)(reader, node, path)


@dataclass(frozen=True, kw_only=True)
class Problems(Part):
    """Whom to tell about problems with recorded data, and where they are talked over."""

    tell: tuple[Reference, ...] = key_or(whos, ())
    forum: Reference | None = key(to("forums"), "in")


@dataclass(frozen=True, kw_only=True)
class System(Element):
    """A program that keeps data."""

    owner: Reference | None = key(who)
    kind: str | None = key(word)
    url: str | None = key(word)
    replaces: Reference | None = key(to("systems"))
    problems: Problems | None = key(part(Problems))


@dataclass(frozen=True, kw_only=True)
class Personal(Part):
    """Why personal data may be kept, and how long."""

    basis: str | None = key(word)
    kept: Duration | None = key(duration)


@dataclass(frozen=True, kw_only=True)
class Field(Element):
    """One thing that is recorded about a case."""

    type: TypeKind | None = key(_type)
    options: dict[str, Text] | None = key(_options)
    least: Fraction | date | None = key(_limit, "min")
    most: Fraction | date | None = key(_limit, "max")
    unit: Text | None = key(text)
    pattern: str | None = key(word)
    optional: bool = key_or(truth, False)
    computed: Expression | None = key(expression, "is")
    system: tuple[Reference, ...] = key_or(one_or_many(to("systems")), ())
    property: str | None = key(word)
    owner: Reference | None = key(who)
    why: Text | None = key(text)
    personal: Personal | None = key(part(Personal))

    @cached_property
    def minimum(self) -> Fraction | None:
        """The smallest number that it can hold, where its limit is a number."""
        return self.least if isinstance(self.least, Fraction) else None

    @cached_property
    def maximum(self) -> Fraction | None:
        """The largest number that it can hold, where its limit is a number."""
        return self.most if isinstance(self.most, Fraction) else None


def value_type(field: Field) -> Type | None:
    """What the values of a field are; None where that is not said, or cannot all be read."""
    if field.type is None or not field.readable("type", "options"):
        return None
    if field.type not in ("choice", "list"):
        return Type(field.type)
    return Type(field.type, field.options) if field.options else None


@dataclass(frozen=True, kw_only=True)
class Example(Part):
    """A case, and whether the criterion holds for it."""

    case: dict[str, Given] | None = key(case_values)
    holds: bool | None = key(truth)


@dataclass(frozen=True, kw_only=True)
class Criterion(Element):
    """A question about a case: tested on its fields, or judged by a person."""

    says: Text | None = key(text)
    test: Expression | None = key(expression)
    judged_by: tuple[Reference, ...] = key_or(whos, ())
    examples: tuple[Example, ...] = key_or(one_or_many(part(Example)), ())


@dataclass(frozen=True, kw_only=True)
class Segment(Element):
    """A kind of case."""

    says: Text | None = key(text)
    test: Expression | None = key(expression)


@dataclass(frozen=True, kw_only=True)
class FieldDefaults(Part):
    """System and owner of fields that name none."""

    system: tuple[Reference, ...] = key_or(one_or_many(to("systems")), ())
    owner: Reference | None = key(who)


@dataclass(frozen=True, kw_only=True)
class Defaults(Part):
    """What holds for elements that say nothing else."""

    fields: FieldDefaults | None = key(part(FieldDefaults))
