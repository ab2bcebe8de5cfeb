"""The site as it is opened: from the file system, on a phone and on a wide screen, and printed."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from processctl.site.build import build
from processctl.site.material import Material
from tests.views.hostile import hostile
from tests.views.reading import NAMES, journey


def written(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def opened(browser: Browser, folder: Path, width: int) -> tuple[list[str], list[str]]:
    """What browsers complain of on any page, and the pages that are wider than the screen."""
    context = browser.new_context(offline=True, viewport={"width": width, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    wide = []
    for file in sorted(folder.glob("*/**/*.html")):
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(file.relative_to(folder).as_posix())
    context.close()
    return complaints, wide


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["after", "gitlab"])
def test_every_page_opens_and_fits(name: str, width: int, browser: Browser, tmp_path: Path) -> None:
    folder = written(tmp_path, build(Material(journey(name)), ("en", "fi")))
    assert opened(browser, folder, width) == ([], [])


@pytest.mark.parametrize("shift", [0, 10, 20])
def test_hostile_names_fit_and_do_nothing(shift: int, browser: Browser, tmp_path: Path) -> None:
    folder = written(tmp_path / "site", build(Material(hostile(tmp_path, shift)), ("en",)))
    assert opened(browser, folder, 360) == ([], [])


def test_the_pages_have_their_own_font(page: Page, tmp_path: Path) -> None:
    folder = written(tmp_path, build(Material(journey("before")), ("en",)))
    page.goto((folder / "en" / "stages" / "offer.html").as_uri())
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].map((font) => font.status)") == ["loaded", "loaded"]


def test_a_click_on_a_stage_leads_to_its_page(page: Page, tmp_path: Path) -> None:
    folder = written(tmp_path, build(Material(journey("before")), ("en",)))
    page.goto((folder / "index.html").as_uri())
    page.wait_for_url("**/en/index.html")
    page.locator("svg a[href*='offer']").click()
    page.wait_for_url("**/en/stages/offer.html")
    assert page.locator("h1").inner_text() == "Offer"


@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_of_every_role_is_one_page_of_paper(
    name: str, page: Page, tmp_path: Path
) -> None:
    folder = written(tmp_path, build(Material(journey(name)), ("en", "fi")))
    for file in sorted(folder.glob("*/handouts/*.html")):
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")
        printed = PdfReader(BytesIO(page.pdf(format="A4")))
        assert len(printed.pages) == 1, file.name
        title = page.locator("h1").inner_text()
        assert " ".join(title.split()) in " ".join(printed.pages[0].extract_text().split())
