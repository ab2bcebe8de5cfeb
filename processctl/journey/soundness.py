"""Which conditions can be relied on: read, every name known, every part of a type that fits."""

from __future__ import annotations

from processctl.criteria import (
    Checker,
    Has,
    Mismatch,
    Node,
    circles,
    dependents,
    names,
    walk,
)
from processctl.criteria.per_tree import per_tree
from processctl.journey.limits import has_room, strange_limits
from processctl.journey.vocabulary import Vocabulary
from processctl.model.condition import Condition, Expression


class Soundness:
    """Answers for one vocabulary; every condition and definition is checked once.

    ``names`` is what names in conditions stand for; ``checked`` counts the conditions.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.names = vocabulary.types
        self._checker = Checker(self.names)
        self.checked = 0
        self._misfits = per_tree(self._check)
        self._are_known = per_tree(self._names_are_known)
        broken = {name for name, one in vocabulary.defined.items() if not self._is_clean(one)}
        broken.update(
            name
            for name, field in vocabulary.fields.items()
            if not has_room(field) or strange_limits(field)
        )
        definitions = vocabulary.definitions
        broken.update(name for circle in circles(definitions) for name in circle)
        self._broken = dependents(definitions, broken)
        self._stands = per_tree(self._rests_on_nothing_broken)

    def mismatches(self, expression: Expression) -> tuple[Mismatch, ...]:
        """What does not fit in a condition or formula, in the order written."""
        if expression.tree is None:
            return ()
        path = expression.path
        if path[0] == "fields" and path[-1] == "is":
            # The same formula is right for one field and wrong for another.
            return self._checker.check(expression.tree, self.names.fields.get(str(path[1])))
        return self._misfits(expression.tree)

    def _check(self, tree: Node) -> tuple[Mismatch, ...]:
        self.checked += 1
        return self._checker.check(tree)

    def is_sound(self, condition: Condition | None) -> bool:
        """Whether a condition can be relied on, with all that it names.

        It cannot where it, or what it names, is not read, rests on itself, names what is not there, or
        is of another type than is wanted; nor where the type of a field is not known, or its limits
        leave no room. What a person judges, and no condition at all, can be relied on.
        """
        if not isinstance(condition, Expression):
            return True
        tree = condition.tree
        return tree is not None and self._is_clean(condition) and self._stands(tree)

    def _rests_on_nothing_broken(self, tree: Node) -> bool:
        return not any(name.id in self._broken for name in names(tree))

    def _is_clean(self, expression: Expression | None) -> bool:
        return (
            expression is not None
            and expression.tree is not None
            and not self.mismatches(expression)
            and self._are_known(expression.tree)
        )

    def _names_are_known(self, tree: Node) -> bool:
        asked = {id(part.name) for part in walk(tree) if isinstance(part, Has)}
        return all(
            name.id in self.names.fields
            if id(name) in asked
            else self.names.type_of(name.id) is not None
            for name in names(tree)
        )
