"""What the schema says may stand at a path: keys with their meaning, words, kinds of values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from processctl.reading.form_schema import Schema, part
from processctl.reading.problem import Path
from processctl.reading.schema_text import schema_in

_REFERENCE = "#/$defs/"
_X = "x_"


@dataclass(frozen=True)
class Key:
    """A key that a map may have: its title and what it means, in a reader's language."""

    name: str
    title: str
    description: str
    example: object
    shape: Shape


@dataclass(frozen=True)
class Shape:
    """All that may stand at one place: the alternatives of the schema side by side.

    ``parts`` are schemas without references, ``definitions`` the names of those that were followed.
    """

    language: str
    parts: tuple[Schema, ...]
    definitions: frozenset[str]

    @property
    def keys(self) -> dict[str, Key]:
        """The keys of the map that may stand here, in the order of the schema."""
        found: dict[str, Key] = {}
        for one in self.parts:
            for name in part(one, "properties"):
                schema = part(part(one, "properties"), name)
                if schema and name not in found:
                    found[name] = _key(self.language, name, schema)
        return found

    @property
    def names_of_keys(self) -> frozenset[str]:
        """The definitions of keys that are somebody's ids."""
        return frozenset().union(
            *(
                _shape(self.language, part(one, "propertyNames")).definitions
                for one in self.parts
                if "propertyNames" in one
            )
        )

    @property
    def words(self) -> tuple[str, ...]:
        """The words of which one may stand here."""
        found: list[str] = []
        for one in self.parts:
            listed = one.get("enum")
            found += [str(word) for word in listed] if isinstance(listed, list) else []
            if "const" in one:
                found.append(str(one["const"]))
            if "boolean" in _types(one):
                found += ["true", "false"]
        return tuple(dict.fromkeys(found))

    @property
    def examples(self) -> tuple[object, ...]:
        """What is shown as an example, the nearest first."""
        return tuple(
            example
            for one in self.parts
            for example in cast("list[object]", one.get("examples", []))
        )

    @property
    def is_map(self) -> bool:
        """Whether a map may stand here."""
        return any("object" in _types(one) or "properties" in one for one in self.parts)

    @property
    def is_list(self) -> bool:
        """Whether a list may stand here."""
        return any("array" in _types(one) for one in self.parts)

    @property
    def is_scalar(self) -> bool:
        """Whether a text, number or truth value may stand here."""
        plain = {"string", "number", "integer", "boolean"}
        return any(plain & _types(one) or "enum" in one or "const" in one for one in self.parts)

    def below(self, step: str | int) -> Shape | None:
        """What may stand under a key, or as an item; None where nothing may."""
        found: list[Schema] = []
        for one in self.parts:
            if isinstance(step, int):
                found += _given(one, "items")
            elif step in part(one, "properties"):
                found += _given(part(one, "properties"), step)
            elif not step.startswith(_X):
                found += _given(one, "additionalProperties")
        if not found and isinstance(step, int) and not self.is_list:
            return None
        if not found:
            return None
        shapes = [_shape(self.language, one) for one in found]
        return Shape(
            self.language,
            tuple(each for shape in shapes for each in shape.parts),
            frozenset().union(*(shape.definitions for shape in shapes)),
        )


@lru_cache(maxsize=1024)
def shape_at(path: Path, language: str) -> Shape | None:
    """What may stand at a path of a file; None where the language has nothing."""
    here: Shape | None = _shape(language, schema(language))
    for step in path:
        if here is None:
            return None
        here = here.below(step)
    return here


@lru_cache(maxsize=4)
def schema(language: str) -> Mapping[str, object]:
    """The schema in a reader's language. It is shared: do not change it."""
    return schema_in(language)


def _key(language: str, name: str, schema_: Schema) -> Key:
    shape = _shape(language, schema_)

    def first(word: str) -> str:
        return next((str(one[word]) for one in (schema_, *shape.parts) if word in one), "")

    examples = shape.examples
    return Key(name, first("title"), first("description"), examples[0] if examples else None, shape)


def _shape(language: str, one: Mapping[str, object]) -> Shape:
    definitions: set[str] = set()
    parts = tuple(_parts(language, one, definitions))
    return Shape(language, parts, frozenset(definitions))


def _parts(language: str, one: Mapping[str, object], definitions: set[str]) -> Iterator[Schema]:
    """A schema and all alternatives in it, references followed."""
    yield dict(one)
    reference = one.get("$ref")
    if isinstance(reference, str):
        name = reference.removeprefix(_REFERENCE)
        definitions.add(name)
        yield from _parts(language, part(part(schema(language), "$defs"), name), definitions)
    if isinstance(one.get("if"), dict):
        if "then" not in one:  # what the "if" asks for is itself an alternative
            yield from _parts(language, part(one, "if"), definitions)
        for branch in ("then", "else"):
            if isinstance(one.get(branch), dict):
                yield from _parts(language, part(one, branch), definitions)


def _given(one: Mapping[str, object], keyword: str) -> list[Schema]:
    held = one.get(keyword)
    return [cast("Schema", held)] if isinstance(held, dict) else []


def _types(one: Mapping[str, object]) -> set[str]:
    held = one.get("type", [])
    return {held} if isinstance(held, str) else set(cast("list[str]", held))
