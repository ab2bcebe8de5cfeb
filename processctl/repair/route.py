"""The way from a file's root down to a place, so that what stands around the place is known too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from processctl.model.model import Model
from processctl.reading.nodes import Mapping, Node, Scalar, Sequence
from processctl.reading.problem import Path
from processctl.reading.source import Source


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a way: the key (None for an item of a list, and for the root) and what it leads to."""

    key: Scalar | None
    node: Node

    @property
    def start(self) -> int:
        """Where it begins: at its key, if it has one."""
        return self.key.start if self.key is not None else self.node[-2]

    @property
    def end(self) -> int:
        """Where the last that is written of it ends: a key without a value ends with itself."""
        return max(self.node[-1], self.key.end if self.key is not None else 0)


@dataclass(frozen=True, slots=True)
class Route:
    """The links from the root of a file (the first) to a place in it (the last)."""

    source: Source
    links: tuple[Link, ...]

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.source.text

    @property
    def here(self) -> Link:
        """The place itself."""
        return self.links[-1]

    @property
    def around(self) -> Node:
        """The map or list that the place stands in."""
        return self.links[-2].node

    @property
    def above(self) -> Route:
        """The way to what the place stands in."""
        return Route(self.source, self.links[:-1])


class Routes:
    """Finds ways in the files of a model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._sources = {source.path: source for source in model.workspace.sources}

    def to(self, path: Path, file: FilePath | None = None) -> Route | None:
        """The way to a path; None where it is not there, or stands in another place by an alias.

        ``file`` says which one is meant of the files that a section is spread over. What an alias or
        a merge key brings in is written once and meant in several places: to edit it is to edit them
        all. Files of another workspace are not ours to edit.
        """
        source = self._source(path, file)
        if source is None:
            return None
        root = self._model.workspace.nodes.get(source.path)
        links = [Link(None, root)] if root is not None else []
        for step in path:
            link = _step(links[-1].node, step) if links else None
            if link is None:
                return None
            links.append(link)
        return Route(source, tuple(links))

    def _source(self, path: Path, file: FilePath | None) -> Source | None:
        if file is None:
            found = self._model.workspace.sections.node(path)
            file = found[0].path if found is not None else None
        return self._sources.get(file) if file is not None else None


def _step(node: Node, step: str | int) -> Link | None:
    link = None
    if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
        link = Link(*node.entries[step])
    elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        link = Link(None, node.items[step])
    return link if link is not None and _is_within(link, node) else None


def each_child(node: Node) -> Iterator[Link]:
    """What is written in a map or list itself, as it is met."""
    if isinstance(node, Mapping):
        links: Iterator[Link] = (Link(*entry) for entry in node.entries.values())
    elif isinstance(node, Sequence):
        links = (Link(None, item) for item in node.items)
    else:
        return
    yield from (link for link in links if _is_within(link, node))


def children(node: Node) -> list[Link]:
    """What is written in a map or list itself, in the order of the text."""
    return sorted(each_child(node), key=lambda link: link.start)


def _is_within(link: Link, node: Node) -> bool:
    start, end = node[-2], node[-1]
    after_key = link.key is None or link.node[-2] >= link.key.end
    return start <= link.start and link.end <= end and after_key


def is_flow(text: str, node: Node) -> bool:
    """Whether a map or list stands between brackets."""
    return not isinstance(node, Scalar) and text[node[-2] : node[-2] + 1] in ("{", "[")
