"""Light and dark: as the device has it, or as the reader chose, for pages and drawings alike."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from processctl.diagrams.themes import DARK, sheet, variable
from tests.diagrams.colours import contrast
from tests.site.sites import Sites, Theme, opened, pages, served

PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(16, 20, 26)"}


def paper(page: Page) -> str:
    found: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return found


def drawn(page: Page) -> str:
    """What the drawing's paper is filled with."""
    found: str = page.locator(".drawing svg > rect").first.evaluate(
        "(rect) => getComputedStyle(rect).fill"
    )
    return found


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_is_as_the_device(
    theme: Theme, scripts: bool, sites: Sites, browser: Browser
) -> None:
    with opened(browser, scripts=scripts, theme=theme) as (page, complaints):
        page.goto((sites("after") / "en" / "stages" / "offer.html").as_uri())
        assert paper(page) == drawn(page) == PAPER[theme]
        assert complaints == []


@pytest.mark.parametrize("device", ["light", "dark"])
def test_a_reader_chooses_and_is_remembered(device: Theme, sites: Sites, browser: Browser) -> None:
    with served(sites("after")) as address, opened(browser, theme=device) as (page, complaints):
        page.goto(f"{address}en/index.html")
        button = page.locator("button.theme")
        seen = []
        for _ in range(4):
            seen.append((button.inner_text(), paper(page), drawn(page)))
            button.click()
        names = ("automatic", "light", "dark", "automatic")
        shown = (device, "light", "dark", device)
        assert seen == [
            (f"Colours: {name}", PAPER[theme], PAPER[theme])
            for name, theme in zip(names, shown, strict=True)
        ]
        button.click()
        page.goto(f"{address}fi/stages/offer.html")
        assert button.inner_text() == "Värit: tummat"
        assert paper(page) == PAPER["dark"]
        assert complaints == []


def test_it_is_remembered_from_the_file_system_too(sites: Sites, page: Page) -> None:
    page.goto((sites("after") / "en" / "index.html").as_uri())
    page.locator("button.theme").click(click_count=1)
    page.locator("button.theme").click()
    page.goto((sites("after") / "en" / "data.html").as_uri())
    assert paper(page) == PAPER["dark"]


def test_a_choice_works_where_nothing_can_be_kept(sites: Sites, page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('not here'); } })"
    )
    page.goto((sites("after") / "en" / "index.html").as_uri())
    page.locator("button.theme").click()
    page.locator("button.theme").click()
    assert paper(page) == PAPER["dark"]


def test_no_page_flashes(sites: Sites, page: Page) -> None:
    """The theme is known before there is anything to show."""
    page.add_init_script("localStorage.setItem('processctl-theme', 'dark')")
    page.add_init_script(
        "new MutationObserver(() => { if (document.body) window.first ??= document.documentElement.dataset.theme; })"
        ".observe(document, { childList: true, subtree: true })"
    )
    page.goto((sites("after") / "en" / "index.html").as_uri())
    assert page.evaluate("window.first") == "dark"


def test_paper_is_light(sites: Sites, page: Page) -> None:
    page.goto((sites("after") / "en" / "stages" / "offer.html").as_uri())
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print", color_scheme="dark")
    assert paper(page) == drawn(page) == PAPER["light"]


def test_every_colour_of_a_page_has_two_values(sites: Sites) -> None:
    rules = sheet()
    for light in DARK:
        name = variable(light).removeprefix("var(").removesuffix(")")
        assert rules.count(f"{name}: ") == 3
    for file in pages(sites("after")):
        assert 'fill="#' not in file.read_text("utf-8"), file


@pytest.mark.parametrize("ground", ["#ffffff", "#f5f5f5", "#e8f1fc"])
@pytest.mark.parametrize("ink", ["#1f2937", "#4b5563", "#0b5cad", "#17693a", "#8a5200", "#b3141c"])
def test_words_can_be_read_in_both(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5
    assert contrast(DARK[ink], DARK[ground]) >= 4.5
