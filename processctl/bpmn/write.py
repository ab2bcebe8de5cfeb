"""A chart and its places as a BPMN 2.0 file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from processctl.bpmn.chart import Chart, Flow, Node, NodeKind
from processctl.bpmn.interchange import diagram
from processctl.bpmn.names import EXPORTER, LANE, OURS, PREFIXES, lane_token
from processctl.bpmn.tags import tag, text
from processctl.diagrams.files.names import names
from processctl.diagrams.mark import MARK
from processctl.diagrams.placing.layout import Picture

_TAGS: dict[NodeKind, str] = {
    "task": "bpmn:userTask",
    "call": "bpmn:callActivity",
    "start": "bpmn:startEvent",
    "milestone": "bpmn:intermediateThrowEvent",
    "end": "bpmn:endEvent",
    "gateway": "bpmn:exclusiveGateway",
    "timer": "bpmn:boundaryEvent",
    "condition": "bpmn:boundaryEvent",
}


def bpmn(chart: Chart, picture: Picture) -> bytes:
    """The file in UTF-8."""
    tokens = {lane.id: lane_token(lane.id) for lane in chart.lanes}
    safe = names(tokens.values(), LANE)
    writer = _Writer(chart, {lane: safe[token] for lane, token in tokens.items()}, picture)
    head = ['<?xml version="1.0" encoding="UTF-8"?>', f"<!-- {MARK} -->"]
    return ("\n".join([*head, *writer.definitions()]) + "\n").encode()


@dataclass(frozen=True)
class _Writer:
    chart: Chart
    lanes: Mapping[str, str]
    picture: Picture

    def definitions(self) -> Iterator[str]:
        spaces = {f"xmlns:{prefix}": address for prefix, address in PREFIXES.items()}
        known = {"id": "definitions", "targetNamespace": OURS, "exporter": EXPORTER}
        return tag(
            "bpmn:definitions",
            {**spaces, **known},
            self._collaboration(),
            self._process(),
            diagram(self.chart, self.lanes, self.picture),
        )

    def _collaboration(self) -> Iterator[str]:
        pool = {"id": "pool", "name": self.chart.title, "processRef": "process"}
        notes = (
            line
            for marker in self.picture.markers
            for line in tag(
                "bpmn:textAnnotation",
                {"id": f"note_{marker.number}"},
                [text("bpmn:text", f"{marker.number}: {marker.full}")],
            )
        )
        return tag(
            "bpmn:collaboration", {"id": "collaboration"}, tag("bpmn:participant", pool), notes
        )

    def _process(self) -> Iterator[str]:
        known = {"id": "process", "name": self.chart.title, "isExecutable": "false"}
        return tag(
            "bpmn:process",
            known,
            _documentation(self.chart.documentation),
            tag("bpmn:laneSet", {"id": "lanes"}, self._lanes()),
            self._nodes(),
            self._flows(),
        )

    def _lanes(self) -> Iterator[str]:
        for lane in self.chart.lanes:
            members = [node.id for node in self.chart.nodes if node.lane == lane.id]
            held = (text("bpmn:flowNodeRef", member) for member in members)
            yield from tag("bpmn:lane", {"id": self.lanes[lane.id], "name": lane.name}, held)

    def _nodes(self) -> Iterator[str]:
        into: defaultdict[str, list[str]] = defaultdict(list)
        out: defaultdict[str, list[str]] = defaultdict(list)
        for flow in self.chart.flows:
            out[flow.source].append(flow.id)
            into[flow.target].append(flow.id)
        default = {flow.source: flow.id for flow in self.chart.flows if flow.is_default}
        noted = {marker.line: str(marker.number) for marker in self.picture.markers}
        for node in self.chart.nodes:
            name = next(
                (noted[flow] for flow in out[node.id] if node.host and flow in noted), node.name
            )
            known = {
                "id": node.id,
                "name": name or None,
                "attachedToRef": node.host,
                "default": default.get(node.id),
                **{f"processctl:{key}": value for key, value in node.marks},
                "processctl:name": node.name if name != node.name else None,
            }
            yield from tag(
                _TAGS[node.kind],
                known,
                _documentation(node.documentation),
                (text("bpmn:incoming", flow) for flow in into[node.id]),
                (text("bpmn:outgoing", flow) for flow in out[node.id]),
                _definition(node),
            )

    def _flows(self) -> Iterator[str]:
        noted = {marker.line: str(marker.number) for marker in self.picture.markers}
        for flow in self.chart.flows:
            name = noted.get(flow.id, flow.name) if flow.name else ""
            known = {
                "id": flow.id,
                "name": name or None,
                "sourceRef": flow.source,
                "targetRef": flow.target,
                **{f"processctl:{key}": value for key, value in flow.marks},
                "processctl:name": flow.name if name != flow.name else None,
            }
            yield from tag(
                "bpmn:sequenceFlow", known, _documentation(flow.documentation), _condition(flow)
            )


def _documentation(sentences: tuple[str, ...]) -> Iterator[str]:
    if sentences:
        yield text("bpmn:documentation", "\n".join(sentences))


def _condition(flow: Flow) -> Iterator[str]:
    if flow.condition is not None:
        kind = {"xsi:type": "bpmn:tFormalExpression"}
        yield text("bpmn:conditionExpression", flow.condition, kind)


def _definition(node: Node) -> Iterator[str]:
    """What an event waits for or sends, and who performs a task."""
    known = {"id": f"{node.id}_definition"}
    kind = {"xsi:type": "bpmn:tFormalExpression"}
    for number, owner in enumerate(node.owners, start=1):
        yield from tag("bpmn:performer", {"id": f"{node.id}_owner{number}", "name": owner})
    if node.message:
        yield from tag("bpmn:messageEventDefinition", known)
    if node.kind == "timer":
        length = [text("bpmn:timeDuration", node.duration, kind)] if node.duration else []
        yield from tag("bpmn:timerEventDefinition", known, length)
    if node.kind == "condition":
        yield from tag(
            "bpmn:conditionalEventDefinition", known, [text("bpmn:condition", node.name, kind)]
        )
