"""What the names in conditions stand for, and which definitions go in circles."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.criteria.components import components
from processctl.criteria.nodes import Name, Node
from processctl.criteria.walk import names

Kind: TypeAlias = Literal["field", "criterion", "segment"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What each name of a condition stands for, and the names that stand for nothing.

    Names are equal wherever they stand, so ``kinds`` has each once, in the order of first use;
    ``unknown`` has every place.
    """

    kinds: Mapping[Name, Kind]
    unknown: tuple[Name, ...]


def resolve(
    node: Node,
    fields: Collection[str],
    criteria: Collection[str],
    segments: Collection[str],
) -> Resolution:
    """Look up the names of ``node``. Ids are unique over the three sections."""
    kinds: dict[Name, Kind] = {}
    unknown: list[Name] = []
    for name in names(node):
        if name.id in fields:
            kinds.setdefault(name, "field")
        elif name.id in criteria:
            kinds.setdefault(name, "criterion")
        elif name.id in segments:
            kinds.setdefault(name, "segment")
        else:
            unknown.append(name)
    return Resolution(kinds, tuple(unknown))


def circles(definitions: Mapping[str, Node]) -> tuple[tuple[str, ...], ...]:
    """Definitions that need themselves: one circle for each set that is tied together.

    A circle starts with the definition of its set that comes first in ``definitions``, and is a
    shortest one through it; each definition reads the next, and the last reads the first. The
    circles are in the order of ``definitions``. Takes time linear in the size of all trees.
    """
    reads_directly = _reads_directly(definitions)
    order = {name: place for place, name in enumerate(definitions)}
    found = []
    for together in components(reads_directly):
        first = min(together, key=order.__getitem__)
        if len(together) > 1 or first in reads_directly[first]:
            found.append(_shortest_circle(first, frozenset(together), reads_directly))
    return tuple(sorted(found, key=lambda circle: order[circle[0]]))


def dependents(definitions: Mapping[str, Node], on: Collection[str]) -> frozenset[str]:
    """The names ``on``, and all definitions that come down to one of them by what they name."""
    named_by: dict[str, list[str]] = {}
    for name, tree in definitions.items():
        for word in names(tree):
            named_by.setdefault(word.id, []).append(name)
    found = set(on)
    ahead = list(on)
    while ahead:
        for name in named_by.get(ahead.pop(), ()):
            if name not in found:
                found.add(name)
                ahead.append(name)
    return frozenset(found)


class Readings:
    """The fields that conditions read, also by way of the criteria and segments they name.

    Follows every definition once, however many conditions ask. A circle of definitions reads
    what all of its members read.
    """

    def __init__(self, definitions: Mapping[str, Node]) -> None:
        self._known: dict[str, frozenset[str]] = {}
        reads_directly = _reads_directly(definitions)
        for together in components(reads_directly):
            read: set[str] = set()
            for name in together:
                read.update(
                    word.id for word in names(definitions[name]) if word.id not in definitions
                )
                for other in reads_directly[name]:
                    # What is not known yet belongs to the same circle, and is gathered here.
                    read |= self._known.get(other, frozenset())
            self._known.update(dict.fromkeys(together, frozenset(read)))

    def of(self, node: Node) -> frozenset[str]:
        """The names that ``node`` comes down to and that have no definition.

        These are fields, and what is unknown or a judgement: those the caller tells apart.
        """
        found: set[str] = set()
        for name in names(node):
            found |= self._known.get(name.id, frozenset((name.id,)))
        return frozenset(found)


def reads(node: Node, definitions: Mapping[str, Node]) -> frozenset[str]:
    """As ``Readings(definitions).of(node)``, which is the one to keep for several questions."""
    return Readings(definitions).of(node)


def _reads_directly(definitions: Mapping[str, Node]) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(dict.fromkeys(word.id for word in names(node) if word.id in definitions))
        for name, node in definitions.items()
    }


def _shortest_circle(
    first: str, within: frozenset[str], edges: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    came_from: dict[str, str] = {}
    frontier = [first]
    while first not in came_from:
        reached = []
        for name in frontier:
            for other in edges[name]:
                if other in within and other not in came_from:
                    came_from[other] = name
                    reached.append(other)
        frontier = reached
    backwards = [came_from[first]]
    while backwards[-1] != first:
        backwards.append(came_from[backwards[-1]])
    return tuple(reversed(backwards))
