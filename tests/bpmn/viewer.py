"""bpmn-js in a real browser: what it makes of a file, and where it draws it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page

from processctl.diagrams.geometry import Point, Rect
from tests.bpmn.fetch import packages

_OPEN = """async xml => {
  const viewer = new BpmnJS({container: '#canvas'});
  const {warnings} = await viewer.importXML(xml);
  const elements = viewer.get('elementRegistry').filter(() => true).map(one => ({
    id: one.id, type: one.type, x: one.x, y: one.y, width: one.width, height: one.height,
    waypoints: (one.waypoints || []).map(point => [point.x, point.y]),
    host: one.host ? one.host.id : null, parent: one.parent ? one.parent.id : null,
    label: one.labelTarget ? one.labelTarget.id : null,
    name: one.businessObject ? one.businessObject.name || '' : '',
    lanes: ((one.businessObject || {}).lanes || []).map(lane => lane.id),
  }));
  return {warnings: warnings.map(one => one.message), elements};
}"""


@dataclass(frozen=True)
class Element:
    """One thing that bpmn-js drew; ``label`` names the element that a label belongs to."""

    id: str
    type: str
    rect: Rect | None
    waypoints: tuple[Point, ...]
    host: str | None
    label: str | None
    name: str


@dataclass(frozen=True)
class View:
    """What bpmn-js made of a file."""

    warnings: list[str]
    elements: Mapping[str, Element]


@pytest.fixture
def empty_page(page: Page) -> Page:
    """A page with bpmn-js and nothing to show."""
    try:
        scripts = packages() / "bpmn-js" / "dist"
    except RuntimeError as error:
        pytest.fail(str(error))
    page.set_content("<div id=canvas style='width: 1200px; height: 800px'></div>")
    page.add_script_tag(path=scripts / "bpmn-viewer.production.min.js")
    return page


def view(page: Page, xml: bytes) -> View:
    """Open a file."""
    answer = page.evaluate(_OPEN, xml.decode())
    found = [_element(one) for one in answer["elements"]]
    return View(answer["warnings"], {one.id: one for one in found})


def _element(said: Mapping[str, Any]) -> Element:
    rect = None
    if said["width"] is not None:
        rect = Rect(said["x"], said["y"], said["width"], said["height"])
    points = tuple((x, y) for x, y in said["waypoints"])
    return Element(
        said["id"], said["type"], rect, points, said["host"], said["label"], said["name"]
    )
