"""The names that conditions may use, and what stands behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from processctl.criteria import Names, Node
from processctl.model.condition import Expression
from processctl.model.customer_data import Criterion, Field, Segment, value_type


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Fields, criteria and segments by id: where these are the same, every condition means the same."""

    fields: Mapping[str, Field]
    criteria: Mapping[str, Criterion]
    segments: Mapping[str, Segment]

    def says(self, other: Vocabulary) -> bool:
        """Whether it says the same as another one, in the same order."""
        pairs = (
            (self.fields, other.fields),
            (self.criteria, other.criteria),
            (self.segments, other.segments),
        )
        return all(list(one.items()) == list(two.items()) for one, two in pairs)

    @cached_property
    def types(self) -> Names:
        """What kind of value each name stands for."""
        return Names(
            {name: value_type(field) for name, field in self.fields.items()},
            self.criteria.keys() | self.segments.keys(),
        )

    @cached_property
    def defined(self) -> Mapping[str, Expression | None]:
        """Every definition by its id; None for one that is there and cannot be read."""
        found: dict[str, Expression | None] = {}
        tested: list[Criterion | Segment] = [*self.criteria.values(), *self.segments.values()]
        for element in tested:
            if element.test is not None or not element.readable("test"):
                found[element.id] = element.test
        for field in self.fields.values():
            if field.computed is not None or not field.readable("is"):
                found[field.id] = field.computed
        return found

    @cached_property
    def definitions(self) -> Mapping[str, Node]:
        """The trees of criteria, segments and computed fields, by id."""
        trees = ((name, one.tree) for name, one in self.defined.items() if one is not None)
        return {name: tree for name, tree in trees if tree is not None}
