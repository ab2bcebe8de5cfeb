"""From a tree back to text, in one form for all ways of writing it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from fractions import Fraction

from processctl.criteria.nodes import (
    And,
    Arithmetic,
    AtLeast,
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
)
from processctl.criteria.quoting import quote


class _Level(IntEnum):
    """How tightly a node binds; a part that binds less than its place asks gets parentheses."""

    CONDITIONAL = 0
    OR = 1
    AND = 2
    CLAUSE = 3
    SUM = 4
    PRODUCT = 5
    UNARY = 6
    MEMBER = 7


_Piece = str | tuple[Node, _Level]


def unparse(node: Node) -> str:
    """The condition as text: words for the connectives, and as few parentheses as it takes.

    The one exception is an ``and`` within an ``or``, which always gets them, because people do
    not agree on how to read it without. Parsing the text gives an equal tree.
    """
    written: list[str] = []
    ahead: list[_Piece] = [(node, _Level.CONDITIONAL)]
    while ahead:
        piece = ahead.pop()
        if isinstance(piece, str):
            written.append(piece)
            continue
        part, asked = piece
        pieces = _pieces(part)
        if _level(part) < asked:
            pieces = ["(", *pieces, ")"]
        ahead += reversed(pieces)
    return "".join(written)


def _level(node: Node) -> _Level:
    match node:
        case Conditional():
            return _Level.CONDITIONAL
        case Or():
            return _Level.OR
        case And():
            return _Level.AND
        case Not() | Compare() | In():
            return _Level.CLAUSE
        case Arithmetic(operators=operators):
            return _Level.PRODUCT if operators[0] == "*" else _Level.SUM
        case Negate():
            return _Level.UNARY
        case Literal():
            # The minus of a number is a prefix too.
            return _Level.UNARY if _number(node) < 0 else _Level.MEMBER
        case _:
            return _Level.MEMBER


def _pieces(node: Node) -> list[_Piece]:
    match node:
        case Literal():
            return [_literal(node)]
        case Name(id=name):
            return [name]
        case Not(operand=operand):
            return ["not ", (operand, _Level.CLAUSE)]
        case And(operands=operands):
            return _joined(operands, _Level.CLAUSE, " and ")
        case Or(operands=operands):
            return _joined(operands, _Level.CLAUSE, " or ")
        case Compare(operator=sign, left=left, right=right):
            return [(left, _Level.SUM), f" {sign} ", (right, _Level.SUM)]
        case In(item=item, options=Name(id=name)):
            return [(item, _Level.SUM), f" in {name}"]
        case In(item=item, options=tuple() as options):
            listed = _joined(options, _Level.CONDITIONAL, ", ")
            return [(item, _Level.SUM), " in [", *listed, "]"]
        case Arithmetic():
            return _arithmetic(node)
        case Negate(operand=Literal(kind=("integer" | "decimal")) as number):
            return ["-(", _literal(number), ")"]  # without parentheses it were another number
        case Negate(operand=operand):
            return ["-", (operand, _Level.UNARY)]
        case Conditional(test=test, yes=yes, no=no):
            return [(test, _Level.OR), " ? ", (yes, _Level.OR), " : ", (no, _Level.CONDITIONAL)]
        case AtLeast(count=count, operands=operands):
            listed = _joined(operands, _Level.CONDITIONAL, ", ")
            return [f"at_least({count}, ", *listed, ")"]
        case Has(name=name):
            return [f"has({name.id})"]
        case DaysSince(name=name):
            return [f"days_since({name.id})"]
        case DaysUntil(name=name):
            return [f"days_until({name.id})"]
    raise AssertionError(node)


def _joined(parts: Iterable[Node], level: _Level, separator: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for part in parts:
        if pieces:
            pieces.append(separator)
        pieces.append((part, level))
    return pieces


def _arithmetic(node: Arithmetic) -> list[_Piece]:
    level = _Level.UNARY if node.operators[0] == "*" else _Level.PRODUCT
    pieces: list[_Piece] = [(node.operands[0], level)]
    for sign, operand in zip(node.operators, node.operands[1:], strict=True):
        pieces += (f" {sign} ", (operand, level))
    return pieces


def _number(literal: Literal) -> int | Fraction:
    return 0 if isinstance(literal.value, str) else literal.value


def _literal(literal: Literal) -> str:
    match literal.value:
        case bool() as value:
            return "true" if value else "false"
        case str() as value:
            return quote(value)
        case Fraction() as value:
            return _decimal(value)
        case int() as value:
            return str(value)


def _decimal(value: Fraction) -> str:
    # A literal was written with finitely many digits, so some power of ten makes it whole.
    places = 1
    while (power := 10**places) % value.denominator:
        places += 1
    digits = str(abs(value.numerator) * (power // value.denominator)).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"
