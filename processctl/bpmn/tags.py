"""XML as text: elements with attributes in the order given, one to a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from processctl.reports.xml_text import attribute, content


def tag(name: str, attributes: Mapping[str, str | None], *inside: Iterable[str]) -> Iterator[str]:
    """The lines of an element; attributes that are None are left out."""
    said = "".join(
        f" {key}={attribute(value)}" for key, value in attributes.items() if value is not None
    )
    lines = [f"  {line}" for part in inside for line in part]
    if lines:
        yield f"<{name}{said}>"
        yield from lines
        yield f"</{name}>"
    else:
        yield f"<{name}{said}/>"


def text(name: str, words: str, attributes: Mapping[str, str | None] | None = None) -> str:
    """An element that holds nothing but text, which may have several lines."""
    said = "".join(
        f" {key}={attribute(value)}" for key, value in (attributes or {}).items() if value
    )
    return f"<{name}{said}>{content(words)}</{name}>"
