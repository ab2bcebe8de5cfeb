"""The words that stand below the drawing, each after the number that its line bears."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.diagrams import markers, style
from processctl.diagrams.bundle import BULLET
from processctl.diagrams.geometry import Rect
from processctl.diagrams.layout import Picture
from processctl.diagrams.markers import Marker
from processctl.diagrams.measure import width, wrap
from processctl.diagrams.scene import Group, Plate, Text, Thing

# Pixels: about 75 letters, which is as long as a line of text may be to read well.
COLUMN = 410.0
BETWEEN = 30.0
INDENT = 30.0
HANGING = 7.0
ROW = style.SMALL_SIZE * 1.35
AFTER = 8.0
BASELINE = 0.36


@dataclass(frozen=True, slots=True)
class _Note:
    marker: Marker
    colour: str
    head: tuple[str, ...]
    rows: tuple[tuple[float, str], ...]

    @property
    def height(self) -> float:
        return ROW * (len(self.head) + len(self.rows)) + AFTER


def notes(picture: Picture, room: Rect) -> tuple[tuple[Thing, ...], float]:
    """The notes in columns from the top of ``room``, and the y below them."""
    every = [_note(picture, marker) for marker in picture.markers]
    if not every:
        return (), room.top
    count = max(1, int((room.width + BETWEEN) // (COLUMN + BETWEEN)))
    share = sum(note.height for note in every) / count
    things: list[Thing] = []
    column, y, lowest, done = 0, room.top, room.top, 0.0
    for note in every:
        # To the next column where more than half of the note would stand below this one's share.
        if y > room.top and done + note.height / 2 > share * (column + 1) and column < count - 1:
            column, y = column + 1, room.top
        things.append(_things(note, room.left + column * (COLUMN + BETWEEN), y))
        y, done = y + note.height, done + note.height
        lowest = max(lowest, y)
    return tuple(things), lowest + 10


def pill(marker: Marker, rect: Rect, colour: str) -> tuple[Thing, ...]:
    """The number in its pill; the same on the line and before the note."""
    digits = str(marker.number)
    left = rect.centre[0] - width(digits, markers.SIZE, bold=True) / 2
    baseline = rect.centre[1] + markers.SIZE * BASELINE
    return (
        Plate(rect, rect.height / 2, paper=style.PAPER, ink=colour, width=1.2),
        Text((left, baseline), digits, markers.SIZE, style.INK, bold=True),
    )


def _note(picture: Picture, marker: Marker) -> _Note:
    line = next(line for line in picture.sketch.lines if line.id == marker.line)
    names = {box.id: box.name for box in picture.sketch.boxes}
    colour = style.line_style(line).colour
    head = f"{names[line.source]} → {names[line.target]}"
    size, limit = style.SMALL_SIZE, COLUMN - INDENT
    rows = []
    for part in line.label:
        for row in wrap(part, size, limit - HANGING, most=99):
            # What goes on with an alternative stands below its words, not below its bullet.
            goes_on = line.several and not row.startswith(BULLET)
            rows.append((HANGING if goes_on else 0.0, row))
    return _Note(marker, colour, wrap(head, size, limit, most=4, bold=True), tuple(rows))


def _things(note: _Note, left: float, top: float) -> Group:
    wide, high = markers.size(note.marker.number)
    things = list(pill(note.marker, Rect(left, top + (ROW - high) / 2, wide, high), note.colour))
    y = top + ROW / 2 + style.SMALL_SIZE * BASELINE
    size, ink = style.SMALL_SIZE, style.INK
    for row in note.head:
        things.append(Text((left + INDENT, y), row, size, ink, bold=True))
        y += ROW
    for hanging, row in note.rows:
        things.append(Text((left + INDENT + hanging, y), row, size, ink))
        y += ROW
    return Group("note", "", tuple(things), str(note.marker.number))
