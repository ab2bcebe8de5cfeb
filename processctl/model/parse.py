"""Functions that read one value of an element. Each gives None for a form it does not know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from fractions import Fraction

from processctl.model import values
from processctl.model.build import E, Parse, Reader, T, build
from processctl.model.reference import Reference
from processctl.reading import nodes
from processctl.reading.nodes import Node, Scalar, is_empty
from processctl.reading.problem import Path
from processctl.texts import Text

WHO = ("roles", "teams", "people")


def plain(reader: Reader, node: Node, path: Path) -> nodes.Data:
    """A value as it stands, of whatever form."""
    del reader, path
    return nodes.data(node)


def word(reader: Reader, node: Node, path: Path) -> str | None:
    """A text as written, a number too."""
    del reader, path
    return node.text if isinstance(node, Scalar) and not is_empty(node) else None


def text(reader: Reader, node: Node, path: Path) -> Text | None:
    """A user's words: one string, or a map from language to string."""
    if isinstance(node, Scalar):
        return None if is_empty(node) else Text((("", node.text),))
    if isinstance(node, nodes.Mapping):
        versions = [
            (language, entry.value.text)
            for language, entry in node.entries.items()
            if isinstance(entry.value, Scalar) and not is_empty(entry.value)
        ]
        if not versions:
            return None
        found = Text(tuple(versions))
        if reader.noting:
            reader.texts.append((path, found))
        return found
    return None


def truth(reader: Reader, node: Node, path: Path) -> bool | None:
    """True or false."""
    del reader, path
    value = node.value if isinstance(node, Scalar) else None
    return value if isinstance(value, bool) else None


def whole(reader: Reader, node: Node, path: Path) -> int | None:
    """A whole number."""
    del reader, path
    value = node.value if isinstance(node, Scalar) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def number(reader: Reader, node: Node, path: Path) -> Fraction | None:
    """A number, exactly as it was written."""
    del reader, path
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    assert isinstance(node, Scalar)  # noqa: S101 - it had a value
    return Fraction(value) if isinstance(value, int) else Fraction(node.text.rstrip("."))


def share(reader: Reader, node: Node, path: Path) -> Fraction | None:
    """A number from 0 to 1."""
    found = number(reader, node, path)
    return found if found is not None and 0 <= found <= 1 else None


def duration(reader: Reader, node: Node, path: Path) -> values.Duration | None:
    """A length of time; the point it counts from is a reference."""
    found = values.duration(node.text) if isinstance(node, Scalar) else None
    if found is not None and found.since is not None:
        note(reader, found.since, path, ("stages", "fields"))
    return found


def cadence(reader: Reader, node: Node, path: Path) -> values.Cadence | None:
    """How often."""
    del reader, path
    return values.cadence(node.text) if isinstance(node, Scalar) else None


def rate(reader: Reader, node: Node, path: Path) -> values.Rate | None:
    """So many per unit of time."""
    del reader, path
    return values.rate(node.text) if isinstance(node, Scalar) else None


def day(reader: Reader, node: Node, path: Path) -> date | None:
    """A date."""
    del reader, path
    return values.day(node.text) if isinstance(node, Scalar) else None


def clock(reader: Reader, node: Node, path: Path) -> time | None:
    """A time of day."""
    del reader, path
    return values.clock(node.text) if isinstance(node, Scalar) else None


def one_or_many(parse: Parse[T]) -> Parse[tuple[T, ...]]:
    """A list, or one value that stands for a list of one."""

    def read(reader: Reader, node: Node, path: Path) -> tuple[T, ...] | None:
        if is_empty(node):
            return None
        items = node.items if isinstance(node, nodes.Sequence) else [node]
        found = [parse(reader, item, (*path, index)) for index, item in enumerate(items)]
        return tuple(value for value in found if value is not None)

    return read


def part(kind: type[E]) -> Parse[E]:
    """A map that is a part of its own."""

    def read(reader: Reader, node: Node, path: Path) -> E | None:
        return None if is_empty(node) else build(kind, reader, node, path)

    return read


def mapped(parse: Parse[T]) -> Parse[dict[str, T]]:
    """A map from words to values."""

    def read(reader: Reader, node: Node, path: Path) -> dict[str, T] | None:
        if not isinstance(node, nodes.Mapping):
            return None
        found = {
            name: parse(reader, entry.value, (*path, name)) for name, entry in node.entries.items()
        }
        return {name: value for name, value in found.items() if value is not None}

    return read


def to(*sections: str, outcomes: bool = False) -> Parse[Reference]:
    """A reference to an element of one of these sections, or also to an outcome word."""

    def read(reader: Reader, node: Node, path: Path) -> Reference | None:
        if not isinstance(node, Scalar) or is_empty(node):
            return None
        if not is_id(node.text):
            return None  # told already, as something that is no id
        if outcomes and node.text in reader.outcomes:
            return Reference(node.text, path, sections, "outcomes")
        wanted = (*sections, "outcomes") if outcomes else sections
        return note(reader, node.text, path, wanted)

    return read


def note(
    reader: Reader, name: str, path: Path, sections: tuple[str, ...], *, at_key: bool = False
) -> Reference:
    """Make a reference, and remember it for the rule on names."""
    found = next((section for section in sections if name in reader.ids.get(section, ())), None)
    elsewhere = None
    if found is None:
        elsewhere = next((section for section in reader.ids if name in reader.ids[section]), None)
    reference = Reference(name, path, sections, found, elsewhere, at_key)
    if reader.noting:
        reader.references.append(reference)
    return reference


def reference_or_text(*sections: str) -> Parse[Reference | Text]:
    """A reference where the item looks like an id, else a user's words."""
    refer = to(*sections)

    def read(reader: Reader, node: Node, path: Path) -> Reference | Text | None:
        if isinstance(node, Scalar) and is_id(node.text):
            return refer(reader, node, path)
        return text(reader, node, path)

    return read


def is_id(written: str) -> bool:
    """Whether a text has the form of an id."""
    return (
        0 < len(written) <= 64
        and written[0] in "abcdefghijklmnopqrstuvwxyz"
        and all(sign in "abcdefghijklmnopqrstuvwxyz0123456789_" for sign in written)
    )


who: Callable[[Reader, Node, Path], Reference | None] = to(*WHO)
whos: Parse[tuple[Reference, ...]] = one_or_many(who)
texts: Parse[tuple[Text, ...]] = one_or_many(text)
words: Parse[tuple[str, ...]] = one_or_many(word)
