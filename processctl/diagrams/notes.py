"""The words that stand below the drawing, each after the number that its line bears."""

from __future__ import annotations

from processctl.diagrams import style
from processctl.diagrams.blocks import COLUMN, ROW, Block
from processctl.diagrams.bundle import BULLET
from processctl.diagrams.geometry import Rect
from processctl.diagrams.measure import width, wrap
from processctl.diagrams.placing import markers
from processctl.diagrams.placing.layout import Picture
from processctl.diagrams.placing.markers import Marker
from processctl.diagrams.scene import Group, Plate, Text, Thing

_INDENT = 30.0
_HANGING = 7.0
_AFTER = 8.0


def note_blocks(picture: Picture) -> list[Block]:
    """A block of text for every number on a line."""
    return [_note(picture, marker) for marker in picture.markers]


def pill(marker: Marker, rect: Rect, colour: str) -> tuple[Thing, ...]:
    """The number in its pill; the same on the line and before the note."""
    digits = str(marker.number)
    left = rect.centre[0] - width(digits, markers.SIZE, bold=True) / 2
    baseline = rect.centre[1] + markers.SIZE * style.BASELINE
    return (
        Plate(rect, rect.height / 2, paper=style.PAPER, ink=colour, width=1.2),
        Text((left, baseline), digits, markers.SIZE, style.INK, bold=True),
    )


def _note(picture: Picture, marker: Marker) -> Block:
    line = next(line for line in picture.sketch.lines if line.id == marker.line)
    names = {box.id: box.name for box in picture.sketch.boxes}
    colour = style.line_style(line).colour
    size, limit, ink = style.SMALL_SIZE, COLUMN - _INDENT, style.INK
    language = picture.sketch.language
    told = {*picture.told.get(line.id, (line.id,))}
    sources = dict.fromkeys(one.source for one in picture.sketch.lines if one.id in told)
    from_where = ", ".join(names[source] for source in sources)
    way = f"{from_where} → {names[line.target]}"
    head = wrap(way, size, limit, most=4, language=language, bold=True)
    rows = []
    for part in line.label:
        for row in wrap(part, size, limit - _HANGING, most=99, language=language):
            # What goes on with an alternative stands below its words, not below its bullet.
            goes_on = line.several and not row.startswith(BULLET)
            rows.append((_HANGING if goes_on else 0.0, row))

    def draw(left: float, top: float) -> Thing:
        wide, high = markers.size(marker.number)
        things = list(pill(marker, Rect(left, top + (ROW - high) / 2, wide, high), colour))
        y = top + ROW / 2 + size * style.BASELINE
        for row in head:
            things.append(Text((left + _INDENT, y), row, size, ink, bold=True))
            y += ROW
        for hanging, row in rows:
            things.append(Text((left + _INDENT + hanging, y), row, size, ink))
            y += ROW
        return Group("note", "", tuple(things), f"note {marker.number}")

    return Block(ROW * (len(head) + len(rows)) + _AFTER, draw)
