"""The shapes of BPMN in their cells, and where lines meet their borders."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Literal, TypeAlias

from processctl.bpmn.chart import NodeKind
from processctl.diagrams.geometry import Point, Rect, merged

Form: TypeAlias = Literal["box", "diamond", "ring", "circle"]
"""A ring has a flow that runs straight through it; a circle is where lines end."""
FORMS: dict[NodeKind, Form] = {
    "task": "box",
    "call": "box",
    "gateway": "diamond",
    "start": "ring",
    "milestone": "ring",
    "end": "circle",
}
GATEWAY = 50.0
EVENT = 36.0
# Smaller than others, for several may sit on one side of a task.
BOUNDARY = 28.0
# A line that comes nearly past a circle or a corner would only graze it.
_GRAZES = 0.72
_JOIN = 11.0


@dataclass(frozen=True, slots=True)
class Size:
    """The least size of a cell, in pixels."""

    width: float
    height: float


def whole(rect: Rect) -> Rect:
    """The rectangle on whole pixels: others round the places of shapes, but not those of lines."""
    left, top = round(rect.left), round(rect.top)
    return Rect(left, top, round(rect.right) - left, round(rect.bottom) - top)


def onto(cell: Rect, end: Point, following: Point) -> tuple[Point, Point]:
    """The end of a line, and the point after it, with the end exactly on the border of its cell."""
    (x, y), (nx, ny) = end, following
    if abs(nx - x) >= abs(ny - y):
        return (min((cell.left, cell.right), key=lambda side: abs(side - x)), y), (nx, y)
    return (x, min((cell.top, cell.bottom), key=lambda side: abs(side - y))), (x, ny)


def middle(cell: Rect) -> Point:
    """The middle of a cell, on whole pixels."""
    return round(cell.centre[0]), round(cell.centre[1])


def inside(cell: Rect, form: Form) -> Rect:
    """The shape in its cell: a box fills it, others stand in its middle."""
    if form == "box":
        return cell
    return around(middle(cell), GATEWAY if form == "diamond" else EVENT)


def around(point: Point, size: float) -> Rect:
    """A square shape with its middle at a point."""
    return Rect(point[0] - size / 2, point[1] - size / 2, size, size)


def from_shape(form: Form, cell: Rect, points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The line from the border of its shape, where it began at that of the cell around it.

    What begins beside a diamond or a ring goes by way of its upper or lower end. What does so at a
    circle, below which its name stands, joins the others in front of it.
    """
    if form == "box":
        return points
    shape = inside(cell, form)
    (x, y), following = points[0], points[1]
    cx, cy = shape.centre
    half = shape.width / 2
    level = abs(following[0] - x) >= abs(following[1] - y)
    away = abs(y - cy) if level else abs(x - cx)
    if away <= half * _GRAZES:
        reach = half - away if form == "diamond" else sqrt(half * half - away * away)
        start = (cx + _sign(x - cx) * reach, y) if level else (x, cy + _sign(y - cy) * reach)
        return merged((start, *points))
    if form != "circle":
        corner = (cx, cy + _sign(y - cy) * half) if level else (cx + _sign(x - cx) * half, cy)
        return merged((corner, (cx, y) if level else (x, cy), *points))
    if not level:
        return merged((*_onto(shape, x, _sign(y - cy)), *points[1:]))
    side = _sign(x - cx)
    turn = cx + side * max(half + _JOIN, cell.width / 2 - _JOIN)
    return merged(((cx + side * half, cy), (turn, cy), (turn, y), *_beyond(points, turn, side)))


def _onto(shape: Rect, x: float, side: int) -> tuple[Point, ...]:
    """From above a circle, or from below it if ``side`` is 1, out to a line that runs beside it."""
    cx, cy = shape.centre
    half = shape.width / 2
    if abs(x - cx) > half + _JOIN:
        return (cx + _sign(x - cx) * half, cy), (x, cy)
    middle = cx + _sign(x - cx) * half / 2
    turn = cy + side * (half + _JOIN)
    return (middle, cy + side * half * sqrt(0.75)), (middle, turn), (x, turn)


def _beyond(points: tuple[Point, ...], x: float, side: int) -> tuple[Point, ...]:
    """The line without a beginning that lies on this side of where it turns."""
    return points[1:] if (points[0][0] - x) * side < 0 else points


def from_event(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The line from the border of an event that sits where it began."""
    (x, y), (nx, ny) = points[0], points[1]
    far = abs(nx - x) + abs(ny - y)
    share = min(BOUNDARY / 2 / far, 0.9) if far else 0.0
    return ((x + (nx - x) * share, y + (ny - y) * share), *points[1:])


def _sign(number: float) -> int:
    return 1 if number >= 0 else -1
