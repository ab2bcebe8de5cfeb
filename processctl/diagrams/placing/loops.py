"""Lines from a box to itself."""

from __future__ import annotations

from processctl.diagrams.geometry import Point, Rect

LOOP = 18.0
LOOP_STEP = 9.0


def loop(box: Rect, number: int = 0) -> tuple[Point, ...]:
    """A small way out of the top of a box and back into its right side.

    ``number`` counts the loops of one box, so that each runs around the one before.
    """
    reach = LOOP + LOOP_STEP * number
    x, y = box.right - reach, box.top + reach
    above, beside = box.top - reach, box.right + reach
    return ((x, box.top), (x, above), (beside, above), (beside, y), (box.right, y))
