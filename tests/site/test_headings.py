"""Ids of headings: made of their words, each once on its page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as BrowserPage

from processctl.diagrams.sketch import Panel
from processctl.site.headings import Headings, anchors
from processctl.site.page import Facts, Page, Prose, Term, Terms
from tests.site.sites import Sites


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Every way out", "every-way-out"),
        ("Mitä täällä kirjataan?", "mita-taalla-kirjataan"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("العملاء", "العملاء"),
        ("…", "section"),
        ("a" * 200, "a" * 60),
        ("text", "text-2"),
    ],
)
def test_an_id_is_made_of_words(title: str, anchor: str) -> None:
    assert Headings(("text",)).anchor(title) == anchor


def test_no_id_stands_twice() -> None:
    headings = Headings(())
    assert [headings.anchor(one) for one in ("A", "a", "A!", "a 2")] == ["a", "a-2", "a-3", "a-2-2"]


def test_ids_that_a_page_has_are_taken() -> None:
    panel = Panel("Offer", ())
    terms = Terms((Term("Lead", "Somebody", anchor="lead"), Term("Deal", "A sale")))
    page = Page("a.html", "A", blocks=(Facts(panel, "offer"), Facts(panel), terms, Prose("x", ())))
    assert anchors(page) == ("offer", "lead")


@pytest.mark.parametrize(
    ("language", "path", "link", "name"),
    [
        ("en", "stages/offer.html", "#every-way-out", "Link to this heading: Every way out"),
        ("fi", "stages/offer.html", "#tassa-vaiheessa", "Linkki tähän otsikkoon: Tässä vaiheessa"),
        ("en", "feedback.html", "#weekly_pipeline", "Link to this heading: Weekly pipeline"),
    ],
)
def test_every_heading_has_a_link_to_itself(
    language: str, path: str, link: str, name: str, sites: Sites, page: BrowserPage
) -> None:
    page.goto((sites("after") / language / path).as_uri())
    assert page.locator("main h2 .here").count() == page.locator("main h2").count() > 1
    page.get_by_role("link", name=name, exact=True).press("Enter")
    assert page.url.endswith(f"{path}{link}")
