"""From places to things: the drawing as it is shown, in SVG and PNG alike."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from processctl.diagrams import style
from processctl.diagrams.arrows import arrow, branch
from processctl.diagrams.boxes import box_things
from processctl.diagrams.geometry import Point, Rect, cut
from processctl.diagrams.labels import PADDING
from processctl.diagrams.layout import Picture
from processctl.diagrams.legend import legend
from processctl.diagrams.measure import shorten, width, wrap
from processctl.diagrams.notes import notes, pill
from processctl.diagrams.place import LANE_HEAD_GAP, LANE_HEAD_PADDING
from processctl.diagrams.scene import Group, Plate, Scene, Stroke, Text, Thing
from processctl.diagrams.sketch import Line
from processctl.texts import Quantity, say

MARGIN = 24.0
LEAST_WIDTH = 480.0
TITLE_LINES = 3
BASELINE = 0.36
# Thick lines are drawn last, over the others.
_ON_TOP = "handoff"


def draw(picture: Picture) -> Scene:
    """Everything on one page: title, phases, lanes, lines, labels, boxes, notes, legend."""
    inner = _inner_width(picture)
    origin = offset(picture)
    things = [*_title(picture), *_background(picture, origin)]
    things += _lines(picture, origin)
    things += _labels(picture, origin)
    for box in picture.sketch.boxes:
        rect = moved(picture.places.boxes[box.id], origin)
        things.append(box_things(box, picture.cards[box.id], rect))
    y = origin[1] + picture.places.whole.height + 22
    below, y = notes(picture, Rect(MARGIN, y, inner, 0))
    keys, y = legend(picture.sketch, picture.words, Rect(MARGIN, y, inner, 0))
    return Scene(
        picture.sketch.title or picture.words.render(say("Process")),
        _summary(picture),
        picture.sketch.language,
        ceil(inner + 2 * MARGIN),
        ceil(y + MARGIN),
        (*things, *below, *keys),
    )


def offset(picture: Picture) -> Point:
    """Where on the page the lanes begin."""
    title = len(_title(picture))
    return MARGIN, MARGIN + title * style.TITLE_SIZE * 1.3 + (14 if title else 0)


def _title(picture: Picture) -> list[Thing]:
    size = style.TITLE_SIZE
    lines = wrap(picture.sketch.title, size, _inner_width(picture), most=TITLE_LINES, bold=True)
    return [
        Text((MARGIN, MARGIN + size + number * size * 1.3), line, size, style.INK, bold=True)
        for number, line in enumerate(lines)
    ]


def _inner_width(picture: Picture) -> float:
    return max(picture.places.whole.width, LEAST_WIDTH)


def moved(rect: Rect, by: Point) -> Rect:
    """The rectangle elsewhere."""
    return Rect(rect.left + by[0], rect.top + by[1], rect.width, rect.height)


def _background(picture: Picture, origin: Point) -> list[Thing]:
    things: list[Thing] = []
    places = picture.places
    ends = {box.lane for box in picture.sketch.boxes if box.kind != "stage"}
    for number, (lane, band) in enumerate(places.bands):
        rect = moved(band, origin)
        last = number == len(places.bands) - 1 and lane.id in ends
        tint = style.LAST_LANE_TINT if last else style.LANE_TINTS[number % len(style.LANE_TINTS)]
        things.append(Plate(rect, paper=tint))
        head = Rect(rect.left, rect.top, places.columns.origin - LANE_HEAD_GAP, rect.height)
        things.append(Plate(head, paper=style.LANE_HEAD_TINT))
        most = max(int((head.height - LANE_HEAD_PADDING) // (style.LANE_SIZE * style.LEADING)), 1)
        room = head.width - 2 * LANE_HEAD_PADDING
        lines = wrap(lane.name, style.LANE_SIZE, room, most=most, bold=True)
        things += _middle(lines, head, style.LANE_SIZE, style.INK)
        if number:
            edge = (rect.left, rect.top), (rect.right, rect.top)
            things.append(Stroke(edge, style.RULE, 1.2))
    for phase, strip in places.phases:
        rect = moved(strip, origin)
        things.append(Plate(rect, 5, paper=style.PHASE_PAPER))
        name = shorten(phase.name, style.PHASE_SIZE, rect.width - 16, bold=True)
        things += _middle((name,), rect, style.PHASE_SIZE, style.PAPER)
    return things


def _middle(lines: tuple[str, ...], rect: Rect, size: float, ink: str) -> list[Thing]:
    leading = size * style.LEADING
    x, y = rect.centre
    y -= leading * (len(lines) - 1) / 2
    things: list[Thing] = []
    for line in lines:
        left = x - width(line, size, bold=True) / 2
        things.append(Text((left, y + size * BASELINE), line, size, ink, bold=True))
        y += leading
    return things


def _lines(picture: Picture, origin: Point) -> list[Thing]:
    lines = sorted(picture.sketch.lines, key=lambda line: line.kind == _ON_TOP)
    return [_line(picture, line, origin) for line in lines]


def _line(picture: Picture, line: Line, origin: Point) -> Thing:
    look = style.line_style(line)
    route, joint = picture.routes[line.id], picture.joints.get(line.id)
    points = _moved_line(cut(route, None, joint), origin)
    things = arrow(points, look)
    if joint is not None:
        onward = _moved_line(cut(route, joint, None)[:2], origin)[-1]
        things = branch(points, onward, look)
    names = {box.id: box.name for box in picture.sketch.boxes}
    title = f"{names[line.source]} → {names[line.target]}"
    if line.label:
        title += "\n" + "\n".join(line.label)
    return Group("line", title, things)


def _moved_line(points: Sequence[Point], by: Point) -> tuple[Point, ...]:
    return tuple((x + by[0], y + by[1]) for x, y in points)


def _labels(picture: Picture, origin: Point) -> list[Thing]:
    things: list[Thing] = []
    for label in picture.labels:
        rect = moved(label.rect, origin)
        y = rect.top + PADDING + style.SMALL_SIZE * 0.98
        parts: list[Thing] = [Plate(rect, 3, paper=style.LABEL_PAPER)]
        for row in label.words.lines:
            left = rect.left + PADDING
            parts.append(Text((left, y), row, style.SMALL_SIZE, style.INK))
            y += style.SMALL_SIZE * style.LEADING
        things.append(Group("label", label.words.full, tuple(parts)))
    lines = {line.id: line for line in picture.sketch.lines}
    for marker in picture.markers:
        line = lines[marker.line]
        colour = style.line_style(line).colour
        things.append(
            Group("marker", marker.full, pill(marker, moved(marker.rect, origin), colour))
        )
    return things


def _summary(picture: Picture) -> str:
    """The drawing in words: how much there is, and who has which stages."""
    boxes = picture.sketch.boxes
    said = say(
        "Process diagram with {boxes} and {lines}.",
        boxes=Quantity("{count} stage", "{count} stages", len(boxes)),
        lines=Quantity("{count} connection", "{count} connections", len(picture.sketch.lines)),
    )
    lanes = [
        f"{lane.name}: {', '.join(box.name for box in boxes if box.lane == lane.id)}."
        for lane, _ in picture.places.bands
    ]
    return " ".join([picture.words.render(said), *lanes])
