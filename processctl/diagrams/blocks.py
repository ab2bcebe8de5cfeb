"""Blocks of text below a drawing, in columns of a width that reads well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from processctl.diagrams import style
from processctl.diagrams.geometry import Rect
from processctl.diagrams.scene import Thing

# Pixels: about 75 letters, which is as long as a line of text may be to read well.
COLUMN = 410.0
BETWEEN = 30.0
ROW = style.SMALL_SIZE * 1.35
_BELOW = 10.0

Draw: TypeAlias = Callable[[float, float], Thing]
"""Draws a block whose upper left corner is at an x and a y."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands together; ``height`` is in pixels and holds the gap below it."""

    height: float
    draw: Draw


def flow(blocks: Sequence[Block], room: Rect) -> tuple[tuple[Thing, ...], float]:
    """The blocks in columns from the top of ``room``, and the y below them."""
    if not blocks:
        return (), room.top
    count = max(1, int((room.width + BETWEEN) // (COLUMN + BETWEEN)))
    share = sum(block.height for block in blocks) / count
    things: list[Thing] = []
    column, y, lowest, done = 0, room.top, room.top, 0.0
    for block in blocks:
        # To the next column where more than half of the block would stand below this one's share.
        if y > room.top and done + block.height / 2 > share * (column + 1) and column < count - 1:
            column, y = column + 1, room.top
        things.append(block.draw(room.left + column * (COLUMN + BETWEEN), y))
        y, done = y + block.height, done + block.height
        lowest = max(lowest, y)
    return tuple(things), lowest + _BELOW
