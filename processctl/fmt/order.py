"""Puts the keys of every map into the order of the language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from processctl.fmt.anchors import kept_apart, shared_anchors
from processctl.fmt.shapes import (
    Shape,
    file_shape,
    item_shape,
    key_order,
    map_shape,
    value_shape,
)
from processctl.fmt.tree import Collection, Document, Entry, Leaf, Part, Value
from processctl.reading.check import MARKER_KEYS

_HEADING, _SHARED, _MERGED = -3, -2, -1


def put_in_order(document: Document) -> None:
    """Order the keys of all maps, in place.

    Lists, ids and everything below an ``x_…`` key stay as they were written.
    """
    _walk(document.root, file_shape(), anchored=document.anchored)


def _walk(value: Value, shape: Shape, *, anchored: bool) -> None:
    if isinstance(value, Leaf) or shape is None:
        return
    if not value.is_map:
        inner = item_shape(shape)
        for entry in value.entries:
            _walk(entry.value, inner, anchored=anchored)
        return
    own = map_shape(shape, (_key(entry) for entry in value.entries))
    if own is None:
        return
    order = key_order(own)
    _sort(value, order, anchored=anchored)
    for entry in value.entries:
        key = _key(entry)
        if entry.key is not None:
            entry.key.known = key in order
        _walk(entry.value, value_shape(own, key), anchored=anchored)


def _sort(here: Collection, order: Mapping[str, int], *, anchored: bool) -> None:
    """Order each part of a map; what an alias needs before it stays before it."""
    shared = shared_anchors(here) if anchored else {}
    written = [part.entries for part in here.parts]

    def place(entry: Entry) -> float:
        return _place(entry, order, is_shared=id(entry) in shared)

    for part in here.parts:
        _sort_part(part, place)
    if shared and not kept_apart([one for part in written for one in part], here):
        for part, entries in zip(here.parts, written, strict=True):
            part.entries = entries


def _sort_part(part: Part, place: Callable[[Entry], float]) -> None:
    # Behind a block scalar that keeps its blank lines no other blank line can be written or left out.
    if not any(_keeps_blank_lines(entry) for entry in part.entries):
        part.entries = sorted(part.entries, key=place)


def _place(entry: Entry, order: Mapping[str, int], *, is_shared: bool) -> float:
    key = _key(entry)
    if entry.heading:
        return _HEADING
    if key.startswith("x_") and is_shared:
        return max((order[one] + 0.5 for one in MARKER_KEYS if one in order), default=_SHARED)
    if key.startswith("x_"):
        return len(order) + 1
    if key == "<<":
        return _MERGED
    return order.get(key, len(order))


def _key(entry: Entry) -> str:
    return entry.key.value if entry.key is not None else ""


def _keeps_blank_lines(entry: Entry) -> bool:
    value = entry.value
    if entry.inside or entry.below:
        return False
    if isinstance(value, Leaf):
        return value.keeps
    return value.last is not None and not value.tail and _keeps_blank_lines(value.last)
