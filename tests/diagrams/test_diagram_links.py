"""Links: boxes lead to pages, and never anywhere else."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from html import unescape
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.diagrams import Box, Lane, Sketch, write_dot, write_mermaid, write_svg
from processctl.diagrams.engine import shipped_engine
from processctl.diagrams.links import is_base, is_web, linked, safe
from tests.diagrams.diagram_reader import SVG, read
from tests.diagrams.diagram_sketches import funnel

GOOD = {
    "#stage-offer": "#stage-offer",
    "stages/offer.html": "stages/offer.html",
    "../stages/offer.html?x=1&y=2#top": "../stages/offer.html?x=1&y=2#top",
    "/process/offer": "/process/offer",
    "https://example.org/a:b": "https://example.org/a:b",
    "HTTP://example.org": "HTTP://example.org",
    "stages/tarjous-ä.html": "stages/tarjous-%C3%A4.html",
    'stages/">x.html': "stages/%22%3Ex.html",
    "./javascript:alert(1)": "./javascript:alert(1)",
}
BAD = (
    "", "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)",
    "\x01javascript:alert(1)", "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "mailto:x@y",
    "//example.org", "\\\\example.org", "https:\\example.org", "https:", "https:example.org", "http://[",
    "a b", "x:y", "stages/\u2028offer",
)  # fmt: skip


def test_what_leads_to_pages_comes_out() -> None:
    assert {href: safe(href) for href in GOOD} == GOOD


@pytest.mark.parametrize("href", BAD)
def test_what_leads_elsewhere_does_not(href: str) -> None:
    assert safe(href) is None
    sketch = Sketch("t", "en", (Lane("l", "L"),), (Box("a", "A", "l", href=href),))
    bare = Sketch("t", "en", (Lane("l", "L"),), (Box("a", "A", "l"),))
    for writer in (write_svg, write_dot, write_mermaid):
        assert writer(sketch) == writer(bare)


@given(st.text(max_size=40))
def test_an_address_that_comes_out_is_harmless(href: str) -> None:
    found = safe(href)
    if found is not None:
        assert found.isascii()
        assert not set(found) & set("\"'<>\\ `{}|^") - {"'"}
        assert urlsplit(found).scheme in ("", "http", "https")
        assert safe(found) == found


def _sketch() -> Sketch:
    return linked(funnel(), "https://example.org/our-process/")


def test_every_box_leads_to_its_page() -> None:
    hrefs = [box.href for box in _sketch().boxes]
    assert hrefs[0] == "https://example.org/our-process/stages/lead.html"
    assert len(set(hrefs)) == len(hrefs)
    odd = Sketch("t", "en", (), (Box("../x y#", "A", "l"),))
    assert linked(odd, "site").boxes[0].href == "site/stages/..%2Fx%20y%23.html"


def test_svg_has_links_around_boxes() -> None:
    root = ET.fromstring(write_svg(_sketch()))  # noqa: S314 - our own
    links = list(root.iter(f"{SVG}a"))
    assert [link.attrib["href"] for link in links] == [box.href for box in _sketch().boxes]
    assert all(link[0].attrib["class"] == "box" for link in links)
    assert read(write_svg(_sketch())).parts == read(write_svg(funnel())).parts
    quoted = replace(_sketch().boxes[0], href="a?b&amp;c'd")
    data = write_svg(replace(_sketch(), boxes=(quoted,), lines=())).decode()
    assert 'href="a?b&amp;amp;c&#x27;d"' in data


def test_graphviz_and_mermaid_have_them_too() -> None:
    done = subprocess.run(
        [shipped_engine(), "-Tjson"], input=write_dot(_sketch()), capture_output=True, check=True
    )
    found = [node["URL"] for node in json.loads(done.stdout)["objects"]]
    assert [unescape(url) for url in found] == [box.href for box in _sketch().boxes]
    assert write_mermaid(_sketch()).decode().count("  click s_") == len(funnel().boxes)


def test_bases() -> None:
    assert all(map(is_base, ("https://example.org", "site", "../site/", "/x")))
    assert not any(
        map(is_base, ("", "javascript:x", "https://e.org/?q", "https://e.org/#x", "a b"))
    )
    assert is_web("HTTPS://example.org")
    assert not is_web("site")


def test_who_cannot_see_hears_lanes_then_boxes_then_lines() -> None:
    root = ET.fromstring(write_svg(funnel()))  # noqa: S314 - our own
    order = [group.attrib["class"] for group in root.iter(f"{SVG}g")]
    kinds = list(dict.fromkeys(order))
    assert kinds == ["lane", "phase", "box", "line", "label", "legend"]
    for group in root.iter(f"{SVG}g"):
        if group.attrib["class"] != "legend":
            title = group.find(f"{SVG}title")
            assert title is not None, group.attrib
            assert title.text
            assert "role" in group.attrib
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    others = write_svg(replace(funnel(), title="Another")).decode()
    assert len(ids) == 2
    assert not any(one in others for one in ids)
