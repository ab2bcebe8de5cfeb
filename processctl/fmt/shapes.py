"""The order of keys: that of the schema, read off it part by part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from processctl.reading.form_schema import Inlined, Schema, part

Shape: TypeAlias = "Schema | None"  # None: the schema says nothing of what stands here

_BRANCHES = ("then", "else")


@lru_cache(maxsize=1)
def file_shape() -> Schema:
    """The shape of a whole workspace file. It is shared: do not change it."""
    return Inlined().file


def map_shape(shape: Shape, keys: Iterable[str]) -> Shape:
    """What the schema says of a map that holds these keys; None where it says nothing."""
    written = frozenset(keys)
    maps = [one for one in _alternatives(shape) if "properties" in one or _each(one) is not None]
    for one in maps:
        if written & part(one, "properties").keys():
            return one
    return next(iter(maps), None)


def key_order(shape: Shape) -> Mapping[str, int]:
    """The place of every key that the language has in a map of this shape."""
    return {key: place for place, key in enumerate(part(shape or {}, "properties"))}


def value_shape(shape: Shape, key: str) -> Shape:
    """The shape of a key's value."""
    if shape is None or key.startswith("x_"):
        return None
    known = part(shape, "properties")
    if key in known:
        held = known[key]
        return held if isinstance(held, dict) else None
    return _each(shape)


def item_shape(shape: Shape) -> Shape:
    """The shape of a list's items."""
    for one in _alternatives(shape):
        items = one.get("items")
        if isinstance(items, dict):
            return items
    return None


def _each(shape: Schema) -> Shape:
    each = shape.get("additionalProperties")
    return each if isinstance(each, dict) else None


def _alternatives(shape: Shape) -> list[Schema]:
    """The shape itself and what it is said to be under conditions."""
    if shape is None:
        return []
    found = [shape]
    for branch in _BRANCHES:
        held = shape.get(branch)
        if isinstance(held, dict):
            found += _alternatives(held)
    return found
