"""Sizes of sheets, and how small text may be on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

Paper: TypeAlias = Literal["a4", "a3", "wall"]
PAPERS: tuple[Paper, ...] = get_args(Paper)

_POINTS_PER_MM = 72 / 25.4
# Millimetres, upright (ISO 216).
_SIZES = {"a4": (210, 297), "a3": (297, 420), "a2": (420, 594), "a1": (594, 841), "a0": (841, 1189)}
WALL = ("a2", "a1", "a0")
# Points. Most office printers leave 5 mm blank; the rest is for fingers and staples.
MARGIN = 10 * _POINTS_PER_MM
# Points. Capitals of 6.5 points are 1.6 mm high: a seventh of a degree at ARM, where eyes that see well
# read on without effort. Newspapers print their stock lists no smaller.
SMALLEST = 6.5
# Centimetres from the eye to a sheet in the hand, and to one on the wall.
ARM = 40
ROOM = 100
# Points for each pixel: text of 14 points in the boxes is large enough for any desk.
LARGEST = 1.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper: its name and its size in millimetres, as it lies."""

    name: str
    across: int
    down: int

    @property
    def width(self) -> float:
        """Points."""
        return self.across * _POINTS_PER_MM

    @property
    def height(self) -> float:
        """Points."""
        return self.down * _POINTS_PER_MM

    @property
    def room(self) -> tuple[float, float]:
        """What is left between the margins, in points."""
        return self.width - 2 * MARGIN, self.height - 2 * MARGIN


def both_ways(name: str) -> Iterator[Sheet]:
    """The sheet lying and standing."""
    short, long = _SIZES[name]
    yield Sheet(name.upper(), long, short)
    yield Sheet(name.upper(), short, long)
