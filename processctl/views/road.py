"""The straight way: the stages from the first start to a success, without all that can happen besides."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from processctl.diagrams.placing.columns import columns
from processctl.diagrams.placing.rows import main_road
from processctl.diagrams.sketch import Sketch

_LEAST = 3


def straight(sketch: Sketch, waiting: Collection[str]) -> Sketch | None:
    """What a drawing of the journey shows of its main road; None where that is short, or everything.

    It goes around stages where cases may be ``waiting`` as long as they like, if it can.
    """
    column_of = columns(sketch)
    road = main_road(_without(sketch, waiting), column_of) or main_road(sketch, column_of)
    if len(road) < _LEAST or len(road) == len(sketch.boxes):
        return None
    boxes = tuple(box for box in sketch.boxes if box.id in road)
    lanes = {box.lane for box in boxes}
    phases = {box.phase for box in boxes}
    lane = {lane.id: number for number, lane in enumerate(sketch.lanes)}
    ordered = sorted(boxes, key=lambda box: (column_of[box.id], lane[box.lane]))
    order = {box.id: number for number, box in enumerate(ordered)}
    lines = tuple(
        line
        for line in sketch.lines
        if line.source in road
        and line.target in road
        and order[line.target] == order[line.source] + 1
        and line.kind in ("exit", "handoff")
        and not line.planned
    )
    return replace(
        sketch,
        boxes=boxes,
        lines=lines,
        lanes=tuple(lane for lane in sketch.lanes if lane.id in lanes),
        phases=tuple(phase for phase in sketch.phases if phase.id in phases),
    )


def _without(sketch: Sketch, some: Collection[str]) -> Sketch:
    return replace(
        sketch,
        boxes=tuple(box for box in sketch.boxes if box.id not in some),
        lines=tuple(
            line for line in sketch.lines if line.source not in some and line.target not in some
        ),
    )
