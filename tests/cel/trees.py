"""Trees of both languages in one form, so that they can be compared.

CEL's are given as texts such as ``_+_(1^#…#, x^#…#)^#…#``. It makes pairs of ``a && b && c`` in its
own way, and drops every two signs of ``!!a`` and ``--1``; here both are made alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

from processctl.criteria import (
    And,
    Arithmetic,
    Compare,
    Conditional,
    In,
    Literal,
    Name,
    Negate,
    Node,
    Not,
    Or,
)
from processctl.criteria.quoting import unquote

Tree: TypeAlias = "tuple[object, ...]"
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\^#[^#]*#|[(),\[\]]|[^\s(),\[\]"^]+')
_FLAT = ("_&&_", "_||_")


def of_cel(text: str) -> Tree:
    """A tree as CEL's tests write it."""
    return _read([one for one in _TOKEN.findall(text) if not one.startswith("^#Expr")], [0])


def _read(tokens: list[str], at: list[int]) -> Tree:
    word = tokens[at[0]]
    at[0] += 1
    if word == "[":
        made: Tree = ("list", *_arguments(tokens, at, "]"))
    elif at[0] < len(tokens) and tokens[at[0]] == "(":
        at[0] += 1
        made = _call(word, *_arguments(tokens, at, ")"))
    else:
        made = _leaf(word, tokens[at[0]])
    at[0] += 1  # what kind of node it is
    return made


def _arguments(tokens: list[str], at: list[int], closing: str) -> Iterator[Tree]:
    while tokens[at[0]] != closing:
        if tokens[at[0]] == ",":
            at[0] += 1
        yield _read(tokens, at)
    at[0] += 1


def _leaf(word: str, kind: str) -> Tree:
    if "Int64" in kind:
        return ("value", int(word))
    if "Double" in kind:
        return ("value", Fraction(word), "decimal")
    if "String" in kind:
        return ("value", unquote(word))
    return ("value", word == "true") if "Bool" in kind else ("name", word)


def _call(sign: str, *parts: Tree) -> Tree:
    if sign in _FLAT:
        flat = [one for part in parts for one in (part[1:] if part[0] == sign else (part,))]
        return (sign, *flat)
    if sign in ("!_", "-_") and parts[0][0] == sign:
        return parts[0][1]  # type: ignore[return-value]  # the part of a part is a tree
    kind, value, *more = parts[0] if len(parts[0]) > 1 else ("", None)
    if sign == "-_" and kind == "value" and isinstance(value, int | Fraction) and value < 0:
        return ("value", -value, *more)
    return (sign, *parts)


def of_ours(node: Node) -> Tree:
    """One of our trees, of those parts that CEL has as well."""
    match node:
        case Literal(value=value, kind="decimal"):
            return ("value", value, "decimal")
        case Literal(value=value):
            return ("value", value)
        case Name(id=name):
            return ("name", name)
        case And(operands=operands):
            return _call("_&&_", *map(of_ours, operands))
        case Or(operands=operands):
            return _call("_||_", *map(of_ours, operands))
        case Not(operand=operand):
            return _call("!_", of_ours(operand))
        case Negate(operand=operand):
            return _call("-_", of_ours(operand))
        case Compare(operator=sign, left=left, right=right):
            return _call(f"_{sign}_", of_ours(left), of_ours(right))
        case In(item=item, options=Name() as name):
            return _call("@in", of_ours(item), of_ours(name))
        case In(item=item, options=tuple() as options):
            return _call("@in", of_ours(item), ("list", *map(of_ours, options)))
        case Conditional(test=test, yes=yes, no=no):
            return _call("_?_:_", of_ours(test), of_ours(yes), of_ours(no))
        case Arithmetic(operators=signs, operands=operands):
            made = of_ours(operands[0])
            for operator, operand in zip(signs, operands[1:], strict=True):
                made = _call(f"_{operator}_", made, of_ours(operand))
            return made
    raise AssertionError(node)
