"""One page of the site, as plain data for a template: a title, and blocks from top to bottom.

Each kind of block has its macro in ``templates/blocks.html.j2``. Paths are below the folder of the language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.diagrams import Drawing
from processctl.diagrams.sketch import Panel

Sheet: TypeAlias = Literal["large", "medium", "small", "tiny"]
Tone: TypeAlias = Literal["error", "warning", "info", "good", "quiet"]


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to a page, or below the site's own folder to a file (``assets/…``)."""

    name: str
    path: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, under a heading if there is one; it is made when all pages are known."""

    drawing: Drawing
    title: str = ""
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class Facts:
    """A panel of terms and what is said of them."""

    panel: Panel
    anchor: str = ""
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True, slots=True)
class Listed:
    """Links under a heading."""

    title: str
    links: tuple[Link, ...]
    kind: Literal["links"] = "links"


@dataclass(frozen=True, slots=True)
class Term:
    """A word, what it means, and where there is more about it; ``anchor`` is what links to it name."""

    name: str
    words: str
    path: str | None = None
    notes: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """Words by the alphabet."""

    terms: tuple[Term, ...]
    kind: Literal["terms"] = "terms"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: lines of text, the first of which may lead somewhere.

    With an ``anchor`` the row can be linked to.
    """

    lines: tuple[str, ...]
    path: str | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads. The first cell of a row is its head."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Item:
    """Something to know, with a sign for its tone beside it: a finding, a change, a question."""

    sign: str
    tone: Tone
    title: str
    lines: tuple[str, ...] = ()
    path: str | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """Items under a heading; ``note`` stands above them."""

    title: str
    items: tuple[Item, ...]
    note: str = ""
    kind: Literal["items"] = "items"


@dataclass(frozen=True, slots=True)
class Side:
    """What one party of an agreement gives and may count on; ``role`` says whether it gives or receives."""

    party: str
    role: str
    panel: Panel


@dataclass(frozen=True, slots=True)
class Agreement:
    """A contract between two parties, and what holds for both."""

    title: str
    anchor: str
    both: Panel
    sides: tuple[Side, Side]
    kind: Literal["agreement"] = "agreement"


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to fill in by hand, for each of the parties."""

    title: str
    parties: tuple[str, ...]
    lines: tuple[str, ...]
    kind: Literal["signatures"] = "signatures"


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, under a heading if there is one."""

    title: str
    paragraphs: tuple[str, ...]
    kind: Literal["prose"] = "prose"


Block: TypeAlias = Picture | Facts | Listed | Terms | Table | Items | Agreement | Signatures | Prose


@dataclass(frozen=True, slots=True)
class Page:
    """A page at ``path``. ``lead`` is a sentence below the title, ``eyebrow`` what kind of page it is.

    ``label`` is its name in the list of pages. A page with a ``parent`` is listed below that one, while
    somebody reads either; where there are many, only with those on the same ``shelf``. A ``sheet`` is
    made for paper, in print of that size: it is in columns, and not in the list.
    """

    path: str
    title: str
    lead: str = ""
    eyebrow: str = ""
    blocks: tuple[Block, ...] = ()
    label: str = ""
    parent: str | None = None
    shelf: str = ""
    sheet: Sheet | None = None
