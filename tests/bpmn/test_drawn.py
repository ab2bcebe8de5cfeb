"""What bpmn-js draws of our files, in a real browser: everything, in its place, and no warning."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot
from pathlib import Path

import pytest
from defusedxml import ElementTree
from playwright.sync_api import Page

from processctl.bpmn.names import MODEL
from processctl.diagrams.geometry import Point, Rect
from tests.bpmn.charts import NAMES, drawn
from tests.bpmn.viewer import Element, View, empty_page, view

__all__ = ["empty_page"]
SLACK = 0.02  # pixels: the file has two decimals
NODES = ("Task", "Event", "Gateway", "Activity")


def nodes(found: View) -> list[Element]:
    return [
        one for one in found.elements.values() if one.type.endswith(NODES) and one.label is None
    ]


def rect(element: Element) -> Rect:
    assert element.rect is not None, element
    return element.rect


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("name", NAMES)
def test_it_is_drawn_whole_and_in_order(
    name: str, language: str, empty_page: Page, tmp_path: Path
) -> None:
    xml = drawn(name, tmp_path, language)
    found = view(empty_page, xml)
    assert found.warnings == []
    everything_is_drawn(found, xml)
    all_stand_in_their_lanes(found, xml)
    nothing_overlaps(found)
    flows_lead_from_border_to_border(found, xml)


def everything_is_drawn(found: View, xml: bytes) -> None:
    held = {
        one.get("id", "")
        for one in ElementTree.fromstring(xml).iter()
        if one.tag.removeprefix(f"{{{MODEL}}}")[:1].islower()
        and one.tag.endswith((*NODES, "sequenceFlow", "participant", "lane", "textAnnotation"))
    }
    shown = {one.id for one in found.elements.values() if one.label is None}
    assert held <= shown
    assert len(shown - held) == 1  # the collaboration, on which all of it stands


def all_stand_in_their_lanes(found: View, xml: bytes) -> None:
    root = ElementTree.fromstring(xml)
    lanes = {
        member.text: lane.get("id", "")
        for lane in root.iter(f"{{{MODEL}}}lane")
        for member in lane.iter(f"{{{MODEL}}}flowNodeRef")
    }
    pool = rect(found.elements["pool"])
    assert set(lanes) == {one.id for one in nodes(found)}
    for node in nodes(found):
        assert rect(found.elements[lanes[node.id]]).holds(rect(node)), node.id
    for flow in found.elements.values():
        for x, y in flow.waypoints:
            assert pool.holds(Rect(x, y, 0, 0)), flow.id
    bands = [rect(found.elements[lane]) for lane in dict.fromkeys(lanes.values())]
    assert all(pool.holds(band) for band in bands)
    assert not any(one.meets(other.grown(-SLACK)) for one, other in combinations(bands, 2))


def nothing_overlaps(found: View) -> None:
    shapes = nodes(found)
    for one, other in combinations(shapes, 2):
        if one.id not in (other.host, other.id) and other.id != one.host:
            assert not rect(one).meets(rect(other)), (one.id, other.id)
    for event in shapes:
        if event.host is not None:  # on the border, neither inside nor outside
            x, y = rect(event).centre
            assert _from_border(rect(found.elements[event.host]), (x, y)) < SLACK
    labels = [one for one in found.elements.values() if one.label is not None]
    for label in labels:
        for shape in shapes:
            assert not rect(label).grown(-5).meets(rect(shape)), (label.id, shape.id)


def _from_border(box: Rect, point: Point) -> float:
    x, y = point
    aside = max(box.left - x, x - box.right, 0.0), max(box.top - y, y - box.bottom, 0.0)
    if any(aside):
        return hypot(*aside)
    return min(x - box.left, box.right - x, y - box.top, box.bottom - y)


def flows_lead_from_border_to_border(found: View, xml: bytes) -> None:
    for flow in ElementTree.fromstring(xml).iter(f"{{{MODEL}}}sequenceFlow"):
        way = found.elements[flow.get("id", "")].waypoints
        source = found.elements[flow.get("sourceRef", "")]
        target = found.elements[flow.get("targetRef", "")]
        for element, point in ((source, way[0]), (target, way[-1])):
            assert _off_shape(element, point) < SLACK, (flow.get("id"), element.id)
        for (x1, y1), (x2, y2) in pairwise(way):
            assert min(abs(x1 - x2), abs(y1 - y2)) < SLACK, flow.get("id")


def _off_shape(element: Element, point: Point) -> float:
    """How far a point is from the border of a shape."""
    box = rect(element)
    (cx, cy), (x, y), half = box.centre, point, box.width / 2
    if element.type.endswith("Event"):
        return abs(hypot(x - cx, y - cy) - half)
    if element.type.endswith("Gateway"):
        return abs(abs(x - cx) + abs(y - cy) - half)
    return _from_border(box, point)
