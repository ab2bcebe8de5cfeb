"""A scene taken apart: its headings, what is spread over pages, and what stands below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from processctl.diagrams.breaks import Breaks
from processctl.diagrams.extent import extent
from processctl.diagrams.geometry import Point, Rect, Segment, segments
from processctl.diagrams.scene import Group, Scene, Stroke, Thing

BESIDE_LINES = ("label", "marker")


def is_whole(rect: Rect, view: Rect) -> bool:
    """Whether all is seen of what takes ``rect``; half of a border counts for nothing."""
    return view.holds(rect.grown(-2.0))


def _stands_alone(thing: Thing) -> bool:
    return isinstance(thing, Group) and not thing.ends


@dataclass(frozen=True)
class Parts:
    """The things of a scene by their place in ``breaks``; those above the body are its title."""

    breaks: Breaks
    left: tuple[Group, ...]
    top: tuple[Group, ...]
    inside: tuple[tuple[Thing, Rect], ...]
    below: tuple[Group, ...]

    @cached_property
    def solids(self) -> tuple[Rect, ...]:
        """What no page cuts: groups, and of lines their heads and tails."""
        found: list[Rect] = []
        for thing, rect in self.inside:
            if isinstance(thing, Group) and thing.kind not in BESIDE_LINES:
                found += [extent(part) for part in thing.things[1:]] if thing.ends else [rect]
        return tuple(found)

    @cached_property
    def words(self) -> tuple[Rect, ...]:
        """What stands beside and on lines: whole on one page, and may be left out on the next."""
        return tuple(
            rect
            for thing, rect in self.inside
            if isinstance(thing, Group) and thing.kind in BESIDE_LINES
        )

    def seen(self, view: Rect) -> tuple[Thing, ...]:
        """What is drawn in a part of the field: groups only if they are whole there."""
        return tuple(
            thing
            for thing, rect in self.inside
            if (is_whole(rect, view) if _stands_alone(thing) else rect.meets(view))
        )

    @cached_property
    def ground(self) -> tuple[Thing, ...]:
        """What lies below all groups."""
        return tuple(thing for thing, _ in self.inside if not isinstance(thing, Group))

    @cached_property
    def lines(self) -> tuple[tuple[Group, tuple[Point, ...]], ...]:
        """The lines between groups, with their corners."""
        return tuple(
            (thing, thing.things[0].points)
            for thing, _ in self.inside
            if isinstance(thing, Group) and thing.ends and isinstance(thing.things[0], Stroke)
        )

    @cached_property
    def pieces(self) -> tuple[Segment, ...]:
        """The straight pieces of all lines."""
        return tuple(piece for _, points in self.lines for piece in segments(points))

    @cached_property
    def groups(self) -> Mapping[str, tuple[Group, Rect]]:
        """The groups of the body that others speak of, by key; a line has none of its own."""
        return {
            thing.key: (thing, rect)
            for thing, rect in self.inside
            if isinstance(thing, Group) and thing.key and not thing.ends
        }


def taken_apart(scene: Scene, breaks: Breaks) -> Parts:
    """The things of a scene, sorted by where they stand."""
    left: list[Group] = []
    top: list[Group] = []
    below: list[Group] = []
    inside: list[tuple[Thing, Rect]] = []
    body, field = breaks.body, breaks.field
    for thing in scene.things:
        rect = extent(thing)
        if isinstance(thing, Group) and rect.top >= body.bottom:
            below.append(thing)
        elif isinstance(thing, Group) and rect.right <= field.left:
            left.append(thing)
        elif isinstance(thing, Group) and body.top <= rect.top and rect.bottom <= field.top:
            top.append(thing)
        elif rect.meets(field):
            inside.append((thing, rect))
    return Parts(breaks, tuple(left), tuple(top), tuple(inside), tuple(below))
