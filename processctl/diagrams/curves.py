"""Rounded corners and dashes, for those who can draw only straight pieces and circles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin

from processctl.diagrams.geometry import Point, Rect

_STEPS = 5


def rounded(points: Sequence[Point], radius: float) -> list[tuple[Point, Point, Point]]:
    """Every corner with the points where its rounding begins and ends; ends are not rounded."""
    found = []
    for place, corner in enumerate(points):
        if place in (0, len(points) - 1) or not radius:
            found.append((corner, corner, corner))
            continue
        before, after = points[place - 1], points[place + 1]
        reach = min(radius, _far(before, corner) / 2, _far(corner, after) / 2)
        found.append((corner, _towards(corner, before, reach), _towards(corner, after, reach)))
    return found


def flat(points: Sequence[Point], radius: float) -> list[Point]:
    """The rounded line as straight pieces."""
    line: list[Point] = []
    for corner, begin, end in rounded(points, radius):
        if begin == end:
            line.append(begin)
            continue
        for step in range(_STEPS + 1):
            t = step / _STEPS
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            line.append(
                (
                    a * begin[0] + b * corner[0] + c * end[0],
                    a * begin[1] + b * corner[1] + c * end[1],
                )
            )
    return line


def plate_outline(rect: Rect, radius: float) -> list[Point]:
    """The border of a rectangle with round corners, as straight pieces, not closed."""
    if not radius:
        return [
            (rect.left, rect.top),
            (rect.right, rect.top),
            (rect.right, rect.bottom),
            (rect.left, rect.bottom),
        ]
    points = []
    middles = (
        (rect.right - radius, rect.top + radius, -pi / 2),
        (rect.right - radius, rect.bottom - radius, 0.0),
        (rect.left + radius, rect.bottom - radius, pi / 2),
        (rect.left + radius, rect.top + radius, pi),
    )
    for x, y, begin in middles:
        for step in range(_STEPS + 1):
            angle = begin + step / _STEPS * pi / 2
            points.append((x + radius * cos(angle), y + radius * sin(angle)))
    return points


def dashes(points: Sequence[Point], pattern: Sequence[float]) -> list[list[Point]]:
    """The strokes of a dashed line: ``pattern`` holds lengths of stroke and gap in turns."""
    found: list[list[Point]] = []
    current: list[Point] = [points[0]]
    turn, left = 0, pattern[0]
    for start, end in pairwise(points):
        rest, at = _far(start, end), start
        while rest > left:
            at = _towards(at, end, left)
            rest -= left
            if turn % 2 == 0:
                found.append([*current, at])
            turn += 1
            left = pattern[turn % len(pattern)]
            current = [at]
        left -= rest
        if turn % 2 == 0:
            current.append(end)
    if turn % 2 == 0 and len(current) > 1:
        found.append(current)
    return found


def _far(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def _towards(start: Point, goal: Point, by: float) -> Point:
    far = _far(start, goal) or 1.0
    return start[0] + (goal[0] - start[0]) * by / far, start[1] + (goal[1] - start[1]) * by / far
