"""What the scripts open can be used by everybody too; and the checks of every page would see a fault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.checks import PHONE, SCREEN, axe, misplaced, spoilt_on_paper, violations
from tests.site.sites import Sites, Theme, opened


def prepared(page: Page, sites: Sites, path: str = "index.html") -> Page:
    """A page of a site, with axe-core in it."""
    page.goto((sites("after") / "en" / path).as_uri())
    page.evaluate(axe())
    return page


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_scripts_open(theme: Theme, sites: Sites, browser: Browser) -> None:
    with opened(browser, theme=theme) as (page, complaints):
        prepared(page, sites)
        page.keyboard.press("/")
        page.keyboard.type("sales")
        expect(page.locator(".found li")).not_to_have_count(0)
        found = violations(page)
        page.keyboard.press("Escape")
        page.click("[data-do=in]")
        found += violations(page)
        page.click("[data-do=large]")
        found += violations(page)
        assert found == []
        assert complaints == []


def test_faults_would_be_seen(sites: Sites, page: Page) -> None:
    prepared(page, sites)
    page.evaluate(
        """() => {
            document.querySelector("h1").style.color = "#bbb";
            document.querySelector("[data-do=in]").removeAttribute("aria-label");
            document.querySelector("[data-do=in]").textContent = "";
        }"""
    )
    assert {one.split(":")[0] for one in violations(page)} == {"color-contrast", "button-name"}


def test_faults_of_place_would_be_seen(sites: Sites, browser: Browser, tmp_path: Path) -> None:
    shutil.copytree(sites("after") / "assets", tmp_path / "assets")
    text = (sites("after") / "fi" / "index.html").read_text("utf-8")
    wide = "w" * 400
    text = text.replace(
        "<h1>", f"<p id='text'><nobr>{wide}</nobr> <a href='#gone'>x</a></p><script>1</script><h1>"
    )
    (tmp_path / "en").mkdir()
    file = tmp_path / "en" / "index.html"
    file.write_text(text, "utf-8")
    with opened(browser) as (page, complaints):
        assert misplaced(page, tmp_path, [file]) == [
            f"en/index.html ({width}): {fault}"
            for width in (PHONE, SCREEN)
            for fault in (
                "leads nowhere: gone", "somebody else's script: null1", "not in its language",
                "wider than the screen", "an id twice",
            )
        ]  # fmt: skip
        assert any("Content Security Policy" in one for one in complaints)
        page.goto(file.as_uri())
        assert spoilt_on_paper(page) == ["cut off on sheet 1"]
        page.goto("about:blank")
        assert spoilt_on_paper(page) == ["nothing is printed"]
