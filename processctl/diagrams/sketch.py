"""What is to be drawn: plain data in one language, without places, colours or sizes.

Order is meaning here: lanes stand from top to bottom, phases from left to right, and boxes and
lines in the order in which the process declares them. The same sketch gives the same bytes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal, TypeAlias, TypeVar

BoxKind: TypeAlias = Literal[
    "stage", "won", "lost", "neutral", "continues", "strategy", "goal", "metric", "field", "team"
]
LineKind: TypeAlias = Literal[
    "exit", "handoff", "return", "deadline", "idle", "silent", "then", "full",
    "serves", "tells", "records", "reads",
]  # fmt: skip
Problem: TypeAlias = Literal["ownerless", "dead_end"]
Mark: TypeAlias = Literal["added", "removed", "changed"]
"""What became of a part, in a drawing of two states."""
Emphasis: TypeAlias = Literal["focus", "aside"]
"""What the drawing is about, and what only stands around it."""
Tone: TypeAlias = Literal["step", "error", "warning", "info"]

# Written right-to-left overrides would turn the rest of a line around, markup included.
_DIRECTION_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Marks of Latin, Greek and Cyrillic letters; other scripts order theirs otherwise.
_HEAP = re.compile(
    "([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff])[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_Data = TypeVar("_Data")


@dataclass(frozen=True, slots=True)
class Lane:
    """One band over the whole width: a team, or the place where cases end.

    ``tint`` numbers its colour; without one it has that of its place.
    """

    id: str
    name: str
    tint: int | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """One group of neighbouring columns with a name above it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A number in a small plate: the step of a way, or what the linter found."""

    words: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Fact:
    """What is said below a drawing: a term or a badge, and lines of text that explain it."""

    term: str
    words: tuple[str, ...]
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """A block of text below a drawing."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """One stage or outcome.

    ``owner`` and ``deadline`` make the second line; ``expects`` tells at a start how many cases
    come. A box without a ``phase`` stands wherever its lines put it. ``mark`` says what became of it.
    ``href`` is where the box leads; writers pass on what ``links.safe`` lets through, and nothing else.
    """

    id: str
    name: str
    lane: str
    kind: BoxKind = "stage"
    phase: str | None = None
    owner: str | None = None
    deadline: str | None = None
    expects: str | None = None
    is_start: bool = False
    waits: bool = False
    planned: bool = False
    problems: tuple[Problem, ...] = ()
    mark: Mark | None = None
    emphasis: Emphasis | None = None
    badges: tuple[Badge, ...] = ()
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One way from a box to a box; ``label`` is what stands beside it, a line of text each.

    With ``several`` the label lists the alternatives of a bundle, one in each line of text.
    """

    id: str
    source: str
    target: str
    kind: LineKind = "exit"
    label: tuple[str, ...] = ()
    planned: bool = False
    several: bool = False
    mark: Mark | None = None
    emphasis: Emphasis | None = None


@dataclass(frozen=True, slots=True)
class Sketch:
    """A drawing of boxes and lines. ``language`` is that of its legend, as in ``en``."""

    title: str
    language: str
    lanes: tuple[Lane, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...] = ()
    phases: tuple[Phase, ...] = ()
    panels: tuple[Panel, ...] = ()


def tidy(sketch: Sketch) -> Sketch:
    """The sketch with every shown text on one line, and without signs no format can hold.

    Lines that lead from or to a box that is not there are left out, and lanes that boxes name but
    nobody declared are added, so that a drawing of half a process works.
    """
    known = {box.id for box in sketch.boxes}
    lines = tuple(line for line in sketch.lines if line.source in known and line.target in known)
    declared = {lane.id for lane in sketch.lanes}
    used = dict.fromkeys(box.lane for box in sketch.boxes)
    lanes = (*sketch.lanes, *(Lane(lane, lane) for lane in used if lane not in declared))
    return clean(replace(sketch, lines=lines, lanes=lanes))


def plain(text: str) -> str:
    """One line of text without control signs, lone surrogates and direction overrides.

    Letters and their marks are one sign where there is one; of marks upon marks few are kept, for
    a heap of them would reach into the lines above.
    """
    signs = "".join(_sign(sign) for sign in unicodedata.normalize("NFC", text))
    return " ".join(_HEAP.sub(r"\1", signs).split())


def _sign(sign: str) -> str:
    if sign in _DIRECTION_CONTROLS:
        return ""
    category = unicodedata.category(sign)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    if category == "Cs" or ord(sign) & 0xFFFE == 0xFFFE:
        return _REPLACEMENT
    return sign


def clean(data: _Data) -> _Data:
    """The same dataclass with every text in it made plain, identifiers excepted."""
    changed = {
        field.name: _cleaned(getattr(data, field.name))
        for field in fields(data)  # type: ignore[arg-type]  # only called with the classes above
        if field.name not in _IDENTIFIERS
    }
    return replace(data, **changed)  # type: ignore[type-var]  # as above


def _cleaned(value: object) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    return clean(value) if is_dataclass(value) else value


_IDENTIFIERS = frozenset(
    {
        "id",
        "lane",
        "phase",
        "source",
        "target",
        "kind",
        "problems",
        "language",
        "mark",
        "emphasis",
        "tone",
        "href",
        "row",
        "column",
        "first",
        "last",
        "sign",
        "giver",
        "hearer",
        "members",
    }
)
