"""That a part of a condition fails, and by how much."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from processctl.criteria import Compare, Literal, Name, Node
from processctl.journey.value_words import number_in_words
from processctl.model.model import Model
from processctl.proofs.fact import Fact
from processctl.proofs.words import condition_in_words
from processctl.texts import Message, say


def failure_in_words(model: Model, part: Fact, values: Mapping[str, object]) -> Message:
    """That a part does not hold, and by how much where that can be said."""
    words = condition_in_words(model, part.node)
    if not part.holds:
        return say('"{condition}" holds', condition=words)
    distance = _distance(part.node, values)
    if distance is None:
        return say('"{condition}" does not hold', condition=words)
    if not distance:
        return say(
            '"{condition}" does not hold (the value is exactly at the limit)', condition=words
        )
    if distance > 0:
        return say(
            '"{condition}" does not hold ({distance} too much)',
            condition=words,
            distance=number_in_words(distance),
        )
    return say(
        '"{condition}" does not hold ({distance} too little)',
        condition=words,
        distance=number_in_words(-distance),
    )


def _distance(node: Node, values: Mapping[str, object]) -> Fraction | None:
    """By how much a number is more than the one it is compared with."""
    if not isinstance(node, Compare) or node.operator in ("==", "!="):
        return None
    for one, other in ((node.left, node.right), (node.right, node.left)):
        if (
            isinstance(one, Name)
            and isinstance(other, Literal)
            and other.kind in ("integer", "decimal")
        ):
            value = values.get(one.id)
            if isinstance(value, int | Fraction) and not isinstance(value, bool):
                return value - Fraction(other.value)
    return None
