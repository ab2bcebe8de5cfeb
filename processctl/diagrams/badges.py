"""Small plates with a number or a word: the steps of a way, and what the linter found.

Their shapes differ, so that they can be told apart without colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from processctl.diagrams import style
from processctl.diagrams.geometry import Rect
from processctl.diagrams.measure import width
from processctl.diagrams.scene import Patch, Plate, Text, Thing
from processctl.diagrams.sketch import Badge

SIZE = 10.5
HEIGHT = 16.0
GAP = 4.0
_PADDING = 4.5
_SLANT = 5.0


def badge_width(badge: Badge) -> float:
    """How wide the plate is, in pixels."""
    return max(width(badge.words, SIZE, bold=True) + 2 * _PADDING + _slant(badge), HEIGHT)


def _slant(badge: Badge) -> float:
    return 2 * _SLANT if badge.tone == "warning" else 0.0


def badge_row(badges: Sequence[Badge], left: float, top: float) -> tuple[Thing, ...]:
    """Badges beside each other."""
    things: list[Thing] = []
    for badge in badges:
        things += badge_things(badge, left, top)
        left += badge_width(badge) + GAP
    return tuple(things)


def row_width(badges: Iterable[Badge]) -> float:
    """How wide a row of badges is, in pixels."""
    return sum(badge_width(badge) + GAP for badge in badges)


def that_fit(badges: Sequence[Badge], room: float) -> tuple[Badge, ...]:
    """The badges that stand in a row of so many pixels; the last then says that there are more."""
    shown: list[Badge] = []
    for number, badge in enumerate(badges):
        more = Badge("…", badge.tone)
        rest = row_width([more]) if number < len(badges) - 1 else 0.0
        room -= row_width([badge])
        if room < rest:
            return (*shown, more)
        shown.append(badge)
    return tuple(shown)


def badge_things(badge: Badge, left: float, top: float) -> tuple[Thing, ...]:
    """A round plate for a step, a square one for an error, a six-sided one for a warning."""
    wide = badge_width(badge)
    look = style.BADGES[badge.tone]
    x = left + (wide - width(badge.words, SIZE, bold=True)) / 2
    text = Text(
        (x, top + HEIGHT / 2 + SIZE * style.BASELINE), badge.words, SIZE, look.ink, bold=True
    )
    if badge.tone == "warning":
        middle, right, below = top + HEIGHT / 2, left + wide, top + HEIGHT
        corners = (
            (left, middle), (left + _SLANT, top), (right - _SLANT, top),
            (right, middle), (right - _SLANT, below), (left + _SLANT, below),
        )  # fmt: skip
        return (Patch(corners, look.paper, look.border, 1.2), text)
    radius = {"step": HEIGHT / 2, "error": 0.0}.get(badge.tone, 4.0)
    plate = Plate(Rect(left, top, wide, HEIGHT), radius, look.paper, look.border, 1.2)
    return (plate, text)
