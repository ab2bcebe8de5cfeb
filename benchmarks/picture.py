"""What a drawing is like in numbers, whoever made it: counted from where its parts stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations, pairwise
from math import atan2, hypot, pi

Point = tuple[float, float]
Frame = tuple[float, float, float, float]
"""Left, top, right, bottom."""

# What a reader does not take for a bend, in radians; and for a meeting, in pixels.
_STRAIGHT = 0.15
_TOUCH = 1.0


@dataclass(frozen=True)
class Drawn:
    """The parts of a drawing: boxes as frames, labels with the number of their line.

    A line has its source, its target, and the ends of its straight pieces; one that has joined
    another ends there.
    """

    width: float
    height: float
    boxes: Mapping[str, Frame]
    labels: Sequence[tuple[Frame, int]]
    lines: Sequence[tuple[str, str, Sequence[Point]]]
    notes: int = 0


@dataclass(frozen=True)
class Numbers:
    """The numbers of a drawing; pixels, and for ``area`` millions of them."""

    crossings: int
    bends: int
    length: int
    area: float
    overlaps: int
    notes: int
    aspect: float

    @classmethod
    def together(cls, several: Sequence[Numbers]) -> Numbers:
        """The sums; of the aspect the mean."""
        sums = {name: sum(getattr(one, name) for one in several) for name in asdict(several[0])}
        return cls(**sums | {"aspect": sums["aspect"] / len(several)})


def numbers(drawn: Drawn) -> Numbers:
    """Count everything."""
    return Numbers(
        crossings(drawn),
        sum(bends(points) for _, _, points in drawn.lines),
        round(sum(reach(points) for _, _, points in drawn.lines)),
        round(drawn.width * drawn.height / 1e6, 2),
        overlaps(drawn),
        drawn.notes,
        round(drawn.width / drawn.height, 2),
    )


def simpler(points: Sequence[Point], slack: float = 0.5) -> list[Point]:
    """The line with fewer points, nowhere further than ``slack`` pixels from where it was."""
    if len(points) < 3:
        return list(points)
    (ax, ay), (bx, by) = points[0], points[-1]
    far = hypot(bx - ax, by - ay)
    away = [
        abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / far if far else hypot(x - ax, y - ay)
        for x, y in points
    ]
    at = max(range(len(points)), key=away.__getitem__)
    if away[at] <= slack:
        return [points[0], points[-1]]
    return simpler(points[: at + 1], slack)[:-1] + simpler(points[at:], slack)


def reach(points: Sequence[Point]) -> float:
    """The length of a line."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))


def bends(points: Sequence[Point]) -> int:
    """How often a line turns: a rounded corner counts once, however many pieces it has."""
    count, turned = 0, 0.0
    ways = [atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(points) if a != b]
    for before, after in pairwise(ways):
        turn = (after - before + pi) % (2 * pi) - pi
        if abs(turn) < 1e-3:
            turned = 0.0
            continue
        if not turned or turned * turn < 0:
            count, turned = count + (abs(turn) > _STRAIGHT), turn
        else:
            count += abs(turned) <= _STRAIGHT < abs(turned + turn)
            turned += turn
    return count


def crossings(drawn: Drawn) -> int:
    """Where two lines cross: not where they touch, begin or end together."""
    return sum(
        _crossings(one, other) for (_, _, one), (_, _, other) in combinations(drawn.lines, 2)
    )


def _crossings(one: Sequence[Point], other: Sequence[Point]) -> int:
    if not _near(_frame(one), _frame(other)):
        return 0
    found: set[tuple[int, int]] = set()
    for a in pairwise(one):
        for b in pairwise(other):
            if _near(_frame(a), _frame(b)) and (at := _cross(*a, *b)) is not None:
                ends = (one[0], one[-1], other[0], other[-1])
                if all(hypot(at[0] - x, at[1] - y) > _TOUCH for x, y in ends):
                    found.add((round(at[0] / 2), round(at[1] / 2)))
    return len(found)


def _cross(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where two straight pieces that are not parallel meet."""
    across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if abs(across) < 1e-9:
        return None
    t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across
    u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across
    if not (0 <= t <= 1 and 0 <= u <= 1):
        return None
    return a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])


def overlaps(drawn: Drawn) -> int:
    """Labels on boxes, on each other and on lines; lines through boxes that are not theirs.

    A label on its own line is a habit of some engines, and not counted.
    """
    labels = [_smaller(frame) for frame, _ in drawn.labels]
    count = sum(_near(one, other) for one, other in combinations(labels, 2))
    count += sum(_near(label, _smaller(box)) for label in labels for box in drawn.boxes.values())
    for number, (source, target, points) in enumerate(drawn.lines):
        count += sum(_through(points, label) for label, line in drawn.labels if line != number)
        count += sum(
            _through(points, box)
            for name, box in drawn.boxes.items()
            if name not in (source, target)
        )
    return count


def _through(points: Sequence[Point], frame: Frame) -> bool:
    left, top, right, bottom = _smaller(frame)
    sides = (
        ((left, top), (right, top)),
        ((right, top), (right, bottom)),
        ((right, bottom), (left, bottom)),
        ((left, bottom), (left, top)),
    )
    for a, b in pairwise(points):
        if not _near(_frame((a, b)), frame):
            continue
        if left < a[0] < right and top < a[1] < bottom:
            return True
        if any(_cross(a, b, *side) is not None for side in sides):
            return True
    return False


def _frame(points: Iterable[Point]) -> Frame:
    every = list(points)
    across, down = [x for x, _ in every], [y for _, y in every]
    return min(across), min(down), max(across), max(down)


def _smaller(frame: Frame) -> Frame:
    left, top, right, bottom = frame
    return left + _TOUCH, top + _TOUCH, right - _TOUCH, bottom - _TOUCH


def _near(one: Frame, other: Frame) -> bool:
    across = one[0] <= other[2] and other[0] <= one[2]
    return across and one[1] <= other[3] and other[1] <= one[3]


def row(found: Numbers) -> str:
    """The numbers as cells of a Markdown table."""
    return " | ".join(
        f"{value:,}" if isinstance(value, int) else f"{value:.2f}"
        for value in asdict(found).values()
    )


HEAD = "crossings | bends | line px | million px² | overlaps | notes | width / height"
