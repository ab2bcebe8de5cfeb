"""Conditions: what a test, an entry or an exit's ``when`` says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from processctl import criteria
from processctl.model.build import Part, Reader, build, key, key_or
from processctl.model.parse import text, whos
from processctl.model.reference import Reference
from processctl.reading import nodes
from processctl.reading.nodes import Node, is_empty
from processctl.reading.problem import Path
from processctl.texts import Text


@dataclass(frozen=True, slots=True)
class Expression:
    """A condition in the language of expressions: its text, and its tree or what is wrong."""

    source: str
    path: Path
    tree: criteria.Node | None
    problem: criteria.Problem | None = None


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Holds when no other exit does."""

    path: Path


@dataclass(frozen=True, kw_only=True)
class Judgement(Part):
    """A decision that only a person can make."""

    says: Text | None = key(text)
    judged_by: tuple[Reference, ...] = key_or(whos, ())


Condition: TypeAlias = "Expression | Otherwise | Judgement"


def expression(reader: Reader, node: Node, path: Path) -> Expression | None:
    """An expression, parsed."""
    if not isinstance(node, nodes.Scalar) or is_empty(node):
        return None
    parsed = reader.parser.parse(node.text)
    if isinstance(parsed, criteria.Problem):
        found = Expression(node.text, path, None, parsed)
    else:
        found = Expression(node.text, path, parsed)
    if reader.noting:
        reader.expressions.append(found)
    return found


def condition(reader: Reader, node: Node, path: Path) -> Condition | None:
    """What an exit's ``when`` says."""
    if isinstance(node, nodes.Mapping):
        return build(Judgement, reader, node, path)
    if isinstance(node, nodes.Scalar) and node.text == "otherwise":
        return Otherwise(path)
    return expression(reader, node, path)
