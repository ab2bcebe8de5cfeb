"""Questions that are answered by walking over a tree, without going down call by call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
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
from processctl.criteria.per_tree import per_tree
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
    return _PARTS[type(node)](node)


def _no_parts(_: Literal | Name) -> tuple[Node, ...]:
    return ()


def _parts_of_in(node: In) -> tuple[Node, ...]:
    options = node.options
    return (node.item, options) if isinstance(options, Name) else (node.item, *options)


def _only(part: str) -> Callable[[Node], tuple[Node, ...]]:
    of = attrgetter(part)
    return lambda node: (of(node),)


# By type, because trees are walked so often that a match over a dozen of them is felt.
_PARTS: dict[type, Callable[..., tuple[Node, ...]]] = {
    Literal: _no_parts,
    Name: _no_parts,
    And: attrgetter("operands"),
    Or: attrgetter("operands"),
    Arithmetic: attrgetter("operands"),
    AtLeast: attrgetter("operands"),
    Compare: attrgetter("left", "right"),
    In: _parts_of_in,
    Not: _only("operand"),
    Negate: _only("operand"),
    Conditional: attrgetter("test", "yes", "no"),
    Has: _only("name"),
    DaysSince: _only("name"),
    DaysUntil: _only("name"),
}


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


@per_tree
def names(node: Node) -> tuple[Name, ...]:
    """Every place where a name stands, in order; also within ``has`` and the day counts."""
    found = []
    ahead = [node]
    while ahead:
        here = ahead.pop()
        if isinstance(here, Name):
            found.append(here)
        else:
            ahead += reversed(children(here))
    return tuple(found)


@per_tree
def counts_down(node: Node) -> bool:
    """Whether a day count is compared, so that the condition comes true by the passing of time.

    Names are not followed: ask the same of the criteria that ``node`` names.
    """
    compared = (part for part in walk(node) if isinstance(part, Compare | In))
    return any(map(counts_days, compared))


@per_tree
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
