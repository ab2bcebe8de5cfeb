"""What our BPMN files are known by."""

from __future__ import annotations

EXPORTER = "processctl"
OURS = "urn:processctl:bpmn"
"""The name space of the few attributes that BPMN itself has no place for."""
MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
PREFIXES = {
    "bpmn": MODEL,
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "color": "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
    "processctl": OURS,
}
LANE = "lane_"
STAGE = "stage_"


def lane_token(lane: str) -> str:
    """The id of a lane behind its prefix: ``teams_sales`` for the band of the team "sales"."""
    return lane.replace(":", "_")
