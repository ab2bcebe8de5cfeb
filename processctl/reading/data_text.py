"""Plain data as YAML: for files that begin with what somebody said, or with what another tool knew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypeAlias

Data: TypeAlias = "str | int | float | bool | list[Data] | dict[str, Data] | None"
Map: TypeAlias = "dict[str, Data]"


def given(**parts: Data) -> Map:
    """A map of those parts that there are."""
    return {key: value for key, value in parts.items() if value is not None}


def entry(key: str, value: Data, indent: str = "") -> Iterator[str]:
    """The lines of a key with its value."""
    if isinstance(value, dict) and value:
        yield f"{indent}{key}:"
        for name, part in value.items():
            yield from entry(name, part, indent + "  ")
    elif isinstance(value, list) and value:
        yield f"{indent}{key}:"
        for item in value:
            yield from _item(item, indent + "  ")
    else:
        yield f"{indent}{key}: {_scalar(value)}"


def _item(value: Data, indent: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{indent}- {_scalar(value)}"
        return
    mark = "- "
    for name, part in value.items():
        first, *rest = entry(name, part, indent + "  ")
        yield f"{indent}{mark}{first.lstrip()}"
        yield from rest
        mark = "  "


def _scalar(value: Data) -> str:
    """Texts in quotes throughout: which of them need none, the formatter knows."""
    return json.dumps(value, ensure_ascii=False)
