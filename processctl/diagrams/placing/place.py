"""Where boxes, lanes and phases stand: columns by order, one band a lane, rows within a lane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from processctl.diagrams import style
from processctl.diagrams.geometry import Rect
from processctl.diagrams.measure import width
from processctl.diagrams.placing.tracks import Axis
from processctl.diagrams.sketch import Lane, Phase, Sketch

LANE_HEAD = 92.0
MOST_LANE_HEAD = 156.0
LANE_HEAD_PADDING = 10.0
LANE_HEAD_GAP = 14.0
PHASE_HEIGHT = 30.0


class Sized(Protocol):
    """What needs some room, in pixels: a card, or a shape of another notation."""

    @property
    def width(self) -> float:
        """How wide it is."""

    @property
    def height(self) -> float:
        """How high it is."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cell of every box; rows are counted through all lanes."""

    column_of: Mapping[str, int]
    row_of: Mapping[str, int]
    lane_rows: tuple[tuple[Lane, int, int], ...]

    @property
    def column_count(self) -> int:
        """How many columns there are."""
        return max(self.column_of.values(), default=-1) + 1

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return max((end for _, _, end in self.lane_rows), default=0)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The free room before each column and row, and after the last, in pixels.

    ``edges`` tells where within the gap before a row a lane may end: away from the lines there.
    ``taller`` is what the boxes of a row get beyond the height of their text, ``wider`` what those
    of a column get beyond its width.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    edges: tuple[float, ...]
    taller: tuple[float, ...]
    wider: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Every rectangle of the drawing proper: no title, no legend.

    ``columns`` and ``rows`` are the strips that hold boxes.
    """

    boxes: Mapping[str, Rect]
    bands: tuple[tuple[Lane, Rect], ...]
    phases: tuple[tuple[Phase, Rect], ...]
    whole: Rect
    columns: Axis
    rows: Axis


def place(sketch: Sketch, cards: Mapping[str, Sized], cells: Grid, gaps: Gaps) -> Places:
    """Turn cells into rectangles.

    Boxes of one column are equally wide, those of a row equally high: lines that pass between
    them then run straight.
    """
    widths, heights = _sizes(cards, cells)
    heights = [height + more for height, more in zip(heights, gaps.taller, strict=True)]
    widths = [width + more for width, more in zip(widths, gaps.wider, strict=True)]
    names = {phase.id for phase in sketch.phases}
    top = PHASE_HEIGHT + 8 if any(box.phase in names for box in sketch.boxes) else 0.0
    head = _head(sketch)
    lefts = _starts(widths, gaps.columns, head)
    tops = _starts(heights, gaps.rows, top)
    boxes = {}
    for box, column in cells.column_of.items():
        row = cells.row_of[box]
        boxes[box] = Rect(lefts[column], tops[row], widths[column], heights[row])
    right = (lefts[-1] + widths[-1] if lefts else head) + gaps.columns[-1]
    bands = []
    upper = top
    for lane, _, end in cells.lane_rows:
        below = tops[end - 1] + heights[end - 1]
        last = end == cells.row_count
        lower = below + (gaps.rows[end] if last else gaps.edges[end])
        bands.append((lane, Rect(0.0, upper, right, lower - upper)))
        upper = lower
    strips = _strips(sketch, cells, lefts, widths, gaps, (head, right))
    columns = Axis(head, tuple(zip(lefts, _ends(lefts, widths), strict=True)))
    rows = Axis(top, tuple(zip(tops, _ends(tops, heights), strict=True)))
    return Places(boxes, tuple(bands), strips, Rect(0.0, 0.0, right, upper), columns, rows)


def _ends(starts: list[float], lengths: list[float]) -> list[float]:
    return [start + length for start, length in zip(starts, lengths, strict=True)]


def _sizes(cards: Mapping[str, Sized], cells: Grid) -> tuple[list[float], list[float]]:
    """The width of every column and the height of every row, in pixels."""
    widths = [0.0] * cells.column_count
    heights = [0.0] * cells.row_count
    for box, column in cells.column_of.items():
        row = cells.row_of[box]
        widths[column] = max(widths[column], cards[box].width)
        heights[row] = max(heights[row], cards[box].height)
    return widths, heights


def _head(sketch: Sketch) -> float:
    """The room for the names of the lanes: their longest word, within reason; none without names."""
    words = [word for lane in sketch.lanes for word in lane.name.split()]
    if not words:
        return 0.0
    longest = max((width(word, style.LANE_SIZE, bold=True) for word in words), default=0.0)
    needed = longest + 2 * LANE_HEAD_PADDING + LANE_HEAD_GAP + 2
    return min(max(needed, LANE_HEAD), MOST_LANE_HEAD)


def _starts(sizes: list[float], gaps: tuple[float, ...], start: float) -> list[float]:
    places, at = [], start
    for size, gap in zip(sizes, gaps, strict=False):
        at += gap
        places.append(at)
        at += size
    return places


def _strips(
    sketch: Sketch,
    cells: Grid,
    lefts: list[float],
    widths: list[float],
    gaps: Gaps,
    ends: tuple[float, float],
) -> tuple[tuple[Phase, Rect], ...]:
    """The header of each phase, over the columns of its boxes; neighbours meet in the gap."""
    spans: dict[str, list[int]] = {}
    for box in sketch.boxes:
        if box.phase is not None:
            spans.setdefault(box.phase, []).append(cells.column_of[box.id])
    strips = []
    for phase in sketch.phases:
        if phase.id not in spans:
            continue
        first, last = min(spans[phase.id]), max(spans[phase.id])
        left = ends[0] if first == 0 else lefts[first] - gaps.columns[first] / 2
        end = lefts[last] + widths[last] + gaps.columns[last + 1] / 2
        end = ends[1] if last == len(widths) - 1 else end
        strips.append((phase, Rect(left + 2, 0.0, end - left - 4, PHASE_HEIGHT)))
    return tuple(strips)
