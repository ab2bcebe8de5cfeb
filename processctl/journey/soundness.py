"""Which conditions can be relied on: read, every name known, every part of a type that fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from processctl.criteria import (
    BOOLEAN,
    Checker,
    Has,
    Mismatch,
    Names,
    Node,
    Type,
    circles,
    dependents,
    names,
    walk,
)
from processctl.journey.limits import has_room, strange_limits
from processctl.model.condition import Condition, Expression
from processctl.model.customer_data import Criterion, Segment, value_type
from processctl.model.model import Model
from processctl.reading.problem import Path


class Soundness:
    """Answers for one model; every condition and definition is checked once.

    ``names`` is what names in conditions stand for. ``mismatches`` are what does not fit in each
    condition, by its path, in the order written; only of conditions where something does not.
    ``definitions`` are the trees of criteria, segments and computed fields.
    """

    def __init__(self, model: Model, definitions: Mapping[str, Node]) -> None:
        self.names = Names(
            {name: value_type(field) for name, field in model.fields.items()},
            model.criteria.keys() | model.segments.keys(),
        )
        checker = Checker(self.names)
        defined = dict(_defined(model))
        written = {one.path: one for one in (*model.expressions, *defined.values()) if one}
        self.mismatches: dict[Path, tuple[Mismatch, ...]] = {}
        for path, expression in written.items():
            if expression.tree is not None:
                found = checker.check(expression.tree, self._wanted(path))
                if found:
                    self.mismatches[path] = found
        broken = {name for name, one in defined.items() if not (one and self._is_clean(one))}
        broken.update(
            name
            for name, field in model.fields.items()
            if not has_room(field) or strange_limits(field)
        )
        broken.update(name for circle in circles(definitions) for name in circle)
        self._broken = dependents(definitions, broken)

    def is_sound(self, condition: Condition | None) -> bool:
        """Whether a condition can be relied on, with all that it names.

        It cannot where it, or what it names, is not read, rests on itself, names what is not there, or
        is of another type than is wanted; nor where the type of a field is not known, or its limits
        leave no room. What a person judges, and no condition at all, can be relied on.
        """
        if not isinstance(condition, Expression):
            return True
        tree = condition.tree
        if tree is None or not self._is_clean(condition):
            return False
        return not any(name.id in self._broken for name in names(tree))

    def _wanted(self, path: Path) -> Type | None:
        """The type that an expression has to be of; None where that is not known."""
        is_formula = path[0] == "fields" and path[-1] == "is"
        return self.names.fields.get(str(path[1])) if is_formula else BOOLEAN

    def _is_clean(self, expression: Expression) -> bool:
        tree = expression.tree
        if tree is None or expression.path in self.mismatches:
            return False
        asked = {id(part.name) for part in walk(tree) if isinstance(part, Has)}
        return all(
            name.id in self.names.fields
            if id(name) in asked
            else self.names.type_of(name.id) is not None
            for name in names(tree)
        )


def _defined(model: Model) -> Iterator[tuple[str, Expression | None]]:
    """Every definition by its id; None for one that is there and cannot be read."""
    tested: list[Criterion | Segment] = [*model.criteria.values(), *model.segments.values()]
    for element in tested:
        if element.test is not None or not element.readable("test"):
            yield element.id, element.test
    for field in model.fields.values():
        if field.computed is not None or not field.readable("is"):
            yield field.id, field.computed
