"""Blocks in columns: notes and the legend, wherever on a page there is room."""

from __future__ import annotations

from collections.abc import Sequence

from processctl.diagrams.extent import extent
from processctl.diagrams.geometry import Point, Rect
from processctl.diagrams.paper.page import Window
from processctl.diagrams.scene import Group

# Pixels between columns, and between blocks of one.
BETWEEN = 26.0
APART = 6.0
_STEP = 5.0
_ONE_LINE = 24.0


def flow(blocks: Sequence[Group], room: Rect) -> tuple[list[Window], float, list[Group]]:
    """As many blocks as go into ``room``: their windows, the height they take, and the others.

    They stand below each other in columns that are about equally high.
    """
    if not blocks:
        return [], 0.0, []
    views = [extent(block) for block in blocks]
    sizes = _even(views)
    wide = max(size.width for size in sizes)
    if wide > room.width or room.height <= 0:
        return [], 0.0, list(blocks)
    columns = max(int((room.width + BETWEEN) // (wide + BETWEEN)), 1)
    high = max(size.height for size in sizes)
    while high < room.height and len(_places(sizes, columns, high)) < len(blocks):
        high = min(high + _STEP, room.height)
    places = _places(sizes, columns, min(high, room.height))
    windows = [
        # A little more than the block: what is drawn at its border is not cut.
        Window(
            size.grown(1), (room.left + column * (wide + BETWEEN) - 1, room.top + y - 1), (block,)
        )
        for block, size, (column, y) in zip(blocks, sizes, places, strict=False)
    ]
    low = max((y + size.height for size, (_, y) in zip(sizes, places, strict=False)), default=0.0)
    return windows, low, list(blocks[len(places) :])


def _even(sizes: Sequence[Rect]) -> list[Rect]:
    """Blocks of one line each take the same room, so that they stand in rows as well."""
    high = max(size.height for size in sizes)
    if high > 2 * min(size.height for size in sizes) or high > _ONE_LINE:
        return list(sizes)
    return [Rect(size.left, size.top, size.width, high) for size in sizes]


def _places(sizes: Sequence[Rect], columns: int, high: float) -> list[Point]:
    """The column of each block, and its distance from the top, as long as there is room."""
    places: list[Point] = []
    column, y = 0, 0.0
    for size in sizes:
        if y and y + size.height > high:
            column, y = column + 1, 0.0
        if column == columns or y + size.height > high:
            break
        places.append((column, y))
        y += size.height + APART
    return places
