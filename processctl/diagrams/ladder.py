"""The four phases as a flight of steps: every question a square, and where the team stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.diagrams import style
from processctl.diagrams.geometry import Rect
from processctl.diagrams.measure import shorten, width
from processctl.diagrams.scene import Group, Patch, Plate, Scene, Stroke, Text, Thing

Verdict: TypeAlias = Literal["answered", "partly", "open"]

_MARGIN = 24.0
_STEP_WIDTH = 212.0
_RISE = 46.0
_SQUARE = 34.0
_GAP = 6.0
_IN_A_ROW = 5
_HEAD = 48.0
_FLAG = 34.0
_TITLE = 70.0
_FOOT = 44.0
_GREEN, _AMBER, _RED = "#17693a", "#8a5200", "#b3141c"
_INKS: dict[Verdict, str] = {"answered": _GREEN, "partly": _AMBER, "open": _RED}
_PAPERS: dict[Verdict, str] = {"answered": "#dff3e5", "partly": "#fdefd2", "open": style.PAPER}
_TREAD = "#374151"


@dataclass(frozen=True, slots=True)
class Square:
    """One question: its id, how far it is answered, and what a pointer held over it shows.

    ``change`` is 1 where the answer has become better, -1 where worse.
    """

    id: str
    verdict: Verdict
    title: str
    change: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One phase: its name, how much of it is answered in words, its questions."""

    name: str
    count: str
    squares: tuple[Square, ...]
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """What is to be drawn. ``here`` is what the flag on the team's step says, ``legend`` names verdicts."""

    title: str
    summary: str
    language: str
    here: str
    legend: tuple[tuple[Verdict, str], ...]
    steps: tuple[Step, ...]


def ladder_scene(ladder: Ladder) -> Scene:
    """The flight of steps, rising to the right."""
    highest = max(number * _RISE + _height(step) for number, step in enumerate(ladder.steps))
    floor = _MARGIN + _TITLE + highest
    across = _MARGIN * 2 + _STEP_WIDTH * len(ladder.steps)
    room = across - 2 * _MARGIN
    title = shorten(ladder.title, style.TITLE_SIZE, room, bold=True)
    summary = shorten(ladder.summary, style.NAME_SIZE, room)
    things: list[Thing] = [
        Text((_MARGIN, _MARGIN + style.TITLE_SIZE), title, style.TITLE_SIZE, style.INK, bold=True),
        Text((_MARGIN, _MARGIN + style.TITLE_SIZE + 24), summary, style.NAME_SIZE, style.QUIET),
    ]
    for number, step in enumerate(ladder.steps):
        left = _MARGIN + number * _STEP_WIDTH
        tread = floor - number * _RISE
        things += _step(step, left, tread, floor, ladder.here)
    things += _legend(ladder, floor + 30.0)
    return Scene(
        ladder.title, ladder.summary, ladder.language, round(across), round(floor + _FOOT + 8), tuple(things)
    )  # fmt: skip


def _height(step: Step) -> float:
    """What stands on a tread: squares, name and count, and the flag where there is one."""
    return _rows(step) * (_SQUARE + _GAP) + _HEAD + (_FLAG if step.is_here else 0.0)


def _rows(step: Step) -> int:
    return -(-len(step.squares) // _IN_A_ROW)


def _step(step: Step, left: float, tread: float, floor: float, here: str) -> Iterator[Thing]:
    """The squares stand on the tread; name and count above them; a flag where the team is."""
    paper = "#e7ebf1" if not step.is_here else "#d3dbe7"
    if tread < floor:
        yield Plate(Rect(left, tread, _STEP_WIDTH, floor - tread), paper=paper)
    yield Stroke(((left, tread), (left + _STEP_WIDTH, tread)), _TREAD, 2.4)
    if tread < floor:
        yield Stroke(((left, tread), (left, tread + _RISE)), _TREAD, 2.4)
    rows = _rows(step)
    begin = tread - _GAP - rows * (_SQUARE + _GAP) + _GAP
    for place, square in enumerate(step.squares):
        row, column = divmod(place, _IN_A_ROW)
        corner = left + 8 + column * (_SQUARE + _GAP), begin + row * (_SQUARE + _GAP)
        yield _square(square, *corner)
    limit = _STEP_WIDTH - 16
    name = shorten(step.name, style.NAME_SIZE, limit, bold=True)
    yield Text((left + 8, begin - 28), name, style.NAME_SIZE, style.INK, bold=True)
    yield Text((left + 8, begin - 11), step.count, style.SMALL_SIZE, style.QUIET)
    if step.is_here:
        yield from _flag(left + 8, begin - 28 - style.NAME_SIZE - 8, here)


def _square(square: Square, left: float, top: float) -> Group:
    rect = Rect(left, top, _SQUARE, _SQUARE)
    ink = _INKS[square.verdict]
    dash = (4.0, 3.0) if square.verdict == "open" else ()
    things: list[Thing] = [
        Plate(rect, 4.0, _PAPERS[square.verdict], ink, 1.4, dash),
    ]
    if square.verdict == "partly":  # a half that is filled, for those who see no colours
        half = (
            (left + 1.5, rect.bottom - 1.5),
            (rect.right - 1.5, rect.bottom - 1.5),
            (rect.right - 1.5, top + 1.5),
        )
        things.append(Patch(half, "#f3c98b"))
    if square.verdict == "answered":
        things.append(
            Stroke(((left + 5, top + 8), (left + 8, top + 11), (left + 13, top + 4)), ink, 2.0)
        )
    wide = width(square.id, style.SMALL_SIZE, bold=True)
    at = left + (_SQUARE - wide) / 2, rect.bottom - 8
    things.append(Text(at, square.id, style.SMALL_SIZE, style.INK, bold=True))
    if square.change:
        things.append(_arrow(rect.right - 8, top + 8, up=square.change > 0))
    return Group(f"question {square.verdict}", square.title, tuple(things))  # fmt: skip


def _arrow(x: float, y: float, *, up: bool) -> Patch:
    tip = -5.0 if up else 5.0
    return Patch(((x - 4.5, y - tip / 2), (x + 4.5, y - tip / 2), (x, y + tip)), style.INK)


def _flag(left: float, bottom: float, words: str) -> Iterator[Thing]:
    wide = width(words, style.SMALL_SIZE, bold=True) + 16
    yield Stroke(((left, bottom + 6), (left, bottom - 20)), style.INK, 1.6)
    yield Plate(Rect(left, bottom - 20, wide, 19), 2.0, style.INK)
    yield Text((left + 8, bottom - 6.5), words, style.SMALL_SIZE, style.PAPER, bold=True)


def _legend(ladder: Ladder, middle: float) -> Iterator[Thing]:
    x = _MARGIN
    for verdict, words in ladder.legend:
        yield _square(Square("", verdict, ""), x, middle - _SQUARE / 2)
        yield Text((x + _SQUARE + 8, middle + 4), words, style.SMALL_SIZE, style.INK)
        x += _SQUARE + 8 + width(words, style.SMALL_SIZE) + 26
