"""How a map in a file becomes an element of the model.

Each element class declares its keys once, as dataclass fields that carry the function that reads
them; ``build`` walks the keys that are written and never fails: what has the wrong form has been
told by the schema check, and is absent here (its key stands in ``unread``).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

from processctl.criteria import Parser
from processctl.model.reference import Reference
from processctl.reading import nodes
from processctl.reading.nodes import Node
from processctl.reading.problem import Path
from processctl.texts import Text

T = TypeVar("T")
E = TypeVar("E", bound="Part")
Parse: TypeAlias = "Callable[[Reader, Node, Path], T | None]"
_NOTHING: frozenset[str] = frozenset()
WHOLE = "*"


class Notes(NamedTuple):
    """What the rules will want to go over: every reference, expression and translated text."""

    references: tuple[Reference, ...]
    expressions: tuple[Any, ...]
    texts: tuple[tuple[Path, Text], ...]


@dataclass
class Reader:
    """What reading an element needs to know, and what it notes for the rules on the way."""

    ids: Mapping[str, Mapping[str, object]]  # section -> its ids
    outcomes: frozenset[str]
    unread: Mapping[Path, frozenset[str]]
    parser: Parser
    references: list[Reference] = field(default_factory=list)
    expressions: list[Any] = field(
        default_factory=list
    )  # model.condition.Expression, a leaf's leaf
    texts: list[tuple[Path, Text]] = field(default_factory=list)  # those in several languages
    noting: bool = True

    def apart(self, *, noting: bool) -> Reader:
        """The same for one element, with notes of its own."""
        return Reader(self.ids, self.outcomes, self.unread, self.parser, noting=noting)

    @property
    def notes(self) -> Notes:
        """All that was noted."""
        return Notes(tuple(self.references), tuple(self.expressions), tuple(self.texts))

    def take(self, notes: Notes) -> None:
        """Take over what was noted of one element."""
        self.references += notes.references
        self.expressions += notes.expressions
        self.texts += notes.texts


@dataclass(frozen=True, kw_only=True)
class Part:
    """A map somewhere in a process. ``unread`` are its keys that could not be read."""

    path: Path
    unread: frozenset[str] = _NOTHING

    def lacks(self, key: str) -> bool:
        """Whether a key is truly not there: an unreadable one may have been meant well."""
        return getattr(self, key) in (None, ()) and self.readable(key)

    def readable(self, *keys: str) -> bool:
        """Whether nothing about these keys is hidden by a mistake in their form."""
        return not (self.unread and (WHOLE in self.unread or self.unread.intersection(keys)))


def key(parse: Callable[[Reader, Node, Path], T], name: str | None = None) -> T:
    """A field that is read from the key of the same name, or from ``name``; None without it."""
    # dataclasses.field has to look like the field's own value to a type checker
    made: Any = field(default=None, metadata={"parse": parse, "name": name})
    return made  # type: ignore[no-any-return]  # as dataclasses.field itself is typed


def key_or(parse: Parse[T], default: T, name: str | None = None) -> T:
    """Like ``key``, with a value for where the key is not written."""
    made: Any = field(default=default, metadata={"parse": parse, "name": name})
    return made  # type: ignore[no-any-return]  # as dataclasses.field itself is typed


@cache
def _keys(kind: Hashable) -> dict[str, tuple[str, Parse[Any]]]:
    """What each key of a map is read into: attribute and function."""
    return {
        declared.metadata["name"] or declared.name: (declared.name, declared.metadata["parse"])
        for declared in dataclasses.fields(cast("type[Part]", kind))
        if "parse" in declared.metadata
    }


def build(kind: type[E], reader: Reader, node: Node, path: Path, **fixed: Any) -> E:
    """The element of a map; of anything else than a map an empty one."""
    values: dict[str, Any] = fixed
    if isinstance(node, nodes.Mapping):
        known = _keys(kind)  # type: ignore[arg-type]  # mypy takes no class for hashable
        for name, entry in node.entries.items():
            found = known.get(name)
            if found is None:
                continue
            attribute, parse = found
            value = parse(reader, entry.value, (*path, name))
            if value is not None:
                values[attribute] = value
    unread = reader.unread.get(path)
    if unread:
        values["unread"] = unread
    return kind(path=path, **values)


def unread_keys(paths: frozenset[Path]) -> dict[Path, frozenset[str]]:
    """For each map around an unreadable place the key that leads to it."""
    keys: dict[Path, set[str]] = {}
    for path in paths:
        for depth in range(1, len(path)):
            keys.setdefault(path[:depth], set()).add(str(path[depth]))
        keys.setdefault(path, set()).add(WHOLE)
    return {path: frozenset(names) for path, names in keys.items()}


def unread_below(unread: Mapping[Path, frozenset[str]], section: str) -> dict[str, Hashable]:
    """What cannot be read of each element of a section, as something to compare."""
    found: dict[str, set[tuple[Path, frozenset[str]]]] = {}
    for path, keys in unread.items():
        if len(path) > 1 and path[0] == section:
            found.setdefault(str(path[1]), set()).add((path, keys))
    return {name: frozenset(parts) for name, parts in found.items()}
