"""The same condition about other names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

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
from processctl.criteria.walk import fold, names


def with_names(node: Node, called: Mapping[str, str]) -> Node:
    """The condition with every name that ``called`` has said otherwise; itself where it has none."""
    if not any(name.id in called for name in names(node)):
        return node

    def combine(here: Node, parts: list[Node]) -> Node:
        if isinstance(here, Name):
            return replace(here, id=called.get(here.id, here.id))
        return _MADE_OF[type(here)](here, parts)

    return fold(node, combine)


def _in(node: In, parts: list[Node]) -> Node:
    item, *options = parts
    if isinstance(node.options, Name):
        (field,) = options
        assert isinstance(field, Name)  # noqa: S101 - a name stays one
        return replace(node, item=item, options=field)
    return replace(node, item=item, options=tuple(options))


def _operands(node: And | Or | Arithmetic | AtLeast, parts: list[Node]) -> Node:
    return replace(node, operands=tuple(parts))


def _operand(node: Not | Negate, parts: list[Node]) -> Node:
    return replace(node, operand=parts[0])


def _name(node: Has | DaysSince | DaysUntil, parts: list[Node]) -> Node:
    name = parts[0]
    assert isinstance(name, Name)  # noqa: S101 - a name stays one
    return replace(node, name=name)


_MADE_OF: dict[type, Callable[..., Node]] = {
    Literal: lambda node, _: node,
    And: _operands,
    Or: _operands,
    Arithmetic: _operands,
    AtLeast: _operands,
    Compare: lambda node, parts: replace(node, left=parts[0], right=parts[1]),
    In: _in,
    Not: _operand,
    Negate: _operand,
    Conditional: lambda node, parts: replace(node, test=parts[0], yes=parts[1], no=parts[2]),
    Has: _name,
    DaysSince: _name,
    DaysUntil: _name,
}
