"""Findings over time: one bar for each state, its parts told apart by more than colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from processctl.diagrams import style
from processctl.diagrams.geometry import Rect
from processctl.diagrams.measure import shorten, width
from processctl.diagrams.scene import Group, Plate, Scene, Stroke, Text, Thing
from processctl.texts.severity import SEVERITIES, Severity

_MARGIN = 24.0
_ROW = 30.0
_BAR = 18.0
_LABEL = 96.0
_LONGEST = 480.0
_WORDS = 260.0
_TITLE = 76.0
_FOOT = 48.0
# Filled, lighter with an edge, and hollow with a broken edge.
_PAPERS: dict[Severity, str] = {"error": "#b3141c", "warning": "#f3c98b", "info": style.PAPER}
_INKS: dict[Severity, str] = {"error": "#b3141c", "warning": "#8a5200", "info": "#374151"}


@dataclass(frozen=True, slots=True)
class Bar:
    """One state: what it is called, how many findings of each severity, and that in words."""

    label: str
    counts: tuple[int, int, int]
    words: str
    title: str


@dataclass(frozen=True, slots=True)
class Bars:
    """What is to be drawn, from top to bottom; ``legend`` names the severities."""

    title: str
    summary: str
    language: str
    legend: tuple[str, str, str]
    bars: tuple[Bar, ...]


def bars_scene(chart: Bars) -> Scene:
    """The bars below each other, on one scale."""
    across = _MARGIN * 2 + _LABEL + _LONGEST + _WORDS
    room = across - 2 * _MARGIN
    title = shorten(chart.title, style.TITLE_SIZE, room, bold=True)
    summary = shorten(chart.summary, style.NAME_SIZE, room)
    top = _MARGIN + _TITLE
    most = max((sum(bar.counts) for bar in chart.bars), default=0) or 1
    down = top + _ROW * len(chart.bars)
    things: list[Thing] = [
        Text((_MARGIN, _MARGIN + style.TITLE_SIZE), title, style.TITLE_SIZE, style.INK, bold=True),
        Text((_MARGIN, _MARGIN + style.TITLE_SIZE + 24), summary, style.NAME_SIZE, style.QUIET),
        Stroke(((_MARGIN + _LABEL, top), (_MARGIN + _LABEL, down)), style.INK, 1.2),
    ]
    things += [_bar(bar, top + _ROW * row, most) for row, bar in enumerate(chart.bars)]
    things += _legend(chart, down + 30.0)
    return Scene(
        chart.title, chart.summary, chart.language, round(across), round(down + _FOOT), tuple(things)
    )  # fmt: skip


def _bar(bar: Bar, top: float, most: int) -> Group:
    line = top + _ROW / 2 + 4.5
    things: list[Thing] = [Text((_MARGIN, line), bar.label, style.SMALL_SIZE, style.INK)]
    left = _MARGIN + _LABEL
    for severity, count in zip(SEVERITIES, bar.counts, strict=True):
        if count:
            wide = _LONGEST * count / most
            things.append(_part(severity, Rect(left, top + (_ROW - _BAR) / 2, wide, _BAR)))
            left += wide
    words = shorten(bar.words, style.SMALL_SIZE, _WORDS - 8)
    things.append(Text((left + 8, line), words, style.SMALL_SIZE, style.QUIET))
    return Group("bar", bar.title, tuple(things))


def _part(severity: Severity, rect: Rect) -> Plate:
    dash = (4.0, 3.0) if severity == "info" else ()
    return Plate(rect, 0.0, _PAPERS[severity], _INKS[severity], 1.2, dash)


def _legend(chart: Bars, middle: float) -> Iterator[Thing]:
    x = _MARGIN + _LABEL
    for severity, words in zip(SEVERITIES, chart.legend, strict=True):
        yield _part(severity, Rect(x, middle - _BAR / 2, _BAR, _BAR))
        yield Text((x + _BAR + 8, middle + 4), words, style.SMALL_SIZE, style.INK)
        x += _BAR + 8 + width(words, style.SMALL_SIZE) + 26
