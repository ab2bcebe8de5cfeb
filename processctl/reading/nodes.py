"""YAML nodes that know where they stand: offsets into their file's text.

Named tuples rather than dataclasses: a large process has millions of them, and they are made
twice as fast.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from processctl.reading.scalars import Plain, resolve

Style: TypeAlias = Literal["plain", "single", "double", "literal", "folded"]


class Scalar(NamedTuple):
    """A text, number, truth value or nothing; ``text`` is what stands in the file, unquoted."""

    text: str
    style: Style
    start: int
    end: int

    @property
    def value(self) -> Plain:
        """What YAML 1.2's core schema makes of it; quoted scalars are always text."""
        return resolve(self.text) if self.style == "plain" else self.text


def written(text: str, scalar: Scalar) -> str:
    """A scalar as it stands in its file's text, a block with the line ends that belong to it."""
    end = scalar.end
    while scalar.style in ("literal", "folded") and text[end : end + 1] in ("\r", "\n", " "):
        end += 1
    return text[scalar.start : end]


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """A map, in the order written."""

    entries: dict[str, Entry]
    start: int
    end: int

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        entry = self.entries.get(key)
        return entry.value if entry is not None else None


class Sequence(NamedTuple):
    """A list."""

    items: list[Node]
    start: int
    end: int


Node: TypeAlias = "Scalar | Mapping | Sequence"
Data: TypeAlias = "Plain | list[Data] | dict[str, Data]"


def data(node: Node) -> Data:
    """The plain values below a node, as a schema checks them.

    Recursion is safe: the depth of nodes has been limited while they were read.
    """
    if isinstance(node, Scalar):
        return resolve(node.text) if node.style == "plain" else node.text
    if isinstance(node, Mapping):
        return {key: data(entry.value) for key, entry in node.entries.items()}
    return [data(item) for item in node.items]


def is_empty(node: Node | None) -> bool:
    """Whether nothing stands here: no node, or YAML's null."""
    return node is None or (isinstance(node, Scalar) and node.value is None)
