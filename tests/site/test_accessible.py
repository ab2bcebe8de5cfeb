"""Everybody can use the site: axe-core finds nothing on any page, in any state, on any screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe.fetch import packages
from tests.site.sites import Sites, opened, pages
from tests.views.reading import NAMES

PHONE = {"width": 360, "height": 740}
SCREEN = {"width": 1280, "height": 900}


@cache
def axe() -> str:
    """The script of axe-core."""
    try:
        return (packages() / "axe-core" / "axe.min.js").read_text("utf-8")
    except RuntimeError as error:
        pytest.fail(str(error))


def violations(page: Page, *rules: str) -> list[str]:
    """What axe-core finds on the page that is open: by all of its rules, or by some."""
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    found: list[str] = page.evaluate(
        """(options) => axe.run(document, options).then(({ violations }) =>
            violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)))""",
        options,
    )
    return [f"{page.url}: {one}" for one in found]


@pytest.fixture
def screen(browser: Browser) -> Iterator[Page]:
    """A page that nothing is the matter with so far."""
    with opened(browser) as (page, complaints):
        yield page
        assert complaints == []


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("part", range(2))
def test_every_page_in_both_themes_on_both_screens(
    part: int, language: str, sites: Sites, screen: Page
) -> None:
    found = []
    files = pages(sites("after") / language / "..")
    for file in [one for one in files if f"/{language}/" in one.as_posix()][part::2]:
        screen.set_viewport_size(SCREEN)  # type: ignore[arg-type]  # a TypedDict by another name
        screen.emulate_media(color_scheme="light")
        screen.goto(file.as_uri())
        screen.evaluate(axe())
        found += violations(screen)
        screen.emulate_media(color_scheme="dark")
        found += violations(screen, "color-contrast")
        screen.set_viewport_size(PHONE)  # type: ignore[arg-type]  # as above
        found += violations(screen)
    assert found == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "after"])
def test_a_page_of_each_kind_of_every_example(name: str, sites: Sites, screen: Page) -> None:
    found = []
    kinds = groupby(pages(sites(name) / "en" / ".."), key=lambda file: file.parent)
    for _, files in kinds:
        for file in list(files)[:3]:
            screen.goto(file.as_uri())
            screen.evaluate(axe())
            found += violations(screen)
    assert found == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_scripts_open(theme: str, sites: Sites, screen: Page) -> None:
    screen.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    screen.goto((sites("after") / "en" / "index.html").as_uri())
    screen.evaluate(axe())
    screen.keyboard.press("/")
    screen.keyboard.type("sales")
    expect(screen.locator(".found li")).not_to_have_count(0)
    found = violations(screen)
    screen.keyboard.press("Escape")
    screen.click("[data-do=in]")
    found += violations(screen)
    screen.click("[data-do=large]")
    found += violations(screen)
    assert found == []


def test_faults_would_be_seen(sites: Sites, screen: Page) -> None:
    screen.goto((sites("after") / "en" / "index.html").as_uri())
    screen.evaluate(axe())
    screen.evaluate(
        """() => {
            document.querySelector("h1").style.color = "#bbb";
            document.querySelector("[data-do=in]").removeAttribute("aria-label");
            document.querySelector("[data-do=in]").textContent = "";
        }"""
    )
    found = {
        re.sub(r".*html: ([\\w-]+):.*", r"\\1", one, flags=re.DOTALL) for one in violations(screen)
    }
    assert found == {"color-contrast", "button-name"}
