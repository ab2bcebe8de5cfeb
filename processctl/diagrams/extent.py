"""How much room things take."""

from __future__ import annotations

from collections.abc import Sequence

from processctl.diagrams.geometry import Point, Rect, around
from processctl.diagrams.measure import width
from processctl.diagrams.scene import Disc, Group, Patch, Plate, Stroke, Text, Thing

# From the baseline to the top of "Å" and to the foot of "g", as shares of the size.
ASCENT = 0.92
DESCENT = 0.22


def extent(thing: Thing) -> Rect:
    """The smallest rectangle that holds all that is seen of a thing; of an empty group an empty one."""
    match thing:
        case Group():
            parts = [extent(part) for part in thing.things]
            return around(parts) if parts else Rect(0.0, 0.0, 0.0, 0.0)
        case Text():
            x, y = thing.at
            wide = width(thing.words, thing.size, bold=thing.bold)
            return Rect(x, y - ASCENT * thing.size, wide, (ASCENT + DESCENT) * thing.size)
        case Plate():
            return thing.rect.grown(thing.width / 2) if thing.ink else thing.rect
        case Stroke():
            return _around_points(thing.points).grown(thing.width / 2)
        case Patch():
            points = _around_points(thing.points)
            return points.grown(thing.width / 2) if thing.ink else points
        case Disc():
            return Rect(*thing.centre, 0, 0).grown(thing.radius)


def _around_points(points: Sequence[Point]) -> Rect:
    return around([Rect(x, y, 0, 0) for x, y in points])
