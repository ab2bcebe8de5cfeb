"""Labels where people see them: in a browser that has no font but those of the drawing.

What the program measures is checked against what Chromium draws: every label lies in its box and
on the page, and meets no other label and no line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from processctl.diagrams import Drawing, Options, write_svg
from processctl.views.view import View, drawing_of, views_of
from tests.browser.pages import started
from tests.diagrams.diagram_sketches import crowded, funnel, hostile, long_names, loops
from tests.views.hostile import SHIFTS
from tests.views.hostile import hostile as hostile_journey
from tests.views.reading import NAMES, journey

HERE = Path(__file__).parent
MEASURE = (HERE / "labels.js").read_text("utf-8")
_COLOUR = re.compile(rb"#[0-9a-f]{6}")


@pytest.fixture(scope="module")
def fontless(driver: Playwright) -> Iterator[Browser]:
    """A browser that knows no font but that of the drawings."""
    with started(driver, FONTCONFIG_FILE=str(HERE / "fonts.conf")) as browser:
        yield browser


@pytest.fixture(scope="module")
def sheet(fontless: Browser) -> Iterator[Page]:
    page = fontless.new_page()
    yield page
    page.close()


def seen(page: Page, file: Path, drawing: Drawing) -> list[str]:
    """What stands in the wrong place in the browser."""
    file.write_bytes(write_svg(drawing))
    page.goto(file.as_uri())
    found: list[str] = page.evaluate(MEASURE)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_view_of_every_example(name: str, sheet: Page, tmp_path: Path) -> None:
    found = journey(name)
    for view in views_of(found):
        wrong = seen(sheet, tmp_path / "view.svg", drawing_of(found, view, "en"))
        assert wrong == [], view.name


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["journey", "feedback", "data", "goals"])
def test_finnish(name: str, kind: str, sheet: Page, tmp_path: Path) -> None:
    view = View(kind)  # type: ignore[arg-type]  # pytest hands over a plain text
    assert seen(sheet, tmp_path / "view.svg", drawing_of(journey(name), view, "fi")) == []


@pytest.mark.parametrize("make", [funnel, hostile, long_names, loops, crowded])
def test_sketches_that_are_hard_to_draw(make: object, sheet: Page, tmp_path: Path) -> None:
    assert callable(make)
    assert seen(sheet, tmp_path / "sketch.svg", make()) == []


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_names_in_every_place(shift: int, sheet: Page, tmp_path: Path) -> None:
    found = hostile_journey(tmp_path, shift)
    allowed = {
        "svg",
        "title",
        "desc",
        "metadata",
        "style",
        "rect",
        "g",
        "text",
        "path",
        "polygon",
        "circle",
    }
    for view in views_of(found):
        wrong = seen(sheet, tmp_path / "view.svg", drawing_of(found, view, "en"))
        assert wrong == [], view.name
        names = "[...document.querySelectorAll('*')].map((one) => one.localName)"
        assert set(sheet.evaluate(names)) <= allowed
        attributes = "[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames())"
        assert not any(
            name.startswith(("on", "href", "xlink")) for name in sheet.evaluate(attributes)
        )


@pytest.mark.parametrize("kind", ["journey", "feedback", "data", "goals"])
def test_a_dark_drawing_differs_by_its_colours_alone(kind: str) -> None:
    view = View(kind)  # type: ignore[arg-type]  # pytest hands over a plain text
    drawing = drawing_of(journey("after"), view, "en")
    light, dark = (write_svg(drawing, Options(theme=theme)) for theme in ("light", "dark"))
    assert light != dark
    assert _shape(light) == _shape(dark)


def _shape(svg: bytes) -> bytes:
    """A drawing without its colours, and without the names that are made of what it holds."""
    return re.sub(rb"(title|desc)-[0-9a-f]{10}", b"", _COLOUR.sub(b"#", svg))


def test_faults_would_be_seen(sheet: Page, tmp_path: Path) -> None:
    """Words that outgrow their boxes, that stand on others, under a line, or off the page."""
    svg = write_svg(funnel()).decode()
    line = '<g class="line"><path d="M0 0L1900 900"/><path d="M0 900L1900 0"/></g>'
    for faulty, kinds in (
        (svg.replace('font-size="14"', 'font-size="34"'), ("outside its box", "one over the other")),
        (svg.replace("</svg>", f"{line}</svg>"), ("under a line",)),
        (svg.replace('<text x="', '<text x="9'), ("off the page",)),
        (svg.replace("src:url(data:font/ttf;base64,", "src:url(data:font/ttf;base64,AAAA"),
         ("the fonts are not loaded",)),
    ):  # fmt: skip
        file = tmp_path / "faulty.svg"
        file.write_text(faulty, "utf-8")
        sheet.goto(file.as_uri())
        found = sheet.evaluate(MEASURE)
        assert all(any(one.startswith(kind) for one in found) for kind in kinds), (kinds, found)
