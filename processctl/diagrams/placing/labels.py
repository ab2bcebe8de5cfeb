"""Where the words of a line stand: beside it, where nothing else is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from processctl.diagrams import style
from processctl.diagrams.geometry import Point, Rect, Segment, length, segments
from processctl.diagrams.measure import width, wrap
from processctl.diagrams.sketch import Line

# Pixels: a line of about 15 to 28 letters; a list of alternatives may be wider.
WIDTHS = (84.0, 92.0, 100.0, 108.0, 116.0, 126.0, 136.0, 146.0, 156.0)
LIST_WIDTHS = (*WIDTHS, 166.0, 178.0, 190.0)
# How many pixels of width a label may get to be one line shorter; and in a drawing of many columns,
# which is too wide as it is.
_LINE_WORTH = 24.0
_LINE_WORTH_IN_WIDE = 12.0
GOOD_LINES = 4
MOST_LINES = 6
MOST_LIST_LINES = 5
PADDING = 3.0
FROM_LINE = 3.0
FROM_BOX = 5.0
FROM_LABEL = 4.0
_BUCKET = 160.0


@dataclass(frozen=True, slots=True)
class Words:
    """The text of a line, wrapped; ``full`` is all of it, which may be more than fits."""

    lines: tuple[str, ...]
    full: str

    @property
    def width(self) -> float:
        """The width with its padding, in pixels."""
        return max(width(line, style.SMALL_SIZE) for line in self.lines) + 2 * PADDING

    @property
    def height(self) -> float:
        """The height with its padding, in pixels."""
        return len(self.lines) * style.SMALL_SIZE * style.LEADING + 2 * PADDING


@dataclass(frozen=True, slots=True)
class Label:
    """Words in their place."""

    line: str
    words: Words
    rect: Rect


def words(line: Line, *, narrow: bool = False) -> Words | None:
    """The label of a line, wrapped; None if there is nothing to say.

    What would be too long beside the line gets no lines at all: it belongs into the notes. With
    ``narrow`` a label rather takes one line more than much width.
    """
    parts = [part for part in line.label if part]
    if not parts:
        return None
    full = "\n".join(parts)
    worth = _LINE_WORTH_IN_WIDE if narrow else _LINE_WORTH
    widths: tuple[float, ...] = LIST_WIDTHS if line.several else WIDTHS
    steps = (MOST_LIST_LINES,) if line.several else (GOOD_LINES, MOST_LINES)
    wrapped = [_wrapped(parts, limit) for limit in widths]
    for most in steps:
        if fitting := [lines for lines in wrapped if len(lines) <= most]:
            choice = [Words(lines, full) for lines in fitting]
            return min(choice, key=lambda words: words.width + worth * len(words.lines))
    return Words((), full)


def _wrapped(parts: Sequence[str], limit: float) -> tuple[str, ...]:
    return tuple(line for part in parts for line in wrap(part, style.SMALL_SIZE, limit, most=99))


class Obstacles:
    """What a label must not touch, found quickly by place."""

    def __init__(self, field: Rect) -> None:
        self.field = field
        self._solid: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)
        self._lines: defaultdict[tuple[int, int], list[tuple[str, Rect]]] = defaultdict(list)

    def add(self, rect: Rect) -> None:
        """Keep off a box or another label."""
        for bucket in _buckets(rect):
            self._solid[bucket].append(rect)

    def add_line(self, line: str, points: Iterable[Segment], thickness: float) -> None:
        """Keep off the pieces of a line."""
        for (x1, y1), (x2, y2) in points:
            bare = Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
            piece = bare.grown(thickness / 2)
            for bucket in _buckets(piece):
                self._lines[bucket].append((line, piece))

    def free(self, rect: Rect, own: str | None = None) -> bool:
        """Whether ``rect`` lies in the field and touches nothing, the line ``own`` excepted."""
        if not self.field.holds(rect):
            return False
        # Most of the time of a drawing is spent here, so these are plain loops.
        for bucket in _buckets(rect):
            for other in self._solid[bucket]:
                if rect.meets(other):
                    return False
            for owner, piece in self._lines[bucket]:
                if rect.meets(piece) and owner != own:
                    return False
        return True

    def crossed(self, rect: Rect, own: str) -> int | None:
        """How many pieces of other lines ``rect`` covers; None where it may not be at all."""
        buckets = list(_buckets(rect))
        if not self.field.holds(rect) or any(
            rect.meets(other) for bucket in buckets for other in self._solid[bucket]
        ):
            return None
        pieces = {piece for bucket in buckets for piece in self._lines[bucket]}
        return sum(owner != own and rect.meets(piece) for owner, piece in pieces)

    def doubtful(self, rect: Rect, line: str) -> bool:
        """Whether another line is so near that the label might be taken for its own."""
        near = rect.grown(12.0)
        return any(
            owner != line and near.meets(piece)
            for bucket in _buckets(near)
            for owner, piece in self._lines[bucket]
        )


def _buckets(rect: Rect) -> Iterator[tuple[int, int]]:
    for x in range(int(rect.left // _BUCKET), int(rect.right // _BUCKET) + 1):
        for y in range(int(rect.top // _BUCKET), int(rect.bottom // _BUCKET) + 1):
            yield x, y


def find(
    line: str,
    points: Sequence[Point],
    size: tuple[float, float],
    there: Obstacles,
    borders: Sequence[float],
) -> tuple[float, Rect] | None:
    """The best free place beside a line for a label of this size, and how bad it is all the same.

    None if there is no place at all.

    Best is near the beginning, beside a level piece, away from other lines and from ``borders``,
    the y of the edges between lanes.
    """
    best: tuple[float, Rect] | None = None
    for share, more, rect in _candidates(points, size):
        if best is not None and share >= best[0]:
            break  # and all that follow are further from the beginning
        if best is not None and share + more >= best[0]:
            continue
        cost = share + more + 0.5 * any(rect.top < border < rect.bottom for border in borders)
        if best is not None and cost >= best[0]:
            continue
        if not there.free(rect):
            continue
        cost += 0.8 * there.doubtful(rect, line)
        if best is None or cost < best[0]:
            best = cost, rect
    return best


def _candidates(
    points: Sequence[Point], size: tuple[float, float]
) -> Iterator[tuple[float, float, Rect]]:
    """Places along a line from its beginning: what share of it lies before, and what is bad."""
    wide, high = size
    total = sum(length(segment) for segment in segments(points)) or 1.0
    gone = 0.0
    for (x1, y1), (x2, y2) in segments(points):
        here = length(((x1, y1), (x2, y2)))
        level = abs(y1 - y2) < abs(x1 - x2)
        extent = wide if level else high
        for at in _stops(here, extent):
            share = (gone + at) / total
            # A label that is longer than its piece hangs over: possible, but not good.
            over = 0.9 * (extent > here - 4)
            if level:
                x = (x1 + at if x2 > x1 else x1 - at) - wide / 2
                yield share, over, Rect(x, y1 - FROM_LINE - high, wide, high)
                yield share, over + 0.1, Rect(x, y1 + FROM_LINE, wide, high)
            else:
                y = (y1 + at if y2 > y1 else y1 - at) - high / 2
                yield share, over + 0.15, Rect(x1 + FROM_LINE, y, wide, high)
                yield share, over + 0.2, Rect(x1 - FROM_LINE - wide, y, wide, high)
        gone += here


def _stops(here: float, extent: float) -> list[float]:
    """Where along a piece the middle of a label may stand, from its beginning."""
    first, last = extent / 2 + 6, here - extent / 2 - 10
    if last <= first:
        return [here / 2] if here > 16 else []
    count = min(int((last - first) // 14) + 2, 40)
    return [first + (last - first) * step / (count - 1) for step in range(count)]
