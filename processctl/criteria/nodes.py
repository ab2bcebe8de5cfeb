"""The tree of a condition: what is written, with the place of every part.

Places are no part of what a condition says: nodes are equal when they read the same, wherever
they stand and whatever parentheses they stood in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal as Word
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Start and end of a part, in characters from the start of the expression; the end is exclusive."""

NOWHERE: Span = (0, 0)
"""The place of what stands in no text: trees equal wherever they stand."""

LiteralKind: TypeAlias = Word["boolean", "integer", "decimal", "text"]
Comparator: TypeAlias = Word["==", "!=", "<", "<=", ">", ">="]
ArithmeticSign: TypeAlias = Word["+", "-", "*"]


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written out. Decimals are exact fractions; a leading minus belongs to the number."""

    span: Span = field(compare=False)
    value: bool | int | Fraction | str
    kind: LiteralKind


@dataclass(frozen=True, slots=True)
class Name:
    """A field, criterion or segment, by its id."""

    span: Span = field(compare=False)
    id: str


@dataclass(frozen=True, slots=True)
class Not:
    """``not x`` or ``!x``."""

    span: Span = field(compare=False)
    operand: Node


@dataclass(frozen=True, slots=True)
class And:
    """Two or more operands that all have to hold; ``grouped`` when it stood in parentheses."""

    span: Span = field(compare=False)
    operands: tuple[Node, ...]
    grouped: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Or:
    """Two or more operands of which one has to hold; ``grouped`` when it stood in parentheses."""

    span: Span = field(compare=False)
    operands: tuple[Node, ...]
    grouped: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values beside a comparison sign."""

    span: Span = field(compare=False)
    operator: Comparator
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class In:
    """``item in [a, b]``, or ``item in field`` where the field holds a list."""

    span: Span = field(compare=False)
    item: Node
    options: tuple[Node, ...] | Name


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A chain of one precedence, read from the left: either ``+`` and ``-``, or ``*``.

    There is one operator fewer than operands. A chain is one node however long it is, so that
    nothing that walks the tree goes deeper with every term.
    """

    span: Span = field(compare=False)
    operators: tuple[ArithmeticSign, ...]
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Negate:
    """``-x`` where x is not a number written out."""

    span: Span = field(compare=False)
    operand: Node


@dataclass(frozen=True, slots=True)
class Conditional:
    """``test ? yes : no``."""

    span: Span = field(compare=False)
    test: Node
    yes: Node
    no: Node


@dataclass(frozen=True, slots=True)
class Has:
    """``has(field)``: whether the field has a value."""

    span: Span = field(compare=False)
    name: Name


@dataclass(frozen=True, slots=True)
class AtLeast:
    """``at_least(count, a, b, …)``: whether that many of the operands hold."""

    span: Span = field(compare=False)
    count: int
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class DaysSince:
    """``days_since(field)``: whole days from the date to today."""

    span: Span = field(compare=False)
    name: Name


@dataclass(frozen=True, slots=True)
class DaysUntil:
    """``days_until(field)``: whole days from today to the date."""

    span: Span = field(compare=False)
    name: Name


Node: TypeAlias = (
    Literal
    | Name
    | Not
    | And
    | Or
    | Compare
    | In
    | Arithmetic
    | Negate
    | Conditional
    | Has
    | AtLeast
    | DaysSince
    | DaysUntil
)
