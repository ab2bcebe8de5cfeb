"""Writes the drawing as a Mermaid flowchart, for pages that draw Mermaid themselves.

Mermaid makes a layout of its own, so only what follows what is the same as in the other formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from processctl.diagrams import style
from processctl.diagrams.cards import card
from processctl.diagrams.files.names import names
from processctl.diagrams.links import safe
from processctl.diagrams.mark import MARK
from processctl.diagrams.sketch import Box, BoxKind, Line, LineKind, Sketch
from processctl.texts import Translator, translator

_ARROWS: dict[LineKind, str] = {
    "exit": "-->",
    "handoff": "==>",
    "return": "-.->",
    "deadline": "-.->",
    "idle": "-.->",
    "silent": "-.->",
    "then": "-->",
    "full": "-->",
    "serves": "-->",
    "tells": "-.->",
    "records": "-->",
    "reads": "-.->",
}
_SHAPES: dict[BoxKind, tuple[str, str]] = {
    "stage": ("(", ")"),
    "won": ("[[", "]]"),
    "lost": ("[", "]"),
    "neutral": ("([", "])"),
    "continues": (">", "]"),
    "strategy": ("([", "])"),
    "goal": ("(", ")"),
    "metric": ("[", "]"),
    "field": ("[", "]"),
    "team": ("(", ")"),
}
# Everything that Mermaid, Markdown, a formula or HTML could read something into.
_SPECIAL = re.compile(r"""["'`<>&#;%\\{}\[\]|$*_~^@=]""")
_NOTHING = "\N{ZERO WIDTH SPACE}"
_LIST = re.compile(r"^(\d+)([.)])|^([-+])(?=\s)")


def mermaid(sketch: Sketch) -> bytes:
    """The sketch as a Mermaid file in UTF-8."""
    return ("\n".join(_lines(sketch)) + "\n").encode()


def _lines(sketch: Sketch) -> Iterator[str]:
    ids = names((box.id for box in sketch.boxes), "s_")
    lanes = names((lane.id for lane in sketch.lanes), "t_")
    words = translator(sketch.language)
    yield f"%% {MARK}"
    yield "flowchart LR"
    if title := _bare(sketch.title):
        yield f"  accTitle: {title}"
    for lane in sketch.lanes:
        members = [box for box in sketch.boxes if box.lane == lane.id]
        if not members:
            continue
        if lane.name:
            yield f'  subgraph {lanes[lane.id]}["{_text(lane.name)}"]'
        for box in members:
            yield f"    {_node(ids[box.id], box, words)}"
        if lane.name:
            yield "  end"
    for line in sketch.lines:
        label = "<br/>".join(_text(part) for part in line.label if part)
        beside = f'|"{label}"|' if label else ""
        arrow = "-.->" if line.planned else _ARROWS[line.kind]
        yield f"  {ids[line.source]} {arrow}{beside} {ids[line.target]}"
    for box in sketch.boxes:
        if href := safe(box.href):
            yield f'  click {ids[box.id]} href "{href}"'
    yield from _styles(sketch)


def _node(name: str, box: Box, words: Translator) -> str:
    badges = [" ".join(f"({badge.words})" for badge in box.badges)]
    rows = [line for line in (*badges, *card(box, words).full_text.split("\n")) if line]
    opening, closing = _SHAPES[box.kind]
    return f'{name}{opening}"{"<br/>".join(map(_text, rows))}"{closing}:::{_class(box)}'


def _class(box: Box) -> str:
    if box.mark is not None:
        return box.mark
    if box.emphasis is not None:
        return box.emphasis
    if box.problems:
        return "problem"
    if box.planned:
        return "planned"
    return "start" if box.is_start and box.kind == "stage" else box.kind


def _styles(sketch: Sketch) -> Iterator[str]:
    used = {_class(box) for box in sketch.boxes}
    for kind, look in style.BOX_STYLES.items():
        if kind in used:
            yield _class_line(kind, look.paper, look.border, look.width * (2 if look.double else 1))
    if "start" in used:
        look = style.BOX_STYLES["stage"]
        yield _class_line("start", look.paper, look.border, style.START_WIDTH)
    if "planned" in used:
        yield _class_line("planned", style.PAPER, style.PLANNED_BORDER, 1) + ",stroke-dasharray:5 4"
    for mark, marked in style.MARKED_BOXES.items():
        if mark in used:
            dash = " ".join(f"{part:g}" for part in marked.dash) or "0"
            line_ = _class_line(mark, marked.paper, marked.border, marked.width)
            yield f"{line_},stroke-dasharray:{dash}"
    if "aside" in used:
        yield _class_line("aside", style.PAPER, style.ASIDE, 1)
    if "focus" in used:
        yield _class_line("focus", style.PAPER, style.FOCUS, 4)
    if "problem" in used:
        yield _class_line("problem", style.WARNING_PAPER, style.WARNING, 2.4)
    for number, line in enumerate(sketch.lines):
        yield f"  linkStyle {number} {_link(line)}"


def _class_line(name: str, paper: str, border: str, width: float) -> str:
    ink = style.INK
    return f"  classDef {name} fill:{paper},stroke:{border},stroke-width:{width:g}px,color:{ink}"


def _link(line: Line) -> str:
    look = style.line_style(line)
    dash = " ".join(f"{part:g}" for part in look.dash) or "0"
    if line.emphasis == "focus":
        look = replace(look, colour=style.FOCUS, width=look.width + 2)
    return f"stroke:{look.colour},stroke-width:{look.width:g}px,stroke-dasharray:{dash}"


def _text(words: str) -> str:
    """Words between quotes: what could mean something is given by its number."""
    # However they are written, it would read a new line or a formula into these.
    words = words.replace("\\n", f"\\{_NOTHING}n").replace("$$", f"${_NOTHING}$")
    safe = _SPECIAL.sub(lambda found: f"#{ord(found.group())};", words)
    # A text like "1. Offer" would be taken for a Markdown list.
    return _LIST.sub(_numbered, safe)


def _numbered(found: re.Match[str]) -> str:
    digits, point, bullet = found.groups()
    return f"#{ord(bullet)};" if bullet else f"{digits}#{ord(point)};"


def _bare(words: str) -> str:
    """Words where nothing can be escaped: without the signs that mean something."""
    return " ".join(_SPECIAL.sub(" ", words).split())
