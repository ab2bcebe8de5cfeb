"""What stands in a file, comments and anchors included: the tree that is put in order and printed.

The nodes of ``reading`` hold what a file means; aliases are followed there, merged maps joined,
comments gone. Here everything is kept as it was written. The tree changes in place: it is read,
put in order, and printed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from processctl.reading import nodes

Style: TypeAlias = "nodes.Style | Literal['alias']"


@dataclass(slots=True)
class Comment:
    """A comment from its hash on, the column of that (from 0), and whether a blank line is above."""

    text: str
    column: int
    gap: bool = False


@dataclass(slots=True)
class Leaf:
    """A scalar or an alias.

    ``raw`` is what stands in the file, quotes included; of a block scalar its header and its lines,
    which are indented against ``column``. ``known`` marks a key of the language, ``quoted`` what
    has to stay in quotes.
    """

    value: str
    style: Style
    raw: str
    anchor: str | None = None
    column: int = 0
    known: bool = False
    quoted: bool = False

    @property
    def is_block(self) -> bool:
        """Whether it is written in lines of its own, below ``|`` or ``>``."""
        return self.style in ("literal", "folded")

    @property
    def keeps(self) -> bool:
        """Whether the blank lines behind it are a part of it."""
        ends = not self.value or self.value.endswith("\n")
        return self.is_block and ends and "+" in self.raw.split("\n", 1)[0]


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list (``key`` is None), and the comments that speak of it.

    ``above`` stand right above it, ``beside`` on its line (what follows the first in the lines
    below, at the same column), ``inside`` below it and deeper, ``below`` right below it and cut off
    from what follows by a blank line. ``gap``: a blank line stands before it. A ``heading`` stays
    where it is, for the comment above it may speak of all that follows.
    """

    key: Leaf | None
    value: Leaf | Collection
    above: list[Comment] = field(default_factory=list)
    beside: list[Comment] = field(default_factory=list)
    inside: list[Comment] = field(default_factory=list)
    below: list[Comment] = field(default_factory=list)
    gap: bool = False
    heading: bool = False


@dataclass(slots=True)
class Part:
    """A stretch of a map or list. ``banner`` stands free above it; ``tight``: no blank line between."""

    banner: list[Comment] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    tight: bool = False


@dataclass(slots=True)
class Collection:
    """A map or a list; ``tail`` are the comments behind its last entry."""

    is_map: bool
    flow: bool
    anchor: str | None = None
    column: int = 0
    parts: list[Part] = field(default_factory=list)
    tail: list[Comment] = field(default_factory=list)

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries in order."""
        for part in self.parts:
            yield from part.entries

    @property
    def last(self) -> Entry | None:
        """The last entry."""
        return self.parts[-1].entries[-1] if self.parts else None


@dataclass(slots=True)
class Document:
    """A whole file.

    ``holder`` holds the root; ``before`` are the lines before ``---`` (where that is ``explicit``),
    ``after`` those from ``...`` on. ``anchored``: there are anchors. ``comments`` counts each
    comment of the text, found without the tree.
    """

    holder: Entry
    before: str = ""
    explicit: bool = False
    after: str = ""
    anchored: bool = False
    comments: Counter[str] = field(default_factory=Counter)

    @property
    def root(self) -> Collection:
        """The map of sections."""
        assert isinstance(self.holder.value, Collection)  # noqa: S101 - nothing else is formatted
        return self.holder.value


Value: TypeAlias = Leaf | Collection
