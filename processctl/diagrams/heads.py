"""Names upon plates: those of lanes and phases."""

from __future__ import annotations

from processctl.diagrams import style
from processctl.diagrams.extent import extent, shifted
from processctl.diagrams.geometry import Rect, around
from processctl.diagrams.measure import width, wrap
from processctl.diagrams.scene import Group, Plate, Text, Thing

PADDING = 8.0


def head(kind: str, name: str, plate: Plate, size: float, ink: str, language: str) -> Group:
    """The name in the middle of its plate, on as many lines as there is room for."""
    rect = plate.rect
    most = max(int((rect.height - PADDING) // (size * style.LEADING)), 1)
    lines = wrap(name, size, rect.width - 2 * PADDING, most=most, language=language, bold=True)
    return Group(kind, name, (plate, *_middle(lines, rect, size, ink)))


def part_of(whole: Group, view: Rect, language: str) -> Group | None:
    """A head whose plate is seen in part, with its name in the middle of that; None without any.

    One without a plate is seen whole or not at all.
    """
    plate, words = whole.things[0], whole.things[1:]
    if not isinstance(plate, Plate):
        return whole if view.grown(4.0).holds(extent(whole)) else None
    old = plate.rect
    left, top = max(old.left, view.left), max(old.top, view.top)
    rect = Rect(left, top, min(old.right, view.right) - left, min(old.bottom, view.bottom) - top)
    if rect.width <= 0 or rect.height <= 0:
        return None
    if rect == old or not words or not isinstance(words[0], Text):
        return whole
    seen = Plate(rect, plate.radius, plate.paper, plate.ink, plate.width, plate.dash)
    words_now = around([extent(one) for one in words])
    if words_now.width <= rect.width and words_now.height <= rect.height:
        # Words that stand at the left of their plate go on to do so where it is cut above or below.
        across, down = rect.width < old.width, rect.height < old.height
        x = rect.centre[0] - words_now.centre[0] if across else 0.0
        y = rect.centre[1] - words_now.centre[1] if down else 0.0
        return Group(whole.kind, whole.title, (seen, *(shifted(one, x, y) for one in words)))
    if rect.width < 4 * PADDING or rect.height < words[0].size * style.LEADING:
        return Group(whole.kind, whole.title, (seen,))
    name = whole.title.split("\n")[0]
    return head(whole.kind, name, seen, words[0].size, words[0].ink, language)


def _middle(lines: tuple[str, ...], rect: Rect, size: float, ink: str) -> list[Thing]:
    leading = size * style.LEADING
    x, y = rect.centre
    y -= leading * (len(lines) - 1) / 2
    things: list[Thing] = []
    for line in lines:
        left = x - width(line, size, bold=True) / 2
        things.append(Text((left, y + size * style.BASELINE), line, size, ink, bold=True))
        y += leading
    return things
