"""Which conditions can be judged: those that come down to nothing but what is known and readable."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.criteria import Node, Readings
from processctl.journey import Journey
from processctl.model.condition import Expression
from processctl.model.customer_data import Criterion, Field, Segment


class Sound:
    """Asked of an expression: whether what it says is known for certain.

    It is not where something is wrong with it or a definition behind a name, or where a field does
    not say what its values are.
    """

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        definitions = journey.conditions.definitions
        self._readings = Readings(
            {name: tree for name, tree in definitions.items() if _is_sound(journey, name)}
        )
        self._plain = frozenset(_plain(journey)).difference(definitions)

    def __call__(self, expression: Expression) -> bool:
        """Whether an expression can be judged."""
        return (
            self._journey.sound(expression)
            and expression.tree is not None
            and self.is_clear(expression.tree)
        )

    def is_clear(self, node: Node) -> bool:
        """Whether all that a condition comes down to is known for certain."""
        return self._plain.issuperset(self._readings.of(node))


def _is_sound(journey: Journey, name: str) -> bool:
    """Whether a definition can be relied on."""
    model = journey.model
    if name in model.fields:
        return journey.sound(model.fields[name].computed)
    defined = model.criteria.get(name) or model.segments.get(name)
    return defined is not None and journey.sound(defined.test)


def _plain(journey: Journey) -> Iterator[str]:
    """The names that have a value of their own: recorded, answered, or true of a case."""
    model = journey.model
    for field in model.fields.values():
        if field.type is not None and field.computed is None and _is_clear(field):
            yield field.id
    asked: list[Criterion | Segment] = [*model.criteria.values(), *model.segments.values()]
    for one in asked:
        if one.test is None and one.readable("test"):
            yield one.id


def _is_clear(field: Field) -> bool:
    return field.readable("type", "options", "min", "max", "optional", "is")
