"""Who tells whom what, as a drawing in which teams stand on a diagonal: plain data.

The form is the N2 chart of systems engineering (R. J. Lano, "The N2 chart", 1977): what a party gives
stands in its row, what it gets in its column. So what nobody tells is seen as an empty place.
"""

from __future__ import annotations

from dataclasses import dataclass

from processctl.diagrams.sketch import Badge, Panel, Sketch


@dataclass(frozen=True, slots=True)
class Party:
    """A team, and below its name what else there is to say."""

    id: str
    name: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """What one party tells another: its name, and lines about it.

    One loop between several parties is told several times, under one ``id``.
    """

    id: str
    giver: str
    hearer: str
    name: str
    words: tuple[str, ...] = ()
    planned: bool = False
    badges: tuple[Badge, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """Two parties that work on the same cases, of which the first tells the second nothing."""

    giver: str
    hearer: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A whole drawing. ``graph`` says the same in boxes and lines."""

    title: str
    language: str
    parties: tuple[Party, ...]
    tellings: tuple[Telling, ...]
    graph: Sketch
    silences: tuple[Silence, ...] = ()
    panels: tuple[Panel, ...] = ()
