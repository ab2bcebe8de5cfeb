"""The site wherever it is opened: with scripts and without, from a server and a folder, narrow and wide, on paper."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from processctl.site.build import build
from processctl.site.material import Material
from tests.site.sites import Sites, opened, pages, served, written
from tests.views.hostile import SHIFTS, hostile
from tests.views.reading import NAMES

LOOK = """() => ({
    isWide: document.documentElement.scrollWidth > innerWidth,
    ids: [...document.querySelectorAll("[id]")].map((one) => one.id),
    scripts: [...document.scripts].map((one) => one.getAttribute("src") + one.textContent),
    names: [...new Set([...document.querySelectorAll("*")].map((one) => one.localName))],
    broken: [...document.querySelectorAll("a[href^='#']")].map((one) => decodeURIComponent(one.hash.slice(1)))
        .filter((id) => !document.getElementById(id)),
})"""


def looked_at(page: Page, files: list[Path]) -> list[str]:
    """What is wrong with some pages on the screen that ``page`` has."""
    wrong = []
    for file in files:
        page.goto(file.as_uri())
        seen = page.evaluate(LOOK)
        if seen["isWide"]:
            wrong.append(f"{file}: wider than the screen")
        if len(set(seen["ids"])) != len(seen["ids"]):
            wrong.append(f"{file}: an id twice")
        if any(not script.endswith(".js") for script in seen["scripts"]):
            wrong.append(f"{file}: a script of somebody else")
        wrong += [f"{file}: leads nowhere: {one}" for one in seen["broken"]]
    return wrong


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_every_example_fits(
    name: str, width: int, sites: Sites, browser: Browser
) -> None:
    with opened(browser, width) as (page, complaints):
        assert looked_at(page, pages(sites(name))) == []
        assert complaints == []


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_names_fit_and_do_nothing(shift: int, browser: Browser, tmp_path: Path) -> None:
    folder = written(tmp_path / "site", build(Material(hostile(tmp_path, shift)), ("en", "fi")))
    for width in (360, 1280):
        with opened(browser, width) as (page, complaints):
            page.on("dialog", lambda dialog: complaints.append(dialog.message))
            assert looked_at(page, pages(folder)) == []
            assert complaints == []


def test_a_script_that_is_not_ours_does_not_run(
    sites: Sites, browser: Browser, tmp_path: Path
) -> None:
    text = (sites("after") / "en" / "index.html").read_text("utf-8")
    text = text.replace(
        "<h1>", "<script>window.ran = true</script><h1 onclick='window.ran = true'>"
    )
    files: Mapping[str, bytes] = {
        file.relative_to(sites("after")).as_posix(): file.read_bytes()
        for file in (sites("after") / "assets").rglob("*") if file.is_file()
    }  # fmt: skip
    folder = written(tmp_path, {**files, "en/index.html": text.encode()})
    with served(folder) as address:
        for place in ((folder / "en" / "index.html").as_uri(), f"{address}en/index.html"):
            with opened(browser) as (page, complaints):
                page.goto(place)
                page.click("h1")
                assert page.evaluate("() => window.ran") is None
                assert sum("Content Security Policy" in one for one in complaints) == 2
                # Ours did.
                assert page.locator("button.theme").inner_text() == "Colours: automatic"


def test_every_page_opens_from_a_server(sites: Sites, browser: Browser) -> None:
    folder = sites("after")
    with served(folder) as address, opened(browser) as (page, complaints):
        for file in pages(folder)[::3]:
            page.goto(address + file.relative_to(folder).as_posix())
            assert page.locator("form.search").is_visible()
        assert complaints == []


@pytest.mark.parametrize("width", [360, 1280])
def test_it_can_be_read_without_scripts(width: int, sites: Sites, browser: Browser) -> None:
    with opened(browser, width, scripts=False) as (page, complaints):
        page.goto((sites("after") / "index.html").as_uri())
        page.wait_for_url("**/en/index.html")
        for path in ("index.html", "stages/offer.html", "data.html", "who.html"):
            page.goto((sites("after") / "en" / path).as_uri())
            # Nothing that would do nothing, and nothing that cannot be seen.
            assert page.locator("button:visible, input:visible").count() == 0
            assert page.locator("h1").is_visible()
            box = page.locator("main").bounding_box()
            assert box is not None
            assert box["x"] + box["width"] <= width
        page.locator(".pages").get_by_role("link", name="Who does what").click()
        page.wait_for_url("**/en/who.html")
        page.goto((sites("after") / "en" / "index.html").as_uri())
        page.locator("svg a[href*='stages/offer']").first.click()
        page.wait_for_url("**/en/stages/offer.html")
        assert complaints == []


def edges(pdf: bytes) -> list[tuple[float, float, float]]:
    """Of each sheet: its width, and how far its words reach to the left and right."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    found = []
    for sheet in document:
        words = sheet.get_textpage()
        boxes = [words.get_charbox(place) for place in range(words.count_chars())]
        drawn = [box for box in boxes if box[2] > box[0]]
        if drawn:
            found.append(
                (sheet.get_width(), min(box[0] for box in drawn), max(box[2] for box in drawn))
            )
    return found


@pytest.mark.parametrize("language", ["en", "fi"])
def test_every_page_can_be_printed(language: str, sites: Sites, page: Page) -> None:
    margin = 15 / 25.4 * 72 - 1
    wrong = []
    for file in pages(sites("after") / language / ".."):
        if f"/{language}/" not in file.as_posix():
            continue
        page.goto(file.as_uri())
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        sheets = edges(pdf)
        if not sheets:
            wrong.append(f"{file}: nothing")
        wrong += [
            f"{file}: cut off"
            for width, left, right in sheets
            if left < margin or right > width - margin
        ]
    assert wrong == []
