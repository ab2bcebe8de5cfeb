"""The site as it is opened: from the file system, on a phone and on a wide screen, and printed."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it ships no types

from tests.site.sites import Sites
from tests.views.reading import NAMES


def test_the_pages_have_their_own_font(sites: Sites, page: Page) -> None:
    folder = sites("before")
    page.goto((folder / "en" / "stages" / "offer.html").as_uri())
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].map((font) => font.status)") == ["loaded", "loaded"]


def test_a_click_on_a_stage_leads_to_its_page(sites: Sites, page: Page) -> None:
    folder = sites("before")
    page.goto((folder / "index.html").as_uri())
    page.wait_for_url("**/en/index.html")
    page.locator("svg a[href*='offer']").click()
    page.wait_for_url("**/en/stages/offer.html")
    assert page.locator("h1").inner_text() == "Offer"


@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_of_every_role_is_one_page_of_paper(name: str, sites: Sites, page: Page) -> None:
    for file in sorted(sites(name).glob("*/handouts/*.html")):
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")
        printed = PdfDocument(BytesIO(page.pdf(format="A4")))
        assert len(printed) == 1, file.name
        title = page.locator("h1").inner_text()
        words = printed[0].get_textpage().get_text_bounded()
        assert "".join(title.split()) in "".join(words.split())
