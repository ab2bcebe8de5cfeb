"""Lines with their heads and tails."""

from __future__ import annotations

from math import hypot

from processctl.diagrams import style
from processctl.diagrams.geometry import Point
from processctl.diagrams.scene import Disc, Patch, Stroke, Thing
from processctl.diagrams.style import LineStyle

BEND = 8.0


def arrow(points: tuple[Point, ...], look: LineStyle) -> tuple[Thing, ...]:
    """A line along ``points`` that ends in an arrowhead."""
    size = 8.0 + 1.4 * look.width
    tip, before = points[-1], points[-2]
    neck = _towards(tip, before, size * 0.9)
    left, right = _sides(tip, before, size, size * 0.46)
    # A line that ran up to the tip would blunt it; an open head has no base to end at.
    end = tip if look.head == "open" else neck
    things: list[Thing] = [
        Stroke((*points[:-1], end), look.colour, look.width, look.dash, radius=BEND)
    ]
    if look.head == "open":
        things.append(Stroke((left, tip, right), look.colour, max(look.width, 1.6)))
    else:
        paper = look.colour if look.head == "full" else style.PAPER
        things.append(Patch((tip, left, right), paper, look.colour, 1.0))
    return (*things, *_tail(points[0], points[1], look))


def branch(points: tuple[Point, ...], onward: Point, look: LineStyle) -> tuple[Thing, ...]:
    """A line that ends in another one, which runs on towards ``onward``: bent as rails are."""
    far = hypot(onward[0] - points[-1][0], onward[1] - points[-1][1])
    end = _towards(points[-1], onward, min(2 * BEND, far))
    stroke = Stroke((*points, end), look.colour, look.width, look.dash, radius=BEND)
    return (stroke, *_tail(points[0], points[1], look))


def _tail(start: Point, after: Point, look: LineStyle) -> tuple[Thing, ...]:
    if look.tail == "dot":
        return (Disc(_towards(start, after, 4.0), 4.0, look.colour),)
    if look.tail == "bar":
        return (Stroke(_sides(start, after, 6.0, 6.0), look.colour, 2.4),)
    if look.tail == "diamond":
        left, right = _sides(start, after, 6.5, 4.5)
        far = _towards(start, after, 13.0)
        return (Patch((start, left, far, right), style.PAPER, look.colour, 1.4),)
    return ()


def _towards(start: Point, goal: Point, by: float) -> Point:
    x, y = _direction(start, goal)
    return start[0] + x * by, start[1] + y * by


def _sides(start: Point, goal: Point, along: float, aside: float) -> tuple[Point, Point]:
    """The two points ``along`` from ``start`` towards ``goal``, ``aside`` of the line."""
    x, y = _direction(start, goal)
    foot = start[0] + x * along, start[1] + y * along
    return (foot[0] - y * aside, foot[1] + x * aside), (foot[0] + y * aside, foot[1] - x * aside)


def _direction(start: Point, goal: Point) -> Point:
    x, y = goal[0] - start[0], goal[1] - start[1]
    far = hypot(x, y) or 1.0
    return x / far, y / far
