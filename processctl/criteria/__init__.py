"""Conditions: their text read into a tree, and questions about the tree."""

from processctl.criteria.limits import Limits
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
    LiteralKind,
    Name,
    Negate,
    Node,
    Not,
    Or,
    Span,
)
from processctl.criteria.parse import Parser
from processctl.criteria.problem import Problem
from processctl.criteria.resolve import Kind, Readings, Resolution, circles, reads, resolve
from processctl.criteria.unparse import unparse
from processctl.criteria.walk import (
    Mixed,
    children,
    counts_down,
    mixed_connectives,
    names,
    walk,
)

__all__ = [
    "And",
    "Arithmetic",
    "ArithmeticSign",
    "AtLeast",
    "Comparator",
    "Compare",
    "Conditional",
    "DaysSince",
    "DaysUntil",
    "Has",
    "In",
    "Kind",
    "Limits",
    "Literal",
    "LiteralKind",
    "Mixed",
    "Name",
    "Negate",
    "Node",
    "Not",
    "Or",
    "Parser",
    "Problem",
    "Readings",
    "Resolution",
    "Span",
    "children",
    "circles",
    "counts_down",
    "mixed_connectives",
    "names",
    "reads",
    "resolve",
    "unparse",
    "walk",
]
