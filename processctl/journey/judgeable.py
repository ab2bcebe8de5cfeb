"""Which conditions can be judged: those that come down to nothing but what is known and readable."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.criteria import Node, Readings
from processctl.criteria.per_tree import per_tree
from processctl.journey.soundness import Soundness
from processctl.journey.vocabulary import Vocabulary
from processctl.model.condition import Expression
from processctl.model.customer_data import Criterion, Field, Segment


class Judgeable:
    """Asked of an expression: whether what it says is known for certain.

    It is not where something is wrong with it or a definition behind a name, or where a field does
    not say what its values are.
    """

    def __init__(self, vocabulary: Vocabulary, soundness: Soundness) -> None:
        self._is_sound = soundness.is_sound
        definitions = vocabulary.definitions
        self._readings = Readings(
            {
                name: tree
                for name, tree in definitions.items()
                if self._is_sound(vocabulary.defined[name])
            }
        )
        self._plain = frozenset(_plain(vocabulary)).difference(definitions)
        self._is_clear = per_tree(self.is_clear)

    def __call__(self, expression: Expression) -> bool:
        """Whether an expression can be judged."""
        return (
            expression.tree is not None
            and self._is_sound(expression)
            and self._is_clear(expression.tree)
        )

    def is_clear(self, node: Node) -> bool:
        """Whether all that a condition comes down to is known for certain."""
        return self._plain.issuperset(self._readings.of(node))


def _plain(vocabulary: Vocabulary) -> Iterator[str]:
    """The names that have a value of their own: recorded, answered, or true of a case."""
    for field in vocabulary.fields.values():
        if field.type is not None and field.computed is None and _is_plain(field):
            yield field.id
    asked: list[Criterion | Segment] = [
        *vocabulary.criteria.values(),
        *vocabulary.segments.values(),
    ]
    for one in asked:
        if one.test is None and one.readable("test"):
            yield one.id


def _is_plain(field: Field) -> bool:
    return field.readable("type", "options", "min", "max", "optional", "is")
