"""A scene taken apart: its headings, what is spread over pages, and what stands below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from processctl.diagrams.breaks import Breaks
from processctl.diagrams.extent import extent
from processctl.diagrams.geometry import Point, Rect, Segment, segments
from processctl.diagrams.scene import Group, Scene, Stroke, Thing

BESIDE_LINES = ("label", "marker")
# Pixels: how far before its box a line ends, with its head; and what counts as the same place.
AT_THE_BORDER = 16.0
ON_THE_LINE = 0.2
# Letters may stand out of their heading a little.
SLACK = 3.0


def is_whole(rect: Rect, view: Rect) -> bool:
    """Whether all is seen of what takes ``rect``; half of a border counts for nothing."""
    return view.holds(rect.grown(-2.0))


@dataclass(frozen=True)
class Line:
    """A line between two groups: its corners as far as it is drawn by itself, and up to its goal."""

    group: Group
    points: tuple[Point, ...]
    route: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Parts:
    """The things of a scene by their place in ``breaks``; those above the body are its title.

    What belongs to no group is the ground, and cut wherever a page ends.
    """

    breaks: Breaks
    corner: tuple[Group, ...]
    left: tuple[Group, ...]
    top: tuple[Group, ...]
    ground: tuple[tuple[Thing, Rect], ...]
    inside: tuple[tuple[Group, Rect], ...]
    below: tuple[Group, ...]

    @cached_property
    def solids(self) -> tuple[Rect, ...]:
        """What no page cuts: groups, and of lines their heads and tails."""
        found: list[Rect] = []
        for group, rect in self.inside:
            if group.ends:
                found += [extent(part) for part in group.things[1:]]
            elif group.kind not in (*BESIDE_LINES, "line"):
                found.append(rect)
        return tuple(found)

    @cached_property
    def words(self) -> tuple[Rect, ...]:
        """What stands beside and on lines: whole on one page, and may be left out on the next."""
        return tuple(rect for group, rect in self.inside if group.kind in BESIDE_LINES)

    def below_all(self, view: Rect) -> tuple[Thing, ...]:
        """The ground of a part of the body."""
        return tuple(thing for thing, rect in self.ground if rect.grown(0.1).meets(view))

    def groups_in(self, view: Rect) -> tuple[Group, ...]:
        """The groups of a part of the field that are whole there, and the lines."""
        return tuple(
            group
            for group, rect in self.inside
            if (rect.meets(view) if _is_line(group) else is_whole(rect, view))
        )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines between groups."""
        drawn = [
            Line(group, group.things[0].points)
            for group, _ in self.inside
            if group.ends and isinstance(group.things[0], Stroke)
        ]
        return tuple(replace(line, route=self._followed(line, drawn)) for line in drawn)

    def _followed(self, line: Line, every: Sequence[Line]) -> tuple[Point, ...]:
        """All corners up to the goal: a line may end in another one, and goes on as that."""
        goal = self.groups[line.group.ends[1]][1].grown(AT_THE_BORDER)
        points = line.points
        met = [line]
        while not goal.holds(Rect(*points[-1], 0, 0)):
            onward = next(
                (
                    (other, rest)
                    for other in every
                    if other not in met and other.group.ends[1] == line.group.ends[1]
                    if (rest := _rest(other.points, points[-1])) is not None
                ),
                None,
            )
            if onward is None:
                break
            met.append(onward[0])
            points = (*points, *onward[1])
        return points

    @cached_property
    def pieces(self) -> tuple[Segment, ...]:
        """The straight pieces of all lines, each once."""
        return tuple(piece for line in self.lines for piece in segments(line.points))

    @cached_property
    def groups(self) -> Mapping[str, tuple[Group, Rect]]:
        """The groups of the body that others speak of, by key; a line has none of its own."""
        return {
            group.key: (group, rect)
            for group, rect in self.inside
            if group.key and not _is_line(group)
        }


def taken_apart(scene: Scene, breaks: Breaks) -> Parts:
    """The things of a scene, sorted by where they stand."""
    parts: dict[str, list[Group]] = {"corner": [], "left": [], "top": [], "below": []}
    ground: list[tuple[Thing, Rect]] = []
    inside: list[tuple[Group, Rect]] = []
    for thing in scene.things:
        rect = extent(thing)
        if not isinstance(thing, Group):
            ground.append((thing, rect))
        elif place := _place(rect, breaks):
            parts[place].append(thing)
        elif rect.meets(breaks.field):
            inside.append((thing, rect))
    body = breaks.body.grown(0.1)
    return Parts(
        breaks,
        tuple(parts["corner"]),
        tuple(parts["left"]),
        tuple(parts["top"]),
        tuple((thing, rect) for thing, rect in ground if rect.grown(0.1).meets(body)),
        tuple(inside),
        tuple(parts["below"]),
    )


def _place(rect: Rect, breaks: Breaks) -> str:
    """Where a group stands that is not in the field: its name among the parts, or nothing."""
    body, field = breaks.body, breaks.field
    if rect.top >= body.bottom:
        return "below"
    is_heading = body.top - SLACK <= rect.top and rect.bottom <= field.top + SLACK
    if rect.right <= field.left + SLACK:
        return "corner" if is_heading else "left"
    return "top" if is_heading else ""


def _is_line(group: Group) -> bool:
    return bool(group.ends) or group.kind == "line"


def _rest(points: Sequence[Point], at: Point) -> tuple[Point, ...] | None:
    """The corners of a line behind a point on it; None if it does not run there."""
    dot = Rect(*at, 0, 0).grown(ON_THE_LINE)
    for number, piece in enumerate(segments(points), start=1):
        if dot.meets_segment(piece):
            return tuple(points[number:])
    return None
