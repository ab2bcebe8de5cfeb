"""From the parser's steps to the tree: one function for each rule of the grammar.

Lark calls them while it parses, so no tree of its own is ever made.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Protocol, TypeVar, cast

from processctl.criteria.nodes import (
    And,
    Arithmetic,
    ArithmeticSign,
    AtLeast,
    Comparator,
    Compare,
    Conditional,
    DaysSince,
    DaysUntil,
    Has,
    In,
    Literal,
    Name,
    Negate,
    Node,
    Not,
    Or,
    Span,
)
from processctl.criteria.quoting import unquote


class Leaf(Protocol):
    """What is used of lark's tokens."""

    start_pos: int
    end_pos: int


class Group:
    """An expression in parentheses; ``span`` includes them, the span of ``node`` does not."""

    __slots__ = ("node", "span")

    def __init__(self, span: Span, node: Node) -> None:
        self.span = span
        self.node = node


Part = Node | Group
Chain = list[Part | Leaf]
Result = TypeVar("Result")


def bare(part: Part) -> Node:
    """The node without what is known about its parentheses."""
    return part.node if isinstance(part, Group) else part


def group(opening: Leaf, part: Part, closing: Leaf) -> Group:
    """Parentheses. An inner pair of two is nothing of its own."""
    node = bare(part)
    if isinstance(node, And | Or) and not node.grouped:
        node = type(node)(node.span, node.operands, grouped=True)
    return Group((opening.start_pos, closing.end_pos), node)


def start(part: Part) -> Node:
    """The whole."""
    return bare(part)


def conditional(test: Part, _question: Leaf, yes: Part, _colon: Leaf, no: Part) -> Node:
    """``test ? yes : no``."""
    return Conditional((test.span[0], no.span[1]), bare(test), bare(yes), bare(no))


def chain(first: Part, operator: Leaf, second: Part) -> Chain:
    """The first two terms of a chain."""
    return [first, operator, second]


def longer_chain(so_far: Chain, operator: Leaf, term: Part) -> Chain:
    """One term more: the list grows in place, so a long chain takes linear time."""
    so_far += (operator, term)
    return so_far


def disjunction(parts: Chain) -> Node:
    """``a or b or …``."""
    return Or(*_operands(parts))


def conjunction(parts: Chain) -> Node:
    """``a and b and …``."""
    return And(*_operands(parts))


def sum_(parts: Chain) -> Node:
    """``a + b - …``."""
    return _arithmetic(parts)


def product(parts: Chain) -> Node:
    """``a * b * …``."""
    return _arithmetic(parts)


def _operands(parts: Chain) -> tuple[Span, tuple[Node, ...]]:
    operands = cast("list[Part]", parts[::2])
    span = operands[0].span[0], operands[-1].span[1]
    return span, tuple([bare(operand) for operand in operands])


def _arithmetic(parts: Chain) -> Node:
    span, operands = _operands(parts)
    operators = tuple(cast("ArithmeticSign", str(sign)) for sign in parts[1::2])
    return Arithmetic(span, operators, operands)


def negation(word: Leaf, operand: Part) -> Node:
    """``not x``."""
    return Not((word.start_pos, operand.span[1]), bare(operand))


def complement(sign: Leaf, operand: Part) -> Node:
    """``!x``."""
    return Not((sign.start_pos, operand.span[1]), bare(operand))


def opposite(sign: Leaf, operand: Part) -> Node:
    """``-x``; a minus straight before a number belongs to the number, as in CEL's literals."""
    span = sign.start_pos, operand.span[1]
    if isinstance(operand, Literal) and operand.kind in ("integer", "decimal"):
        value = cast("int | Fraction", operand.value)
        if value >= 0:
            return Literal(span, -value, operand.kind)
    return Negate(span, bare(operand))


def comparison(left: Part, sign: Leaf, right: Part) -> Node:
    """``a < b``."""
    span = left.span[0], right.span[1]
    return Compare(span, cast("Comparator", str(sign)), bare(left), bare(right))


def membership(item: Part, _in: Leaf, options: Options | Name) -> Node:
    """``a in [b, c]`` and ``a in field``."""
    span = item.span[0], options.span[1]
    if isinstance(options, Name):
        return In(span, bare(item), options)
    return In(span, bare(item), options.nodes)


class Options:
    """What stands after ``in``, with the place of its brackets."""

    __slots__ = ("nodes", "span")

    def __init__(self, opening: Leaf, parts: list[Part], *closing: Leaf) -> None:
        self.span = opening.start_pos, closing[-1].end_pos
        self.nodes = tuple([bare(part) for part in parts])


def first(part: Part) -> list[Part]:
    """The first of several expressions."""
    return [part]


def following(so_far: list[Part], _comma: Leaf, part: Part) -> list[Part]:
    """One expression more."""
    so_far.append(part)
    return so_far


def name(word: Leaf) -> Node:
    """A name."""
    return Name((word.start_pos, word.end_pos), str(word))


def integer(digits: Leaf) -> Node:
    """A whole number."""
    return Literal((digits.start_pos, digits.end_pos), int(str(digits)), "integer")


def decimal(digits: Leaf) -> Node:
    """A number with a decimal point, exactly."""
    return Literal((digits.start_pos, digits.end_pos), Fraction(str(digits)), "decimal")


def text(quoted: Leaf) -> Node:
    """A text in quotes."""
    return Literal((quoted.start_pos, quoted.end_pos), unquote(str(quoted)), "text")


def true(word: Leaf) -> Node:
    """The value ``true``."""
    return Literal((word.start_pos, word.end_pos), True, "boolean")


def false(word: Leaf) -> Node:
    """The value ``false``."""
    return Literal((word.start_pos, word.end_pos), False, "boolean")


def has(word: Leaf, _open: Leaf, field: Name, closing: Leaf) -> Node:
    """``has(field)``."""
    return Has((word.start_pos, closing.end_pos), field)


def days_since(word: Leaf, _open: Leaf, field: Name, closing: Leaf) -> Node:
    """``days_since(field)``."""
    return DaysSince((word.start_pos, closing.end_pos), field)


def days_until(word: Leaf, _open: Leaf, field: Name, closing: Leaf) -> Node:
    """``days_until(field)``."""
    return DaysUntil((word.start_pos, closing.end_pos), field)


def at_least(
    word: Leaf, _open: Leaf, count: Leaf, _comma: Leaf, parts: list[Part], closing: Leaf
) -> Node:
    """``at_least(count, a, b, …)``."""
    operands = tuple([bare(part) for part in parts])
    return AtLeast((word.start_pos, closing.end_pos), int(str(count)), operands)


class Builder:
    """The functions under the names of the grammar's rules, each taking a rule's children."""

    def __init__(self) -> None:
        for rule, build in _RULES.items():
            setattr(self, rule, _spread(build))


def _spread(build: Callable[..., Result]) -> Callable[[list[object]], Result]:
    return lambda children: build(*children)


_RULES: dict[str, Callable[..., object]] = {
    "start": start,
    "conditional": conditional,
    "chain": chain,
    "longer_chain": longer_chain,
    "disjunction": disjunction,
    "conjunction": conjunction,
    "sum": sum_,
    "product": product,
    "negation": negation,
    "complement": complement,
    "opposite": opposite,
    "comparison": comparison,
    "membership": membership,
    "options": Options,
    "first": first,
    "next": following,
    "name": name,
    "integer": integer,
    "decimal": decimal,
    "text": text,
    "true": true,
    "false": false,
    "group": group,
    "has": has,
    "days_since": days_since,
    "days_until": days_until,
    "at_least": at_least,
}
