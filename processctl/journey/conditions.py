"""What conditions read and wait for, looked through the criteria and segments that they name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from processctl.criteria import Node, Readings, counts_days, counts_down, dependents, names
from processctl.criteria.guards import Read, Unguarded
from processctl.criteria.per_tree import per_tree
from processctl.journey.vocabulary import Vocabulary
from processctl.model.condition import Condition, Expression


class Conditions:
    """Answers for one vocabulary; every definition is followed once, and every condition."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._definitions = vocabulary.definitions
        self._readings = Readings(self._definitions)
        self._fields = vocabulary.fields
        self._criteria = vocabulary.criteria
        self._words = {
            **vocabulary.fields,
            **vocabulary.criteria,
            **vocabulary.segments,
        }.keys()
        self._counting = dependents(
            self._definitions,
            {name for name, tree in self._definitions.items() if counts_down(tree)},
        )
        self._dated = dependents(
            self._definitions,
            {name for name, tree in self._definitions.items() if counts_days(tree)},
        )
        self._comes_down_to = per_tree(self._readings.of)
        self._counts_down = per_tree(self._does_count_down)

    def fields(self, condition: Condition | None) -> frozenset[str]:
        """The declared fields that a condition reads; a computed one stands for what it reads."""
        if not isinstance(condition, Expression) or condition.tree is None:
            return frozenset()
        return frozenset(
            name for name in self._comes_down_to(condition.tree) if name in self._fields
        )

    def judgements(self, condition: Condition | None) -> frozenset[str]:
        """The criteria without a test that a condition comes down to."""
        if not isinstance(condition, Expression) or condition.tree is None:
            return frozenset()
        found = self._comes_down_to(condition.tree)
        return frozenset(name for name in found if name in self._criteria)

    def counts_down(self, condition: Condition | None) -> bool:
        """Whether a condition comes true by the passing of time."""
        if not isinstance(condition, Expression) or condition.tree is None:
            return False
        return self._counts_down(condition.tree)

    def _does_count_down(self, tree: Node) -> bool:
        return counts_down(tree) or any(name.id in self._counting for name in names(tree))

    def asks_the_day(self, condition: Expression) -> bool:
        """Whether what a condition comes to depends on the day it is asked."""
        tree = condition.tree
        return tree is not None and (
            counts_days(tree) or any(name.id in self._dated for name in names(tree))
        )

    def unguarded(self, condition: Condition | None) -> tuple[Read, ...]:
        """The names in a condition by which it reads fields that it has not asked for with ``has``."""
        if not isinstance(condition, Expression) or condition.tree is None:
            return ()
        return self._unguarded(condition.tree)

    @cached_property
    def _unguarded(self) -> Callable[[Node], tuple[Read, ...]]:
        return per_tree(Unguarded(self._definitions, self._words, self._fields).of)

    @property
    def definitions(self) -> Mapping[str, Node]:
        """The trees of criteria, segments and computed fields, by id."""
        return self._definitions
