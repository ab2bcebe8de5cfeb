"""Questions that are answered by walking over a tree, without going down call by call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

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
    Span,
)
from processctl.criteria.unparse import unparse

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mixed:
    """An ``and`` beside an ``or`` without parentheses.

    ``span`` is the ``and`` with its operands: parentheses around it change nothing for CEL and
    make the reading plain. ``text`` is the whole ``or`` with such parentheses.
    """

    span: Span
    text: str


def children(node: Node) -> tuple[Node, ...]:
    """The parts of ``node``, in the order written."""
    match node:
        case Literal() | Name():
            return ()
        case And() | Or() | Arithmetic() | AtLeast():
            return node.operands
        case Compare():
            return node.left, node.right
        case In(item=item, options=options):
            return (item, options) if isinstance(options, Name) else (item, *options)
        case Not() | Negate():
            return (node.operand,)
        case Conditional():
            return node.test, node.yes, node.no
        case Has() | DaysSince() | DaysUntil():
            return (node.name,)


def walk(node: Node) -> Iterator[Node]:
    """``node`` and everything below it, in the order written, a whole before its parts."""
    ahead = [node]
    while ahead:
        here = ahead.pop()
        yield here
        ahead += reversed(children(here))


def fold(node: Node, combine: Callable[[Node, list[T]], T]) -> T:
    """What ``combine`` makes of ``node`` and of what it has made of its parts, from below.

    Every part is met once, in the order written, after its own parts.
    """
    done: list[T] = []
    ahead: list[tuple[Node, int]] = [(node, 0)]
    while ahead:
        here, below = ahead.pop()
        parts = () if below else children(here)
        if parts:
            ahead.append((here, len(parts)))
            ahead += [(part, 0) for part in reversed(parts)]
            continue
        first = len(done) - below
        made = combine(here, done[first:])
        del done[first:]
        done.append(made)
    return done[0]


def names(node: Node) -> tuple[Name, ...]:
    """Every place where a name stands, in order; also within ``has`` and the day counts."""
    return tuple(part for part in walk(node) if isinstance(part, Name))


def counts_down(node: Node) -> bool:
    """Whether a day count is compared, so that the condition comes true by the passing of time.

    Names are not followed: ask the same of the criteria that ``node`` names.
    """
    compared = (part for part in walk(node) if isinstance(part, Compare | In))
    return any(map(counts_days, compared))


def counts_days(node: Node) -> bool:
    """Whether a day count stands in a condition, so that the day it is asked on matters.

    Names are not followed.
    """
    return any(isinstance(part, DaysSince | DaysUntil) for part in walk(node))


def mixed_connectives(node: Node) -> tuple[Mixed, ...]:
    """Every ``and`` that is an operand of an ``or`` and stands without parentheses, in order."""
    return tuple(
        Mixed(operand.span, unparse(part))
        for part in walk(node)
        if isinstance(part, Or)
        for operand in part.operands
        if isinstance(operand, And) and not operand.grouped
    )
