"""Conditions: their text read into a tree, and questions about the tree."""

from processctl.criteria.agree import day
from processctl.criteria.check import Checker, mismatches
from processctl.criteria.evaluate import MISSING, Evaluation, Missing, Value, evaluate
from processctl.criteria.limits import Limits
from processctl.criteria.mismatch import Mismatch
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
from processctl.criteria.resolve import (
    Kind,
    Readings,
    Resolution,
    circles,
    dependents,
    reads,
    resolve,
)
from processctl.criteria.types import BOOLEAN, Names, Type, TypeKind, in_words
from processctl.criteria.unparse import unparse
from processctl.criteria.walk import (
    Mixed,
    children,
    counts_down,
    fold,
    mixed_connectives,
    names,
    walk,
)

__all__ = [
    "BOOLEAN",
    "MISSING",
    "And",
    "Arithmetic",
    "ArithmeticSign",
    "AtLeast",
    "Checker",
    "Comparator",
    "Compare",
    "Conditional",
    "DaysSince",
    "DaysUntil",
    "Evaluation",
    "Has",
    "In",
    "Kind",
    "Limits",
    "Literal",
    "LiteralKind",
    "Mismatch",
    "Missing",
    "Mixed",
    "Name",
    "Names",
    "Negate",
    "Node",
    "Not",
    "Or",
    "Parser",
    "Problem",
    "Readings",
    "Resolution",
    "Span",
    "Type",
    "TypeKind",
    "Value",
    "children",
    "circles",
    "counts_down",
    "day",
    "dependents",
    "evaluate",
    "fold",
    "in_words",
    "mismatches",
    "mixed_connectives",
    "names",
    "reads",
    "resolve",
    "unparse",
    "walk",
]
