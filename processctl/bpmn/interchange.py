"""BPMN's diagram interchange: a shape for every element, an edge for every flow, in pixels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from processctl.bpmn.arrange import LABEL_SIZE, LEADING, NAME_OF
from processctl.bpmn.chart import Chart, Colour
from processctl.bpmn.shapes import whole
from processctl.bpmn.tags import tag
from processctl.diagrams import style
from processctl.diagrams.geometry import Rect, Segment, segments
from processctl.diagrams.measure import width, wrap
from processctl.diagrams.page import moved
from processctl.diagrams.placing.layout import Picture
from processctl.diagrams.placing.place import LANE_HEAD_GAP

_HEAD = 30.0
"""The strip at the left of a pool and of a lane, which holds the name."""
_MARGIN = 20.0
_NOTE_WIDTH, _NOTE_GAP = 260.0, 24.0
_PAPERS: dict[Colour, str] = {
    "won": style.BOX_STYLES["won"].paper,
    "lost": style.BOX_STYLES["lost"].paper,
}
_BORDERS: dict[Colour, str] = {
    "won": style.BOX_STYLES["won"].border,
    "lost": style.BOX_STYLES["lost"].border,
    "handoff": style.LINE_STYLES["handoff"].colour,
    "return": style.LINE_STYLES["return"].colour,
}


def diagram(chart: Chart, lanes: Mapping[str, str], picture: Picture) -> Iterator[str]:
    """The lines of the diagram; ``lanes`` are the ids of the lanes."""
    page = _Page(chart, lanes, picture)
    plane = tag(
        "bpmndi:BPMNPlane",
        {"id": "plane", "bpmnElement": "collaboration"},
        page.shapes(),
        page.edges(),
    )
    return tag("bpmndi:BPMNDiagram", {"id": "diagram"}, plane)


@dataclass(frozen=True)
class _Page:
    chart: Chart
    lanes: Mapping[str, str]
    picture: Picture

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """What stands beside lines and events, by element."""
        noted = {marker.line for marker in self.picture.markers}
        begun = {flow.source for flow in self.chart.flows if flow.id in noted}
        nodes = {one.id: one.name for one in self.chart.nodes if not (one.host and one.id in begun)}
        return nodes | {one.id: one.name for one in self.chart.flows if one.id not in noted}

    @property
    def _left(self) -> float:
        """Where the lanes begin, but for the strip with their names."""
        return round(self.picture.places.columns.origin - LANE_HEAD_GAP)

    @property
    def _top(self) -> float:
        return round(self.picture.places.bands[0][1].top)

    def shapes(self) -> Iterator[str]:
        """The pool, the lanes, the nodes, the notes."""
        places = self.picture.places
        left, top = self._left, self._top
        pool = whole(
            Rect(
                left - 2 * _HEAD,
                top,
                places.whole.width - left + 2 * _HEAD,
                places.whole.bottom - top,
            )
        )
        yield from self._shape("pool", pool, {"isHorizontal": "true"})
        for lane, band in places.bands:
            rect = Rect(left - _HEAD, band.top, pool.right - left + _HEAD, band.height)
            yield from self._shape(self.lanes[lane.id], whole(rect), {"isHorizontal": "true"})
        labels = self._labels()
        begun = {flow.source: flow.id for flow in self.chart.flows}
        for node in self.chart.nodes:
            known = {"isMarkerVisible": "true"} if node.kind == "gateway" else {}
            own = places.boxes.get(NAME_OF + node.id)
            name = labels.get(begun.get(node.id, "")) if node.host is not None else own
            yield from self._shape(
                node.id, places.boxes[node.id], known | _paint(node.colour), name
            )
        yield from self._notes(pool)

    def edges(self) -> Iterator[str]:
        """The flows; those that begin with an event on a task are named by it."""
        hosted = {node.id for node in self.chart.nodes if node.host is not None}
        labels = self._labels()
        for flow in self.chart.flows:
            way = self.picture.routes[flow.id]
            points = (
                line
                for x, y in way
                for line in tag("di:waypoint", {"x": self._x(x), "y": self._y(y)})
            )
            known = {"id": f"{flow.id}_di", "bpmnElement": flow.id, **_paint(flow.colour)}
            name = labels.get(flow.id) if flow.source not in hosted else None
            yield from tag("bpmndi:BPMNEdge", known, points, self._label(flow.id, name))

    def _labels(self) -> dict[str, Rect]:
        """Where the words of each line stand, or the number that stands for them: beside it."""
        found = {label.line: label.rect for label in self.picture.labels}
        for marker in self.picture.markers:
            rect, way = marker.rect, self.picture.routes[marker.line]
            level = any(rect.meets_segment(piece) and _is_level(piece) for piece in segments(way))
            found[marker.line] = moved(rect, (0, -rect.height) if level else (rect.width, 0))
        return found

    def _notes(self, pool: Rect) -> Iterator[str]:
        """The words that found no room beside their lines, below the pool, in rows."""
        x, y, deepest = pool.left, pool.bottom + _NOTE_GAP, 0.0
        for marker in self.picture.markers:
            words = f"{marker.number}: {marker.full}"
            lines = [
                line
                for part in words.split("\n")
                for line in wrap(
                    part, LABEL_SIZE + 1, _NOTE_WIDTH - 20, most=99, language=self.chart.language
                )
            ]
            high = len(lines) * (LABEL_SIZE + 1) * LEADING + 14
            if x > pool.left and x + _NOTE_WIDTH > pool.right:
                x, y, deepest = pool.left, y + deepest + _NOTE_GAP, 0.0
            yield from self._shape(f"note_{marker.number}", Rect(x, y, _NOTE_WIDTH, high))
            x, deepest = x + _NOTE_WIDTH + _NOTE_GAP, max(deepest, high)

    def _shape(
        self,
        element: str,
        rect: Rect,
        known: Mapping[str, str] | None = None,
        name: Rect | None = None,
    ) -> Iterator[str]:
        attributes = {"id": f"{element}_di", "bpmnElement": element, **(known or {})}
        return tag("bpmndi:BPMNShape", attributes, self._bounds(rect), self._label(element, name))

    def _label(self, element: str, rect: Rect | None) -> Iterator[str]:
        if rect is not None:
            # Others wrap the words anew, and break a long one where we would not.
            words = self._names.get(element, "").split()
            least = max((width(word, LABEL_SIZE) for word in words), default=0.0) + 2
            more = max(least - rect.width, 2.0)
            choice = [
                Rect(rect.left - more * share, rect.top, rect.width + more, rect.height)
                for share in (0.5, 0.0, 1.0)
            ]
            boxes = self.picture.places.boxes.values()
            free = (one for one in choice if not any(one.meets(box) for box in boxes))
            roomy = next(free, choice[0])
            yield from tag("bpmndi:BPMNLabel", {"id": f"{element}_label"}, self._bounds(roomy))

    def _bounds(self, rect: Rect) -> Iterator[str]:
        known = {"x": self._x(rect.left), "y": self._y(rect.top)}
        return tag("dc:Bounds", {**known, "width": _n(rect.width), "height": _n(rect.height)})

    def _x(self, x: float) -> str:
        return _n(x - self._left + 2 * _HEAD + _MARGIN)

    def _y(self, y: float) -> str:
        return _n(y - self._top + _MARGIN)


def _is_level(piece: Segment) -> bool:
    return abs(piece[0][1] - piece[1][1]) < 1


def _paint(colour: Colour | None) -> dict[str, str]:
    """The attributes of BPMN in Color."""
    if colour is None:
        return {}
    found = {"color:border-color": _BORDERS[colour]}
    return found | ({"color:background-color": _PAPERS[colour]} if colour in _PAPERS else {})


def _n(number: float) -> str:
    """A number with at most two decimals, the same on every machine."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
