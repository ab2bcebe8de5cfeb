"""What is laid over a drawing: what the linter found, and the way of one case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from processctl.diagrams import Drawing, Sketch
from processctl.diagrams.sketch import Badge, Box, Fact, Line, Panel
from processctl.diagrams.tables.table import Table
from processctl.texts import Quantity, Translator, say
from processctl.views.view import Kind

if TYPE_CHECKING:
    from processctl.lint.finding import Finding

# The section whose elements stand in each kind of view.
_BEARERS: dict[Kind, str] = {
    "journey": "stages", "stage": "stages", "role": "stages",
    "feedback": "feedback", "data": "fields", "goals": "metrics",
}  # fmt: skip


class NoSuchWayError(Exception):
    """A way cannot be drawn: ``stage`` is not in the drawing, or no line leads on to ``to``."""

    def __init__(self, stage: str, to: str | None = None) -> None:
        super().__init__(stage)
        self.stage = stage
        self.to = to


def with_findings(
    drawing: Drawing, kind: Kind, findings: Sequence[Finding], words: Translator
) -> Drawing:
    """The drawing with numbers where the linter found something, and below it what that is.

    Of what is not in the drawing the number of findings is told.
    """
    shown = {(_BEARERS[kind], name) for name in _ids(drawing)}
    here = [finding for finding in findings if finding.path[:2] in shown]
    badges: dict[str, list[Badge]] = {}
    facts = []
    for number, finding in enumerate(here, start=1):
        badge = Badge(str(number), finding.severity)
        badges.setdefault(str(finding.path[1]), []).append(badge)
        message = words.render(finding.message)
        facts.append(Fact("", (f"{message} ({finding.code})",), badge))
    elsewhere = len(findings) - len(here)
    if elsewhere:
        told = Quantity(
            '{count} finding is about something else: "processctl lint" tells it.',
            '{count} findings are about something else: "processctl lint" tells them.',
            elsewhere,
        )
        facts.append(Fact("", (words.render(told),)))
    if not facts:
        facts.append(Fact("", (words.render(say("Nothing.")),)))
    panel = Panel(words.render(say("What the linter found")), tuple(facts))
    return _laid_over(drawing, lambda name: tuple(badges.get(name, ())), panel)


def with_way(sketch: Sketch, way: Sequence[str], panel: Panel | None) -> Sketch:
    """The sketch with the way of a case marked and its steps numbered; all else stands back.

    Raises:
        NoSuchWayError: a stage is not in the drawing, or no line leads from one to the next.
    """
    known = {box.id for box in sketch.boxes}
    missing = next((stage for stage in way if stage not in known), None)
    if missing is not None:
        raise NoSuchWayError(missing)
    steps = set(pairwise(way))
    lines = {(line.source, line.target) for line in sketch.lines}
    broken = next((step for step in pairwise(way) if step not in lines), None)
    if broken is not None:
        raise NoSuchWayError(*broken)
    numbers: dict[str, list[Badge]] = {}
    for number, stage in enumerate(way, start=1):
        numbers.setdefault(stage, []).append(Badge(str(number), "step"))

    def box(one: Box) -> Box:
        own = tuple(numbers.get(one.id, ()))
        return replace(one, badges=(*own, *one.badges), emphasis="focus" if own else "aside")

    def line(one: Line) -> Line:
        on_way = (one.source, one.target) in steps
        return replace(one, emphasis="focus" if on_way else "aside")

    return replace(
        sketch,
        boxes=tuple(map(box, sketch.boxes)),
        lines=tuple(map(line, sketch.lines)),
        panels=((panel,) if panel is not None else ()) + sketch.panels,
    )


def _ids(drawing: Drawing) -> frozenset[str]:
    """What can bear a number: the stages of a sketch, the rows of a table, loops."""
    if isinstance(drawing, Sketch):
        return frozenset(box.id for box in drawing.boxes)
    if isinstance(drawing, Table):
        return frozenset(row.id for row in drawing.rows)
    return frozenset(telling.id for telling in drawing.tellings)


def _laid_over(
    drawing: Drawing, badges: Callable[[str], tuple[Badge, ...]], panel: Panel
) -> Drawing:
    panels = (panel, *drawing.panels)
    if isinstance(drawing, Sketch):
        boxes = tuple(replace(box, badges=(*box.badges, *badges(box.id))) for box in drawing.boxes)
        return replace(drawing, boxes=boxes, panels=panels)
    if isinstance(drawing, Table):
        rows = tuple(replace(row, badges=badges(row.id)) for row in drawing.rows)
        return replace(drawing, rows=rows, panels=panels)
    tellings = tuple(replace(one, badges=badges(one.id)) for one in drawing.tellings)
    return replace(drawing, tellings=tellings, panels=panels)
