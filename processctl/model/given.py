"""Values that examples and made-up cases give to fields, exactly as they were written."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from processctl.model.build import Parse, Reader
from processctl.model.parse import is_id, mapped, note, number
from processctl.reading import nodes
from processctl.reading.nodes import Node, Scalar, is_empty
from processctl.reading.problem import Path


@dataclass(frozen=True, slots=True)
class Given:
    """A value of a field: ``text`` as it stands in the file, and what YAML makes of it.

    ``value`` is a number exactly, a truth value, or a text; of a list the ``items`` are given. Where
    it stands is no part of what it says.
    """

    path: Path = field(compare=False)
    text: str
    value: bool | int | Fraction | str
    items: tuple[Given, ...] | None = None


def _given(reader: Reader, node: Node, path: Path) -> Given | None:
    if isinstance(node, Scalar) and not is_empty(node):
        value = number(reader, node, path)
        if isinstance(value, Fraction):
            return Given(path, node.text, value.numerator if value.denominator == 1 else value)
        return Given(path, node.text, node.value if isinstance(node.value, bool) else node.text)
    if not isinstance(node, nodes.Sequence):
        return None
    items = [_given(reader, item, (*path, index)) for index, item in enumerate(node.items)]
    return Given(path, "", "", tuple(item for item in items if item is not None))


_values: Parse[dict[str, Given]] = mapped(_given)


def case_values(reader: Reader, node: Node, path: Path) -> dict[str, Given] | None:
    """Values of a case, by field, and which segments it is of; both are references."""
    if not isinstance(node, nodes.Mapping):
        return None
    for name in node.entries:
        if is_id(name) and not name.startswith("x_"):
            note(reader, name, (*path, name), ("fields", "segments"), at_key=True)
    return _values(reader, node, path)
