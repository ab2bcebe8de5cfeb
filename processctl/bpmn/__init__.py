"""BPMN 2.0: a journey as a diagram that other tools open, and theirs as a process to go on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from processctl.diagrams import Options
    from processctl.journey import Journey


def write_bpmn(journey: Journey, language: str, options: Options) -> bytes:
    """The journey as BPMN 2.0 XML with the places of a diagram.

    Raises:
        LayoutFailed: if Graphviz gives no layout.
    """
    from dataclasses import replace

    from processctl.bpmn.arrange import arrange
    from processctl.bpmn.from_journey import chart_of
    from processctl.bpmn.write import bpmn
    from processctl.diagrams.sketch import tidy
    from processctl.views.journey import sketch_of

    chart, drawing = chart_of(journey, language), tidy(sketch_of(journey, language))
    drawn = replace(
        drawing,
        boxes=tuple(box for box in drawing.boxes if not box.planned),
        lines=tuple(line for line in drawing.lines if not line.planned),
        lanes=chart.lanes,
    )
    return bpmn(chart, arrange(chart, drawn, options.program))
