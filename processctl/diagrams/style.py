"""How things look: sizes in pixels, colours, and what distinguishes one kind of line from another.

Every text colour has a contrast of at least 4.5 to 1 with what it stands on (WCAG AA), and no
two kinds of line differ by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.diagrams.sketch import BoxKind, LineKind

FAMILY = "Arimo"
# A fallback draws what Arimo has no sign for.
FALLBACKS = "Arimo, Arial, Helvetica, 'Liberation Sans', 'Noto Sans', sans-serif"

NAME_SIZE = 14.0
SMALL_SIZE = 11.5
LANE_SIZE = 13.0
PHASE_SIZE = 13.0
TITLE_SIZE = 22.0
LEADING = 1.25

INK = "#1f2937"
QUIET = "#4b5563"
PAPER = "#ffffff"
RULE = "#d5dae1"
WARNING = "#b3141c"
WARNING_PAPER = "#fdecec"
LANE_TINTS = ("#eaf2fb", "#fdf4e3", "#eaf6ee", "#f4eefa", "#fceff3", "#e8f5f6")
LAST_LANE_TINT = "#f1f3f5"
# Darkens whatever tint is below it a little.
LANE_HEAD_TINT = "#1f293712"
LABEL_PAPER = "#ffffff8c"
PHASE_PAPER = "#374151"

Head: TypeAlias = Literal["full", "open", "hollow"]
Tail: TypeAlias = Literal["none", "diamond", "bar", "dot"]


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a kind of line is drawn; ``dash`` holds lengths of stroke and gap in pixels."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    head: Head = "full"
    tail: Tail = "none"
    dot: str = "solid"


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """How a kind of box is drawn."""

    border: str
    paper: str
    width: float = 1.4
    double: bool = False
    radius: float = 8.0
    dash: tuple[float, ...] = ()


LINE_STYLES: dict[LineKind, LineStyle] = {
    "exit": LineStyle("#374151", 1.5),
    "handoff": LineStyle("#b8510a", 3.4),
    "return": LineStyle("#b3141c", 1.7, (8, 5), head="open", dot="dashed"),
    "deadline": LineStyle("#374151", 1.9, (2, 4), dot="dotted"),
    "idle": LineStyle("#5b4a8a", 1.7, (12, 4, 2, 4), tail="dot", dot="dashed"),
    "silent": LineStyle("#5b4a8a", 1.7, (2, 4), head="open", tail="dot", dot="dotted"),
    "then": LineStyle("#b3141c", 1.5, tail="diamond"),
    "full": LineStyle("#374151", 1.5, tail="bar"),
}
PLANNED_LINE = LineStyle("#6b7280", 1.0, (5, 4), head="hollow", dot="dashed")

BOX_STYLES: dict[BoxKind, BoxStyle] = {
    "stage": BoxStyle("#374151", PAPER),
    "won": BoxStyle("#17693a", "#f1faf3", double=True),
    "lost": BoxStyle("#9f3a3a", "#fbe9e7", radius=2.0),
    "neutral": BoxStyle("#4b5563", "#f5f5f5", radius=20.0),
    "continues": BoxStyle("#374151", PAPER, radius=20.0),
}
PLANNED_BORDER = "#6b7280"
PLANNED_DASH = (5.0, 4.0)
START_WIDTH = 3.2
# Corners of at most this radius count as square.
SQUARE = 2.0


def line_style(kind: LineKind, *, planned: bool) -> LineStyle:
    """What is planned looks planned, whatever it will be one day."""
    return PLANNED_LINE if planned else LINE_STYLES[kind]
