"""Plain data for the tests of forms, and the ways in which it can be spoilt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

FORMS = Path(__file__).parent / "forms"

_CORE = (
    (re.compile(r"|~|null|Null|NULL"), lambda _: None),
    (re.compile(r"true|false"), lambda text: text == "true"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
)


def load(text: str) -> object:
    """Data as YAML 1.2 reads it: no is a text, and so are dates."""
    node = yaml.compose(text, yaml.SafeLoader)
    return _plain(node) if node else None


def _plain(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    if node.style is None:
        for pattern, make in _CORE:
            if pattern.fullmatch(node.value):
                return make(node.value)
    return str(node.value)


def everything() -> dict[str, object]:
    """One file that uses every section and every key."""
    data = load((FORMS / "everything.yaml").read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


Place = tuple[str | int, ...]


def places(value: object, path: Place = ()) -> Iterator[tuple[Place, object]]:
    """Every value in some data, with where it stands; the data as a whole first."""
    yield path, value
    if isinstance(value, dict):
        for key, held in value.items():
            yield from places(held, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))


def changed(value: object, path: Place, new: object) -> object:
    """The data with another value at a place."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, dict):
        return {
            key: changed(held, rest, new) if key == step else held for key, held in value.items()
        }
    assert isinstance(value, list)
    return [changed(item, rest, new) if at == step else item for at, item in enumerate(value)]


def renamed(value: object, path: Place, name: str) -> object:
    """The data with another name for the key at a place."""
    if len(path) > 1:
        inner = value[path[0]]  # type: ignore[index]
        return changed(value, path[:1], renamed(inner, path[1:], name))
    assert isinstance(value, dict)
    return {name if key == path[0] else key: held for key, held in value.items()}
