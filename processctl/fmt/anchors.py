"""Anchors and aliases: an alias stands for the nearest anchor of its name *before* it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import TypeAlias

from processctl.fmt.tree import Collection, Entry, Leaf, Value

Names: TypeAlias = "tuple[Set[str], Set[str]]"  # anchors; anchors and aliases


def shared_anchors(here: Collection) -> Mapping[int, Set[str]]:
    """Entries with an anchor whose name another entry of the map has too, by their ``id()``."""
    names = {id(entry): _names(entry) for entry in here.entries}
    count: dict[str, int] = {}
    for _, used in names.values():
        for name in used:
            count[name] = count.get(name, 0) + 1
    found = {}
    for entry, (anchors, _) in names.items():
        shared = {name for name in anchors if count[name] > 1}
        if shared:
            found[entry] = shared
    return found


def kept_apart(written: Sequence[Entry], here: Collection) -> bool:
    """Whether the entries that share an anchor still stand in the order in which they were written."""
    shared = set[str]().union(*shared_anchors(here).values())
    return _order(written, shared) == _order(list(here.entries), shared)


def _order(entries: Sequence[Entry], names: Set[str]) -> dict[str, list[int]]:
    """For each name the entries that have it, in order."""
    found: dict[str, list[int]] = {name: [] for name in names}
    for entry in entries:
        for name in _names(entry)[1] & names:
            found[name].append(id(entry))
    return found


def _names(entry: Entry) -> Names:
    anchors: set[str] = set()
    used: set[str] = set()
    pending: list[Value | None] = [entry.key, entry.value]
    while pending:
        value = pending.pop()
        if value is None:
            continue
        if value.anchor is not None:
            anchors.add(value.anchor)
        if isinstance(value, Collection):
            for inner in value.entries:
                pending += (inner.key, inner.value)
        elif isinstance(value, Leaf) and value.style == "alias":
            used.add(value.value)
    return anchors, used | anchors
