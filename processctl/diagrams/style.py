"""How things look: sizes in pixels, colours, and what distinguishes one kind of line from another.

Every text colour has a contrast of at least 4.5 to 1 with what it stands on (WCAG AA), and no
two kinds of line differ by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from processctl.diagrams.sketch import Box, BoxKind, Line, LineKind, Mark, Tone

FAMILY = "Arimo"
# A fallback draws what Arimo has no sign for.
FALLBACKS = "Arimo, Arial, Helvetica, 'Liberation Sans', 'Noto Sans', sans-serif"

NAME_SIZE = 14.0
SMALL_SIZE = 11.5
LANE_SIZE = 13.0
PHASE_SIZE = 13.0
TITLE_SIZE = 22.0
LEADING = 1.25
# How far below its middle a line of text has its baseline, as a share of its size.
BASELINE = 0.36

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
    "serves": LineStyle("#374151", 1.5, head="open"),
    "tells": LineStyle("#0b5cad", 2.2, (10, 4), dot="dashed"),
    "records": LineStyle("#374151", 1.9, tail="dot"),
    "reads": LineStyle("#374151", 1.5, (2, 4), head="open", dot="dotted"),
}
# In a drawing of two states: by colour, by dash, and by the sign at the tail. Red and green would be one
# to many eyes, so what is new is blue; and what has changed is lighter than what is gone.
MARKED_LINES: dict[Mark, LineStyle] = {
    "added": LineStyle("#0b5cad", 3.0),
    "removed": LineStyle("#8c0f16", 1.7, (3, 5), head="hollow", tail="bar", dot="dashed"),
    "changed": LineStyle("#a66c00", 2.6, (14, 4), tail="dot", dot="dashed"),
}
PLANNED_LINE = LineStyle("#6b7280", 1.0, (5, 4), head="hollow", dot="dashed")

BOX_STYLES: dict[BoxKind, BoxStyle] = {
    "stage": BoxStyle("#374151", PAPER),
    "won": BoxStyle("#17693a", "#f1faf3", double=True),
    "lost": BoxStyle("#9f3a3a", "#fbe9e7", radius=2.0),
    "neutral": BoxStyle("#4b5563", "#f5f5f5", radius=20.0),
    # An open end: its border is not closed.
    "continues": BoxStyle("#374151", PAPER, radius=20.0, dash=(2.0, 3.5)),
    "strategy": BoxStyle("#374151", "#f5f5f5", width=2.6, radius=20.0),
    "goal": BoxStyle("#374151", PAPER, width=2.6),
    "metric": BoxStyle("#4b5563", PAPER, width=2.0, radius=2.0),
    "field": BoxStyle("#4b5563", PAPER, width=1.0, radius=0.0),
    "team": BoxStyle("#374151", "#eaf2fb", width=3.6),
}
# What only stands around that which the drawing is about.
ASIDE = "#6b7280"
# A broad stroke below what it is about, as of a marker pen: it leaves the kind of the line as it is.
HALO = "#ffd866"
HALO_WIDTH = 13.0
# The same where there is no halo: in Mermaid.
FOCUS = "#8a5200"
PLANNED_BORDER = "#6b7280"
PLANNED_DASH = (5.0, 4.0)
START_WIDTH = 3.2

MARKED_BOXES: dict[Mark, BoxStyle] = {
    "added": BoxStyle("#0b5cad", "#e8f1fc", width=3.0),
    "removed": BoxStyle("#8c0f16", "#fdecec", width=1.8, dash=(3.0, 5.0)),
    "changed": BoxStyle("#a66c00", "#fff6e0", width=2.6, dash=(14.0, 4.0)),
}
# Corners of at most this radius count as square.
SQUARE = 2.0


def lane_tint(number: int | None) -> str:
    """The ground of a lane: each has its own by its number, and where cases end is grey."""
    return LAST_LANE_TINT if number is None else LANE_TINTS[number % len(LANE_TINTS)]


@dataclass(frozen=True, slots=True)
class BadgeStyle:
    """How a badge of a tone is coloured; its shape differs too."""

    paper: str
    ink: str
    border: str


BADGES: dict[Tone, BadgeStyle] = {
    "step": BadgeStyle(INK, PAPER, INK),
    "error": BadgeStyle(WARNING, PAPER, WARNING),
    "warning": BadgeStyle("#fff6e0", INK, "#8a5200"),
    "info": BadgeStyle("#e8f1fc", INK, "#0b5cad"),
}


SIGNS: dict[str, str] = {
    "records": INK, "brings": "#17693a", "reads": "#0b5cad", "rewrites": INK,
    "counts": INK, "part": "#0b5cad", "whole": "#0b5cad",
}  # fmt: skip
SPAN = LineStyle("#b8510a", 2.4, tail="dot")


def line_style(line: Line) -> LineStyle:
    """What is marked looks marked, and what is planned planned, whatever it will be one day."""
    if line.mark is not None:
        return MARKED_LINES[line.mark]
    look = PLANNED_LINE if line.planned else LINE_STYLES[line.kind]
    if line.emphasis == "aside":
        return replace(look, colour=ASIDE, width=min(look.width, 1.2))
    return look


def box_style(box: Box) -> BoxStyle:
    """The look of a box's kind; of a marked one the border, paper and dash of its mark."""
    look = BOX_STYLES[box.kind]
    if box.mark is None and box.emphasis == "aside":
        return replace(look, border=ASIDE, paper=PAPER, width=1.0)
    if box.mark is None:
        return look
    marked = MARKED_BOXES[box.mark]
    return BoxStyle(
        marked.border, marked.paper, marked.width, look.double, look.radius, marked.dash
    )
