"""The schema of the language: read from its file, and made ready for checking in memory."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias, cast

from processctl.reading.schema_file import schema_file

Schema: TypeAlias = "dict[str, object]"

_REFERENCE = "#/$defs/"
# What these hold is for people and editors; a check has no use for it.
_FOR_READERS = frozenset({"title", "description", "examples", "$schema", "$defs", "$ref"})
_HOLDS_ONE = ("additionalProperties", "items", "propertyNames", "if", "then", "else", "not")
_HOLDS_MANY = ("properties", "dependentSchemas")


@lru_cache(maxsize=1)
def load_schema() -> Mapping[str, object]:
    """The JSON Schema of a workspace file. It is shared: do not change it."""
    return schema_file("v1.json")


def part(schema: Mapping[str, object], keyword: str) -> Schema:
    """What a keyword that holds a map holds; an empty map where it is missing."""
    held = schema.get(keyword, {})
    return cast("Schema", held) if isinstance(held, dict) else {}


def definitions() -> Schema:
    """The ``$defs`` of the schema: the form of every kind of element and value."""
    return part(load_schema(), "$defs")


@lru_cache(maxsize=1)
def sections() -> Mapping[str, tuple[str, bool]]:
    """Every section: the definition of what stands in it, and whether it is a map of ids.

    Read off the schema: a section refers to a definition, either as a whole (``process``) or for
    each of its items (``stages``); the keys of ``processctl.yaml`` alone do neither.
    """
    found: dict[str, tuple[str, bool]] = {}
    for name in part(load_schema(), "properties"):
        shape = part(part(load_schema(), "properties"), name)
        whole, each = _target(shape), _target(part(shape, "additionalProperties"))
        if whole:
            found[name] = (whole, False)
        elif each:
            found[name] = (each, True)
    return found


def _target(schema: Mapping[str, object]) -> str:
    reference = schema.get("$ref", "")
    return reference.removeprefix(_REFERENCE) if isinstance(reference, str) else ""


class Inlined:
    """The schema with every reference replaced by what it refers to.

    Following references is most of what a general validator spends its time on. The language has
    no recursion, so they can all be followed beforehand; the same definition stays the same dict
    wherever it is used, which keeps this small, and lets ``name_of`` tell what an error is about.
    """

    def __init__(self) -> None:
        self._definitions = definitions()
        self._done: dict[str, Schema] = {}
        self._names: dict[int, str] = {}
        self.parts: list[Schema] = []
        self.file = self._inline(load_schema())

    def definition(self, name: str) -> Schema:
        """A definition by its name, without references."""
        if name not in self._done:
            made = self._inline(part(self._definitions, name))
            self._done[name] = made
            self._names.setdefault(id(made), name)
        return self._done[name]

    def name_of(self, schema: object) -> str:
        """The name of the definition that this part is, or ``""``."""
        return self._names.get(id(schema), "")

    def _inline(self, schema: Mapping[str, object]) -> Schema:
        target = _target(schema)
        if target:
            return self.definition(target)
        made: Schema = {}
        for keyword, held in schema.items():
            if keyword in _FOR_READERS or keyword == "patternProperties":
                continue  # the only pattern of keys is x_, and the checks know it by heart
            if keyword in _HOLDS_MANY and isinstance(held, dict):
                made[keyword] = {name: self._one(each) for name, each in held.items()}
            elif keyword in _HOLDS_ONE:
                made[keyword] = self._one(held)
            else:
                made[keyword] = held
        self.parts.append(made)
        return made

    def _one(self, schema: object) -> object:
        return self._inline(schema) if isinstance(schema, dict) else schema
