"""The sections of a workspace, merged over its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from processctl.reading import nodes
from processctl.reading.nodes import Entry, Node, Scalar
from processctl.reading.problem import Path, Problem, Related
from processctl.reading.source import Source, Span
from processctl.texts import say

SHARED_NAMES = (("roles", "teams", "people"), ("fields", "criteria", "segments"))
"""Sections whose ids share one name space, because one key may name any of them."""

VOCABULARY = frozenset(
    {"teams", "roles", "people", "systems", "fields", "criteria", "segments", "skills", "forums"}
)
"""What ``uses`` brings in from another workspace."""


class Declared(NamedTuple):
    """A key with its value, and the file they stand in; ``shared`` if another workspace's."""

    source: Source
    key: Scalar
    value: Node
    shared: bool = False

    @property
    def key_span(self) -> Span:
        """Where the key stands."""
        return Span(self.source, self.key.start, self.key.end)


@dataclass
class Sections:
    """Collects what files declare; afterwards only read.

    ``items`` holds the elements of sections that are maps, ``singles`` the sections (and the keys
    of the marker file) that stand once, ``headings`` the first place of each section's own key.
    """

    items: dict[str, dict[str, Declared]] = field(default_factory=dict)
    singles: dict[str, Declared] = field(default_factory=dict)
    headings: dict[str, Declared] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add_item(self, section: str, declared: Declared) -> None:
        """Take one element; a second one of the same id is a problem that shows both places."""
        found = self._namesake(section, declared.key.text)
        if found is None:
            self.items.setdefault(section, {})[declared.key.text] = declared
            return
        other_section, first = found
        self.problems.append(_twice(section, declared, other_section, first))

    def add_single(self, section: str, declared: Declared) -> None:
        """Take a section that stands in one file only."""
        first = self.singles.setdefault(section, declared)
        if first is not declared:
            self.problems.append(_twice("", declared, "", first))

    def _namesake(self, section: str, name: str) -> tuple[str, Declared] | None:
        for group in SHARED_NAMES:
            if section in group:
                for other in group:
                    if name in self.items.get(other, ()):
                        return other, self.items[other][name]
                return None
        first = self.items.get(section, {}).get(name)
        return (section, first) if first is not None else None

    def node(self, path: Path) -> tuple[Source, Entry | None, Node | None] | None:
        """The file, the entry (None for a list's item) and the node of a path; None if absent."""
        if not path:
            return None
        section, *rest = path
        if isinstance(section, str) and section in self.singles:
            declared = self.singles[section]
        elif len(rest) >= 1 and isinstance(section, str):
            found = self.items.get(section, {}).get(str(rest[0]))
            if found is None:
                return None
            declared, rest = found, rest[1:]
        else:
            heading = self.headings.get(str(section))
            if heading is None:
                return None
            declared = heading
        entry: Entry | None = Entry(declared.key, declared.value)
        here: Node = declared.value
        for step in rest:
            if isinstance(here, nodes.Mapping) and isinstance(step, str):
                entry = here.entries.get(step)
                if entry is None:
                    return None
                here = entry.value
            elif isinstance(here, nodes.Sequence) and isinstance(step, int):
                if step >= len(here.items):
                    return None
                entry, here = None, here.items[step]
            elif step == 0:
                entry = None  # one value where a list may stand
            else:
                return None
        return declared.source, entry, here

    def span(self, path: Path, *, at_key: bool = False) -> Span | None:
        """Where a path stands: a text or number itself, of a map or list its key.

        A path that is not there (a missing key) stands where the nearest thing around it does.
        """
        while path:
            found = self.node(path)
            if found is not None:
                source, entry, node = found
                return _span(source, entry, node, at_key=at_key)
            path, at_key = path[:-1], True
        return None

    def elements(self) -> Iterator[tuple[str, str, Declared]]:
        """Every element of every map section: section, id, declaration."""
        for section, items in self.items.items():
            for name, declared in items.items():
                yield section, name, declared


def _span(source: Source, entry: Entry | None, node: Node | None, *, at_key: bool) -> Span:
    if isinstance(node, Scalar) and not at_key and node.end > node.start:
        return first_line(source, node.start, node.end)
    if entry is not None:
        return Span(source, entry.key.start, entry.key.end)
    assert node is not None  # noqa: S101 - a list's items are nodes
    return first_line(source, node[-2], node[-1])


def first_line(source: Source, start: int, end: int) -> Span:
    """The part of a stretch that stands on its first line: what an underline can show."""
    stretch = source.text[start:end]
    line = stretch.splitlines()[0] if stretch else ""
    return Span(source, start, start + len(line.rstrip()) if line else end)


def _twice(section: str, declared: Declared, other: str, first: Declared) -> Problem:
    name = declared.key.text
    if section == other:
        message = say('"{name}" is declared here for the second time.', name=name)
        hint = say("Keep one of the two, or give one of them another id.")
    else:
        message = say(
            '"{name}" stands here under "{section}", and already under "{other}".',
            name=name,
            section=section,
            other=other,
        )
        hint = say("The two sections share their ids, because one key may name either. Rename one.")
    related = Related(say('"{name}" is declared here first.', name=name), first.key_span)
    path = (section, name) if section else (name,)
    return Problem(
        "declared-twice", declared.key_span, message, hint, (related,), path=path, ids=(name,)
    )
