"""Which fields a condition reads without having asked whether they are there.

A read is guarded by ``has(field)`` where the condition cannot come to it, or come out otherwise by
it, unless the field is there: beside it in an ``and``, as ``not has(field)`` beside it in an
``or``, or as the test of a choice. The order does not matter, and names are looked through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from processctl.criteria.components import components
from processctl.criteria.nodes import And, AtLeast, Conditional, Has, Name, Node, Not, Or
from processctl.criteria.walk import children, names, walk

Fields: TypeAlias = frozenset[str]
Sure: TypeAlias = tuple[Fields, Fields]
"""The fields that are there for certain if a condition holds, and if it does not."""

_NONE: Fields = frozenset()
_NOTHING: Sure = (_NONE, _NONE)


@dataclass(frozen=True, slots=True)
class Read:
    """A name in a condition, and the fields that are read by way of it without a guard."""

    name: Name
    fields: Fields


class Unguarded:
    """Answers for the conditions of one process; every definition is followed once.

    ``definitions`` are the trees of criteria, segments and computed fields by id, ``words`` all the
    names that a condition may use, ``fields`` those of them that are fields. A condition that uses
    another name, or a definition that needs itself, is broken and reads nothing.
    """

    def __init__(
        self, definitions: Mapping[str, Node], words: Collection[str], fields: Collection[str]
    ) -> None:
        self._words = words
        self._fields = fields
        self._sure: dict[str, Sure] = {}
        self._read: dict[str, Fields] = {}
        needs = {
            name: tuple({word.id: None for word in names(tree) if word.id in definitions})
            for name, tree in definitions.items()
        }
        for together in components(needs):
            name = together[0]
            if len(together) > 1 or name in needs[name]:
                self._read.update(dict.fromkeys(together, _NONE))
                continue
            tree = definitions[name]
            self._read[name] = _NONE.union(*(read.fields for read in self.of(tree)))
            self._sure[name] = _sure(tree, self._sure)[id(tree)]

    def of(self, tree: Node) -> tuple[Read, ...]:
        """What a condition reads unguarded, in the order written."""
        if any(name.id not in self._words for name in names(tree)):
            return ()
        found = []
        for name, there in _guarded(tree, _sure(tree, self._sure)):
            read = self._of_name(name.id) - there
            if read:
                found.append(Read(name, read))
        return tuple(found)

    def _of_name(self, name: str) -> Fields:
        if name in self._read:
            return self._read[name]
        return frozenset((name,)) if name in self._fields else _NONE


def _sure(tree: Node, named: Mapping[str, Sure]) -> dict[int, Sure]:
    """What each part of a tree makes sure of, by the identity of the part."""
    found: dict[int, Sure] = {}
    for node in reversed(list(walk(tree))):  # parts before their whole
        found[id(node)] = _of_part(node, found, named)
    return found


def _of_part(node: Node, found: Mapping[int, Sure], named: Mapping[str, Sure]) -> Sure:
    match node:
        case Has():
            return frozenset((node.name.id,)), _NONE
        case Name():
            return named.get(node.id, _NOTHING)
        case Not():
            holds, fails = found[id(node.operand)]
            return fails, holds
        case And() | Or() | AtLeast():
            parts = [found[id(operand)] for operand in node.operands]
            if _needs_all(node):
                return _NONE.union(*(one for one, _ in parts)), _common(two for _, two in parts)
            if _needs_one(node):
                return _common(one for one, _ in parts), _NONE.union(*(two for _, two in parts))
        case Conditional():
            (test, fails), yes, no = (found[id(part)] for part in children(node))
            return (test | yes[0]) & (fails | no[0]), (test | yes[1]) & (fails | no[1])
    return _NOTHING


def _common(parts: Iterator[Fields]) -> Fields:
    return next(parts).intersection(*parts)


def _needs_all(node: And | Or | AtLeast) -> bool:
    return isinstance(node, And) or (isinstance(node, AtLeast) and node.count == len(node.operands))


def _needs_one(node: And | Or | AtLeast) -> bool:
    return isinstance(node, Or) or (isinstance(node, AtLeast) and node.count == 1)


def _guarded(tree: Node, sure: Mapping[int, Sure]) -> Iterator[tuple[Name, Fields]]:
    """Every name that is read, in the order written, with the fields that are there by then."""
    ahead: list[tuple[Node, Fields]] = [(tree, _NONE)]
    while ahead:
        node, there = ahead.pop()
        match node:
            case Name():
                yield node, there
            case Has():
                pass
            case And() | Or() | AtLeast() if _needs_all(node) or _needs_one(node):
                # An operand matters where all others hold, or where none of them does.
                side = 0 if _needs_all(node) else 1
                ahead += reversed(_beside(node.operands, there, sure, side))
            case Conditional():
                holds, fails = sure[id(node.test)]
                ahead += [
                    (node.no, there | fails),
                    (node.yes, there | holds),
                    (node.test, there),
                ]
            case _:
                ahead += [(part, there) for part in reversed(children(node))]


def _beside(
    operands: tuple[Node, ...], there: Fields, sure: Mapping[int, Sure], side: int
) -> list[tuple[Node, Fields]]:
    """Each operand with what all the others make sure of."""
    count = Counter(field for operand in operands for field in sure[id(operand)][side])
    every = there.union(count)
    found = []
    for operand in operands:
        only_here = {field for field in sure[id(operand)][side] if count[field] == 1}
        found.append((operand, every - (only_here - there)))
    return found
