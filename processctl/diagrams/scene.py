"""The few things that a drawing is made of, whatever file it goes into.

Pixels, x to the right, y down. Colours are ``#rrggbb``, or ``#rrggbbaa`` where one shines through.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from processctl.diagrams import style
from processctl.diagrams.breaks import Breaks
from processctl.diagrams.geometry import Point, Rect


@dataclass(frozen=True, slots=True)
class Plate:
    """A rectangle with round corners."""

    rect: Rect
    radius: float = 0.0
    paper: str | None = None
    ink: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of straight pieces whose corners are rounded."""

    points: tuple[Point, ...]
    ink: str
    width: float
    dash: tuple[float, ...] = ()
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Patch:
    """A filled polygon."""

    points: tuple[Point, ...]
    paper: str
    ink: str | None = None
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle."""

    centre: Point
    radius: float
    paper: str


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``at`` is the left end of its baseline."""

    at: Point
    words: str
    size: float
    ink: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Things that belong together.

    ``title`` is what a pointer held over them shows; its first line is their name. Others speak of the
    group by its ``key``: a line by those of the boxes at its ``ends``, a note by that of its number.
    ``href`` is where it leads, and safe.
    """

    kind: str
    title: str
    things: tuple[Thing, ...]
    key: str = ""
    ends: tuple[str, ...] = ()
    href: str | None = None


Thing: TypeAlias = "Plate | Stroke | Patch | Disc | Text | Group"


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole drawing. ``summary`` describes it to those who cannot see it, ``breaks`` says where to cut it."""

    title: str
    summary: str
    language: str
    width: int
    height: int
    things: tuple[Thing, ...]
    paper: str = style.PAPER
    breaks: Breaks | None = None


def texts(things: tuple[Thing, ...]) -> list[Text]:
    """All text among ``things``, groups opened."""
    found: list[Text] = []
    for thing in things:
        if isinstance(thing, Text):
            found.append(thing)
        elif isinstance(thing, Group):
            found += texts(thing.things)
    return found
