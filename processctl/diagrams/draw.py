"""From places to things: the drawing as it is shown, in SVG and PNG alike."""

from __future__ import annotations

from math import ceil

from processctl.diagrams import style
from processctl.diagrams.arrows import BEND, arrow, branch
from processctl.diagrams.blocks import flow
from processctl.diagrams.boxes import box_things, halo
from processctl.diagrams.geometry import Point, Rect, cut
from processctl.diagrams.heads import head
from processctl.diagrams.legend import legend
from processctl.diagrams.notes import note_blocks, pill
from processctl.diagrams.page import LEAST_WIDTH, MARGIN, moved, title_things
from processctl.diagrams.panels import panel_blocks
from processctl.diagrams.picture_breaks import breaks_of
from processctl.diagrams.placing.labels import PADDING
from processctl.diagrams.placing.layout import Picture
from processctl.diagrams.placing.place import LANE_HEAD_GAP
from processctl.diagrams.scene import Group, Plate, Scene, Stroke, Text, Thing
from processctl.diagrams.sketch import Line
from processctl.texts import Quantity, say

# Thick lines are drawn last, over the others.
_ON_TOP = "handoff"


def draw(picture: Picture) -> Scene:
    """Everything on one page: title, phases, lanes, lines, labels, boxes, notes, legend."""
    inner = _inner_width(picture)
    origin = offset(picture)
    title, _ = title_things(picture.sketch.title, picture.sketch.language, inner)
    things = [*title, *_background(picture, origin)]
    rects = {box.id: moved(picture.places.boxes[box.id], origin) for box in picture.sketch.boxes}
    for box in picture.sketch.boxes:
        things += halo(box, rects[box.id])
    # In the order in which it is read aloud.
    for box in picture.sketch.boxes:
        things.append(box_things(box, picture.cards[box.id], rects[box.id]))
    things += _lines(picture, origin)
    things += _labels(picture, origin)
    y = origin[1] + picture.places.whole.height + 22
    blocks = [*note_blocks(picture), *panel_blocks(picture.sketch.panels, picture.sketch.language)]
    below, y = flow(blocks, Rect(MARGIN, y, inner, 0))
    keys, y = legend(picture.sketch, picture.words, Rect(MARGIN, y, inner, 0))
    return Scene(
        picture.sketch.title or picture.words.render(say("Process")),
        _summary(picture),
        picture.sketch.language,
        ceil(inner + 2 * MARGIN),
        ceil(y + MARGIN),
        (*things, *below, *keys),
        breaks=breaks_of(picture, origin),
    )


def offset(picture: Picture) -> Point:
    """Where on the page the lanes begin."""
    _, top = title_things(picture.sketch.title, picture.sketch.language, _inner_width(picture))
    return MARGIN, top


def _inner_width(picture: Picture) -> float:
    return max(picture.places.whole.width, LEAST_WIDTH)


def _background(picture: Picture, origin: Point) -> list[Thing]:
    things: list[Thing] = []
    places, language = picture.places, picture.sketch.language
    ends = {box.lane for box in picture.sketch.boxes if box.kind != "stage"}
    for number, (lane, band) in enumerate(places.bands):
        rect = moved(band, origin)
        if lane.name:
            last = number == len(places.bands) - 1 and lane.id in ends
            tint = number if lane.tint is None else lane.tint
            things.append(Plate(rect, paper=style.lane_tint(None if last else tint)))
            wide = places.columns.origin - LANE_HEAD_GAP
            plate = Plate(Rect(rect.left, rect.top, wide, rect.height), paper=style.LANE_HEAD_TINT)
            things.append(head("lane", lane.name, plate, style.LANE_SIZE, style.INK, language))
        if number:
            edge = (rect.left, rect.top), (rect.right, rect.top)
            things.append(Stroke(edge, style.RULE, 1.2))
    for phase, strip in places.phases:
        rect = moved(strip, origin)
        plate = Plate(rect, 5, paper=style.PHASE_PAPER)
        things.append(head("phase", phase.name, plate, style.PHASE_SIZE, style.PAPER, language))
    return things


def _lines(picture: Picture, origin: Point) -> list[Thing]:
    lines = sorted(picture.sketch.lines, key=_upper)
    halos: list[Thing] = [
        Stroke(_points(picture, line, origin), style.HALO, style.HALO_WIDTH, radius=BEND)
        for line in lines
        if line.emphasis == "focus"
    ]
    return [*halos, *(_line(picture, line, origin) for line in lines)]


def _upper(line: Line) -> tuple[bool, bool]:
    """What lies above other lines: that which the drawing is about, and thick lines."""
    return line.emphasis != "aside", line.kind == _ON_TOP


def _points(picture: Picture, line: Line, origin: Point) -> tuple[Point, ...]:
    x, y = origin
    return tuple((px + x, py + y) for px, py in picture.routes[line.id])


def _line(picture: Picture, line: Line, origin: Point) -> Thing:
    look = style.line_style(line)
    points, joint = _points(picture, line, origin), picture.joints.get(line.id)
    if joint is None:
        things = arrow(points, look)
    else:
        there = joint[0] + origin[0], joint[1] + origin[1]
        things = branch(cut(points, None, there), cut(points, there, None)[1], look)
    names = {box.id: box.name for box in picture.sketch.boxes}
    title = f"{names[line.source]} → {names[line.target]}"
    if line.label:
        title += "\n" + "\n".join(line.label)
    return Group("line", title, things, line.id, (line.source, line.target))


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
        things.append(Group("label", label.words.full, tuple(parts), label.line))
    lines = {line.id: line for line in picture.sketch.lines}
    for marker in picture.markers:
        line = lines[marker.line]
        colour = style.line_style(line).colour
        number = pill(marker, moved(marker.rect, origin), colour)
        things.append(Group("marker", marker.full, number, f"note {marker.number}"))
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
