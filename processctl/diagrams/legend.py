"""What the signs of this drawing mean; signs that do not occur in it are not explained."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias

from processctl.diagrams import style
from processctl.diagrams.arrows import arrow
from processctl.diagrams.boxes import frame, warning_sign
from processctl.diagrams.geometry import Rect
from processctl.diagrams.measure import width
from processctl.diagrams.scene import Group, Text, Thing
from processctl.diagrams.sketch import Box, LineKind, Mark, Sketch
from processctl.texts import Message, Translator, say

SAMPLE = 46.0
GAP = 8.0
BETWEEN = 26.0
ROW = 26.0
# The order in which a reader meets them.
_LINES: tuple[tuple[LineKind, Message], ...] = (
    ("exit", say("next stage")),
    ("handoff", say("handoff to another owner")),
    ("return", say("handed back")),
    ("deadline", say("when the deadline passes")),
    ("idle", say("when nothing happens")),
    ("silent", say("when nobody accepts in time")),
    ("then", say("when the limit is used up")),
    ("full", say("when the stage is full")),
    ("serves", say("is served by")),
    ("tells", say("tells what it learns")),
    ("records", say("is recorded here")),
    ("reads", say("is read here")),
)
_BOXES = (
    ("start", say("start")),
    ("won", say("won")),
    ("lost", say("lost")),
    ("neutral", say("ended")),
    ("continues", say("goes on elsewhere")),
)


_MARKS: tuple[tuple[Mark, Message], ...] = (
    ("added", say("new")),
    ("removed", say("gone")),
    ("changed", say("changed")),
)


Sample: TypeAlias = tuple[float, Callable[[float, float], tuple[Thing, ...]], str]
"""How wide a sample is, what draws it from an x around a middle y, and what it means."""


def legend(sketch: Sketch, words: Translator, room: Rect) -> tuple[tuple[Thing, ...], float]:
    """The legend in rows from the top of ``room``, and the y below it."""
    samples = (
        (SAMPLE, partial(_sample, sign), words.render(said)) for sign, said in _entries(sketch)
    )
    return in_rows(samples, room)


def in_rows(samples: Iterable[Sample], room: Rect) -> tuple[tuple[Thing, ...], float]:
    """Samples with their meanings in rows from the top of ``room``, and the y below them."""
    things: list[Thing] = []
    x, middle = room.left, room.top + ROW / 2
    for wide, draw, text in samples:
        size = wide + GAP + width(text, style.SMALL_SIZE)
        if x + size > room.right and x > room.left:
            x, middle = room.left, middle + ROW
        at = x + wide + GAP, middle + style.SMALL_SIZE * style.BASELINE
        meaning = Text(at, text, style.SMALL_SIZE, style.INK)
        things.append(Group("legend", "", (*draw(x, middle), meaning)))
        x += size + BETWEEN
    return tuple(things), middle + ROW / 2 if things else room.top


def _entries(sketch: Sketch) -> Iterator[tuple[str, Message]]:
    kinds = {box.kind for box in sketch.boxes if not box.planned}
    kinds_of_lines = {line.kind for line in sketch.lines if not line.planned and not line.mark}
    for kind, said in _BOXES:
        if kind in kinds or (kind == "start" and any(box.is_start for box in sketch.boxes)):
            yield kind, said
    for line_kind, said in _LINES:
        if line_kind in kinds_of_lines:
            yield line_kind, said
    boxes, lines = sketch.boxes, sketch.lines
    if any(box.planned for box in boxes) or any(line.planned for line in lines):
        yield "planned", say("planned")
    if any(box.problems for box in sketch.boxes):
        yield "problem", say("something is missing")
    marks = {box.mark for box in boxes} | {line.mark for line in lines}
    yield from ((mark, said) for mark, said in _MARKS if mark in marks)


def _sample(sign: str, x: float, middle: float) -> tuple[Thing, ...]:
    plate = Rect(x + 8, middle - 9, SAMPLE - 12, 18)
    match sign:
        case "start":
            return frame(Box("", "", "", is_start=True), plate)
        case "won" | "lost" | "neutral" | "continues":
            return frame(Box("", "", "", kind=sign), plate)
        case "problem":
            return warning_sign(x + SAMPLE - 20, middle)
        case "added" | "removed" | "changed":
            return arrow(((x, middle), (x + SAMPLE, middle)), style.MARKED_LINES[sign])
    look = style.PLANNED_LINE if sign == "planned" else _look(sign)
    return arrow(((x, middle), (x + SAMPLE, middle)), look)


def _look(sign: str) -> style.LineStyle:
    return next(look for kind, look in style.LINE_STYLES.items() if kind == sign)
