"""One page of the site, as plain data for a template."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.diagrams.sketch import Panel


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to a page; ``path`` is below the folder of the language."""

    name: str
    path: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Links under a heading."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary, what it means, and where there is more about it."""

    name: str
    words: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page, from top to bottom: a picture, panels, terms, lists of links.

    ``lead`` is a sentence below the title. ``svg`` is a drawing of our own.
    """

    path: str
    title: str
    lead: str = ""
    svg: str | None = None
    panels: tuple[Panel, ...] = ()
    terms: tuple[Term, ...] = ()
    lists: tuple[Listed, ...] = ()
