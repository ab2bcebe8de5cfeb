"""What every drawing has: a margin, and its title at the top."""

from __future__ import annotations

from processctl.diagrams import style
from processctl.diagrams.geometry import Point, Rect
from processctl.diagrams.measure import wrap
from processctl.diagrams.scene import Text

MARGIN = 24.0
LEAST_WIDTH = 480.0
_MOST_LINES = 3
_BELOW = 14.0


def title_things(title: str, language: str, room: float) -> tuple[list[Text], float]:
    """The title in a room so many pixels wide, and the y at which the drawing begins."""
    size = style.TITLE_SIZE
    lines = wrap(title, size, room, most=_MOST_LINES, language=language, bold=True)
    things = [
        Text((MARGIN, MARGIN + size + number * size * 1.3), line, size, style.INK, bold=True)
        for number, line in enumerate(lines)
    ]
    return things, MARGIN + len(lines) * size * 1.3 + (_BELOW if lines else 0)


def moved(rect: Rect, by: Point) -> Rect:
    """The rectangle elsewhere."""
    return Rect(rect.left + by[0], rect.top + by[1], rect.width, rect.height)
