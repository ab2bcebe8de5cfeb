"""Every page, opened once and looked at in every way: narrow and wide, light and dark, by axe-core, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from processctl.site.build import build
from processctl.site.material import Material
from tests.site.checks import (
    BY_EYE,
    PHONE,
    SCREEN,
    axe,
    misplaced,
    resized,
    spoilt_on_paper,
    violations,
)
from tests.site.sites import Sites, of_each_kind, opened, pages, written
from tests.views.hostile import SHIFTS, hostile
from tests.views.reading import NAMES


def fits(page: Page) -> list[str]:
    """What is wrong with the page that is open on either screen."""
    wrong = []
    for width in (PHONE, SCREEN):
        resized(page, width)
        wrong += misplaced(page)
    return wrong


def is_usable(page: Page) -> list[str]:
    """What axe-core finds on the page that is open, on a light screen and on a dark phone."""
    page.evaluate(axe())
    page.emulate_media(color_scheme="light")
    resized(page, SCREEN)
    wrong = violations(page)
    page.emulate_media(color_scheme="dark")
    resized(page, PHONE)
    wrong += violations(page, *BY_EYE)
    return wrong


@pytest.mark.parametrize("part", range(3))
@pytest.mark.parametrize("language", ["en", "fi"])
def test_everybody_can_use_it_and_print_it(
    language: str, part: int, sites: Sites, browser: Browser
) -> None:
    wrong = []
    with opened(browser) as (page, complaints):
        for file in pages(sites("after"), language)[part::3]:
            page.goto(file.as_uri())
            faults = [*fits(page), *spoilt_on_paper(page), *is_usable(page)]
            wrong += [f"{file}: {fault}" for fault in faults]
        assert wrong == []
        assert complaints == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "after"])
def test_every_page_of_every_example_fits(name: str, sites: Sites, browser: Browser) -> None:
    wrong = []
    sample = of_each_kind(sites(name), "en")[::4]
    with opened(browser) as (page, complaints):
        for file in pages(sites(name), "en"):
            page.goto(file.as_uri())
            faults = fits(page)
            if file in sample:
                faults += is_usable(page)
            wrong += [f"{file}: {fault}" for fault in faults]
        assert wrong == []
        assert complaints == []


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_names_fit_and_do_nothing(shift: int, browser: Browser, tmp_path: Path) -> None:
    folder = written(tmp_path / "site", build(Material(hostile(tmp_path, shift)), ("en",)))
    wrong = []
    with opened(browser) as (page, complaints):
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        for file in pages(folder):
            page.goto(file.as_uri())
            wrong += [f"{file}: {fault}" for fault in fits(page)]
        assert wrong == []
        assert complaints == []
