"""Where the elements of a BPMN diagram stand: the columns and bands of our drawing, and its lines.

Each column of the drawing becomes up to four: where a case is born, what it counts as, the task or
the end, and the gateway behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from processctl.bpmn import shapes
from processctl.bpmn.chart import BOUNDARY, Chart, Node, NodeKind
from processctl.bpmn.shapes import FORMS, Size
from processctl.bpmn.straight import straightened
from processctl.diagrams.bundle import BULLET
from processctl.diagrams.geometry import Point, Rect, merged, segments
from processctl.diagrams.measure import width, wrap
from processctl.diagrams.placing.columns import columns
from processctl.diagrams.placing.layout import MANY_COLUMNS, Frame, Picture, Routes, framed
from processctl.diagrams.placing.place import Grid, Places
from processctl.diagrams.placing.rows import grids
from processctl.diagrams.sketch import Box, Line, Sketch

NAME_OF = "name of "
"""Stands before an event's id where its name has a place of its own."""
_SLOTS: dict[NodeKind, int] = {
    "start": 0, "milestone": 1, "task": 2, "call": 2, "end": 2, "gateway": 3,
}  # fmt: skip
_SLOT_COUNT = 4
TEXT_SIZE = 12.0
LABEL_SIZE = 11.5
LEADING = 1.25
_TASK_WIDTH = 126.0
_TASK_INNER = 110.0
_TASK_HEIGHT = 68.0
# The sign of a task stands in its corner, above its name.
_TASK_PADDING = 56.0
_NAME_WIDTHS = (96.0, 130.0, 170.0, 220.0)
_NAME_LINES = 5
_FROM_SHAPE = 4.0
_PORT = 32.0


def arrange(chart: Chart, drawing: Sketch, program: Path | None = None) -> Picture:
    """Places for everything in a chart; ``drawing`` is our own of the same stages.

    The places of the picture's boxes are those of all shapes, events on tasks included, and of the
    names of events that stand beside no line.

    Raises:
        LayoutFailed: if Graphviz gives no layout.
    """
    plan = _Plan(chart, {node.id: node for node in chart.nodes})
    stages = grids(drawing, columns(drawing))
    frame = Frame(
        [plan.cells(cells) for cells in stages],
        {node.id: _size(node, chart.language) for node in plan.shown()},
        {flow.id: _PORT for flow in chart.flows if plan.nodes[flow.source].kind in BOUNDARY},
        {node.id: _name_height(node.name, chart.language) - 8 for node in plan.named()},
        plan.fit,
    )
    sketch = Sketch(
        title="",
        language=chart.language,
        lanes=chart.lanes,
        boxes=tuple(Box(node.id, node.name, node.lane) for node in plan.shown()),
        lines=tuple(plan.lines()),
    )
    return framed(sketch, frame, narrow=stages[0].column_count >= MANY_COLUMNS, program=program)


@dataclass(frozen=True)
class _Plan:
    chart: Chart
    nodes: Mapping[str, Node]

    def shown(self) -> Iterator[Node]:
        """The nodes with a cell of their own: events on tasks have none."""
        return (node for node in self.chart.nodes if node.kind not in BOUNDARY)

    def named(self) -> Iterator[Node]:
        """The nodes whose name stands beside them."""
        return (node for node in self.shown() if FORMS[node.kind] in ("ring", "circle"))

    def cells(self, cells: Grid) -> Grid:
        """The cell of every node: that of its stage, in one of its four columns."""
        wanted = {
            node.id: cells.column_of[node.stage] * _SLOT_COUNT + _SLOTS[node.kind]
            for node in self.shown()
        }
        used = {column: place for place, column in enumerate(sorted(set(wanted.values())))}
        return Grid(
            {node: used[column] for node, column in wanted.items()},
            {node.id: cells.row_of[node.stage] for node in self.shown()},
            cells.lane_rows,
        )

    def lines(self) -> Iterator[Line]:
        """The flows as lines; what begins with an event on a task bears its name."""
        seen: Counter[str] = Counter()
        for flow in self.chart.flows:
            source = self.nodes[flow.source]
            words = source.name if source.kind in BOUNDARY else flow.name
            # Lines with one label that join bear it once; in BPMN each bears its own. What is empty
            # in a label is not shown, and makes it another one.
            label = (*words.split("\n"), *[""] * seen[words]) if words else ()
            seen[words] += 1
            several = words.startswith(BULLET)
            begin = source.host or flow.source
            yield Line(flow.id, begin, flow.target, flow.kind, label, several=several)

    def fit(self, places: Places, ways: Routes) -> tuple[Places, Routes]:
        """Shapes in their cells, lines from border to border, and where events are named."""
        cells = {name: shapes.whole(cell) for name, cell in places.boxes.items()}
        found = straightened(self.chart.flows, self.nodes, cells, self._on_pixels(ways, cells))
        boxes = {node.id: shapes.inside(cells[node.id], FORMS[node.kind]) for node in self.shown()}
        for flow in self.chart.flows:
            source, target = self.nodes[flow.source], self.nodes[flow.target]
            way = found[flow.id]
            if source.kind in BOUNDARY:
                boxes[source.id] = shapes.around(way[0], shapes.BOUNDARY)
                way = shapes.from_event(way)
            else:
                way = shapes.from_shape(FORMS[source.kind], cells[source.id], way)
            back = shapes.from_shape(FORMS[target.kind], cells[target.id], way[::-1])
            found[flow.id] = back[::-1]
        # The border of a lane is a line like any other: no label stands on it.
        for lane, band in places.bands[1:]:
            boxes[f"border of {lane.id}"] = Rect(band.left, band.top - 0.5, band.width, 1.0)
        for node in self.named():
            boxes[NAME_OF + node.id] = _name_place(node, boxes, found, self.chart.language)
        return replace(places, boxes=boxes), found

    def _on_pixels(self, ways: Routes, cells: Mapping[str, Rect]) -> Routes:
        """The lines on whole pixels, from the border of a cell to that of another."""
        found: dict[str, tuple[Point, ...]] = {}
        for flow in self.chart.flows:
            points = [(float(round(x)), float(round(y))) for x, y in ways[flow.id]]
            source = cells[self.nodes[flow.source].host or flow.source]
            points[:2] = shapes.onto(source, points[0], points[1])
            points[-2:] = shapes.onto(cells[flow.target], points[-1], points[-2])[::-1]
            found[flow.id] = merged(points)
        return found


def _size(node: Node, language: str) -> Size:
    form = FORMS[node.kind]
    if form == "diamond":
        return Size(shapes.GATEWAY, shapes.GATEWAY)
    if form != "box":
        return Size(shapes.EVENT, shapes.EVENT)
    lines = wrap(node.name, TEXT_SIZE, _TASK_INNER, most=20, language=language)
    return Size(_TASK_WIDTH, max(_TASK_HEIGHT, len(lines) * TEXT_SIZE * LEADING + _TASK_PADDING))


def _name_height(name: str, language: str) -> float:
    return len(_name_lines(name, language)) * LABEL_SIZE * LEADING + _FROM_SHAPE


def _name_lines(name: str, language: str) -> tuple[str, ...]:
    """The name in a few lines, as narrow as that can be."""
    wrapped = [wrap(name, LABEL_SIZE, limit, most=99, language=language) for limit in _NAME_WIDTHS]
    return next((lines for lines in wrapped if len(lines) <= _NAME_LINES), wrapped[-1])


def _name_place(node: Node, boxes: Mapping[str, Rect], ways: Routes, language: str) -> Rect:
    """Where the name of an event stands: below it, or else where no line and no shape is."""
    shape = boxes[node.id]
    lines = _name_lines(node.name, language)
    wide = max((width(line, LABEL_SIZE) for line in lines), default=0.0) + 4
    high = _name_height(node.name, language)
    (x, y), gap = shape.centre, _FROM_SHAPE
    choice = [
        Rect(x - wide / 2, shape.bottom + gap, wide, high),
        Rect(x - wide / 2, shape.top - gap - high, wide, high),
        Rect(shape.right + gap, y - high / 2, wide, high),
        Rect(shape.left - gap - wide, y - high / 2, wide, high),
        Rect(shape.right + gap, shape.bottom - 6, wide, high),
        Rect(shape.left - gap - wide, shape.bottom - 6, wide, high),
    ]
    others = [box for name, box in boxes.items() if name != node.id]
    return min(choice, key=lambda rect: _covered(rect, others, ways))


def _covered(rect: Rect, boxes: list[Rect], ways: Routes) -> int:
    """How many shapes and pieces of lines a place would cover."""
    lines = sum(rect.meets_segment(piece) for way in ways.values() for piece in segments(way))
    return lines + 3 * sum(rect.meets(box) for box in boxes)
