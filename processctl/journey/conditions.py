"""What conditions read and wait for, looked through the criteria and segments that they name."""

from __future__ import annotations

from functools import cached_property

from processctl.criteria import (
    Node,
    Readings,
    counts_days,
    counts_down,
    dependents,
    names,
)
from processctl.criteria.guards import Read, Unguarded
from processctl.model.condition import Condition, Expression
from processctl.model.customer_data import Criterion, Segment
from processctl.model.model import Model


class Conditions:
    """Answers for one model; every definition is followed once."""

    def __init__(self, model: Model) -> None:
        self._definitions: dict[str, Node] = {}
        tested: list[Criterion | Segment] = [*model.criteria.values(), *model.segments.values()]
        for definition in tested:
            if definition.test is not None and definition.test.tree is not None:
                self._definitions[definition.id] = definition.test.tree
        for field in model.fields.values():
            if field.computed is not None and field.computed.tree is not None:
                self._definitions[field.id] = field.computed.tree
        self._readings = Readings(self._definitions)
        self._fields = model.fields
        self._criteria = model.criteria
        self._words = {**model.fields, **model.criteria, **model.segments}.keys()
        self._counting = dependents(
            self._definitions,
            {name for name, tree in self._definitions.items() if counts_down(tree)},
        )
        self._dated = dependents(
            self._definitions,
            {name for name, tree in self._definitions.items() if counts_days(tree)},
        )

    def fields(self, condition: Condition | None) -> frozenset[str]:
        """The declared fields that a condition reads; a computed one stands for what it reads."""
        if not isinstance(condition, Expression) or condition.tree is None:
            return frozenset()
        return frozenset(name for name in self._readings.of(condition.tree) if name in self._fields)

    def judgements(self, condition: Condition | None) -> frozenset[str]:
        """The criteria without a test that a condition comes down to."""
        if not isinstance(condition, Expression) or condition.tree is None:
            return frozenset()
        found = self._readings.of(condition.tree)
        return frozenset(name for name in found if name in self._criteria)

    def counts_down(self, condition: Condition | None) -> bool:
        """Whether a condition comes true by the passing of time."""
        if not isinstance(condition, Expression) or condition.tree is None:
            return False
        return counts_down(condition.tree) or any(
            name.id in self._counting for name in names(condition.tree)
        )

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
        return self._unguarded.of(condition.tree)

    @cached_property
    def _unguarded(self) -> Unguarded:
        return Unguarded(self._definitions, self._words, self._fields)

    @property
    def definitions(self) -> dict[str, Node]:
        """The trees of criteria, segments and computed fields, by id."""
        return self._definitions
