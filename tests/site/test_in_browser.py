"""The site as it is opened: from the file system, on a phone and on a wide screen, and printed."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it ships no types

from processctl.texts.hyphens import SOFT_HYPHEN
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


A4 = (595, 842)
LETTER = (612, 792)


@pytest.mark.parametrize(
    ("path", "size"),
    [
        ("fi/handouts/sales_rep.html", A4),
        ("fi/agreements/sales-care.html", A4),
        ("fi/stages/offer.html", LETTER),
    ],
)
def test_what_is_made_for_paper_is_printed_on_a4(
    path: str, size: tuple[int, int], sites: Sites, page: Page
) -> None:
    page.goto((sites("after") / path).as_uri())
    page.evaluate("document.fonts.ready")
    printed = PdfDocument(BytesIO(page.pdf(format="Letter", prefer_css_page_size=True)))
    assert {tuple(map(round, sheet.get_size())) for sheet in printed} == {size}
    if "handouts" in path:
        assert len(printed) == 1


def test_long_finnish_words_end_a_line_between_syllables(sites: Sites, page: Page) -> None:
    page.goto((sites("after") / "fi" / "handouts" / "sales_rep.html").as_uri())
    page.evaluate("document.fonts.ready")
    printed = PdfDocument(BytesIO(page.pdf(format="A4")))
    words = printed[0].get_textpage().get_text_bounded()
    # So a reader of PDF files tells a hyphen at the end of a line.
    assert "Myyntimah\x02dollisuus" in words
    assert "Viikkopala\x02veri" in words


def test_soft_hyphens_stand_in_words_alone(sites: Sites) -> None:
    found = 0
    for file in sorted(sites("after").glob("*/**/*.html")):
        html = file.read_text("utf-8")
        found += html.count(SOFT_HYPHEN)
        assert not any(SOFT_HYPHEN in tag for tag in re.findall("<[^>]*>", html)), file
        assert file.is_relative_to(sites("after") / "fi") or SOFT_HYPHEN not in html, file
    assert found > 100
    assert SOFT_HYPHEN not in (sites("after") / "fi" / "search.js").read_text("utf-8")
