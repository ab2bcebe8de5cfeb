"""Whether two conditions plainly exclude each other, and by which numbers they differ."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from processctl.criteria import And, Compare, Literal, Name, Node, Not, names, walk
from processctl.journey import Journey
from processctl.model.condition import Condition, Expression


class Numbers:
    """The numbers that conditions compare with, looked through the criteria that they name."""

    def __init__(self, journey: Journey) -> None:
        self._conditions = journey.conditions

    def is_judged(self, condition: Condition) -> bool:
        """Whether a person alone decides: nothing that is known of the case is read."""
        if not isinstance(condition, Expression):
            return True
        return condition.tree is None or not self._conditions.fields(condition)

    def differ(self, one: Condition | None, other: Condition | None) -> bool:
        """Whether two conditions rest on one field only, and compare it with other numbers."""
        if not isinstance(one, Expression) or not isinstance(other, Expression):
            return False
        fields = self._conditions.fields(one)
        if len(fields) != 1 or fields != self._conditions.fields(other):
            return False
        mine, theirs = self._of(one), self._of(other)
        return bool(mine and theirs) and mine != theirs

    def _of(self, condition: Expression) -> set[int | Fraction]:
        found: set[int | Fraction] = set()
        met: set[str] = set()
        ahead = [condition.tree] if condition.tree is not None else []
        while ahead:
            tree = ahead.pop()
            for part in walk(tree):
                if isinstance(part, Literal) and part.kind in ("integer", "decimal"):
                    assert not isinstance(part.value, str)  # noqa: S101 - its kind says so
                    found.add(part.value)
            for name in names(tree):
                if name.id not in met and name.id in self._conditions.definitions:
                    met.add(name.id)
                    ahead.append(self._conditions.definitions[name.id])
        return found


def exclude(one: Node, other: Node) -> bool:
    """Whether two conditions cannot hold together, as far as that can be read off them.

    A part that has to hold for the one is the ``not`` of a part of the other, or wants another value
    of the same field.
    """
    mine, theirs = list(_parts(one)), list(_parts(other))
    if any(a == _negated(b) or b == _negated(a) for a in mine for b in theirs):
        return True
    wanted = dict(filter(None, map(_wanted, mine)))
    return any(
        found is not None and wanted.get(found[0], found[1]) != found[1]
        for found in map(_wanted, theirs)
    )


def _parts(node: Node) -> Iterator[Node]:
    """What has to hold for the whole to hold."""
    ahead = [node]
    while ahead:
        here = ahead.pop()
        if isinstance(here, And):
            ahead.extend(here.operands)
        else:
            yield here


def _negated(node: Node) -> Node:
    return Not((0, 0), node)


def _wanted(node: Node) -> tuple[str, bool | int | Fraction | str] | None:
    """The field and the value of ``field == value``, either way round."""
    if not isinstance(node, Compare) or node.operator != "==":
        return None
    left, right = (
        (node.left, node.right) if isinstance(node.left, Name) else (node.right, node.left)
    )
    if isinstance(left, Name) and isinstance(right, Literal):
        return left.id, right.value
    return None
