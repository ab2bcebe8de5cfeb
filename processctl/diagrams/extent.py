"""How much room things take, and the same things elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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


def shifted(thing: Thing, x: float, y: float) -> Thing:
    """The thing so many pixels to the right and down."""

    def there(point: Point) -> Point:
        return point[0] + x, point[1] + y

    match thing:
        case Group():
            return replace(thing, things=tuple(shifted(part, x, y) for part in thing.things))
        case Text():
            return replace(thing, at=there(thing.at))
        case Plate(rect=rect):
            return replace(thing, rect=Rect(rect.left + x, rect.top + y, rect.width, rect.height))
        case Stroke() | Patch():
            return replace(thing, points=tuple(map(there, thing.points)))
        case Disc():
            return replace(thing, centre=there(thing.centre))


def _around_points(points: Sequence[Point]) -> Rect:
    return around([Rect(x, y, 0, 0) for x, y in points])
