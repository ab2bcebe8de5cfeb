"""Every page, opened once and looked at in every way: narrow and wide, light and dark, by axe-core, on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from processctl.site.build import build
from processctl.site.material import Material
from tests.site.checks import (
    BY_EYE,
    BY_PLACE,
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


def is_usable(page: Page, rules: Sequence[str] = BY_EYE) -> list[str]:
    """What axe-core finds on the page that is open: on a light screen, and by some rules on a dark phone."""
    page.emulate_media(color_scheme="light")
    resized(page, SCREEN)
    wrong = violations(page)
    page.emulate_media(color_scheme="dark")
    resized(page, PHONE)
    wrong += violations(page, *rules)
    return wrong


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_every_example_fits(
    name: str, language: str, sites: Sites, browser: Browser
) -> None:
    with opened(browser) as (page, complaints):
        assert misplaced(page, sites(name), pages(sites(name), language)) == []
        assert complaints == []


@pytest.mark.parametrize("part", range(4))
def test_everybody_can_use_it_and_print_it(part: int, sites: Sites, browser: Browser) -> None:
    """Each page, in both languages; of those that differ by their words alone one in all colours."""
    folder, wrong = sites("after"), []
    chosen = {*of_each_kind(folder, "en"), *of_each_kind(folder, "fi")}
    with opened(browser) as (page, complaints):
        page.add_init_script(axe())
        for file in pages(folder)[part::4]:
            page.goto(file.as_uri())
            faults = spoilt_on_paper(page)
            faults += is_usable(page, BY_EYE if file in chosen else BY_PLACE)
            wrong += [f"{file}: {fault}" for fault in faults]
        assert wrong == []
        assert complaints == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "after"])
def test_everybody_can_use_other_examples(name: str, sites: Sites, browser: Browser) -> None:
    wrong = []
    with opened(browser) as (page, complaints):
        page.add_init_script(axe())
        for file in of_each_kind(sites(name), "en")[::4]:
            page.goto(file.as_uri())
            wrong += [f"{file}: {fault}" for fault in is_usable(page)]
        assert wrong == []
        assert complaints == []


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_names_fit_and_do_nothing(shift: int, browser: Browser, tmp_path: Path) -> None:
    folder = written(tmp_path / "site", build(Material(hostile(tmp_path, shift)), ("en",)))
    with opened(browser) as (page, complaints):
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        assert misplaced(page, folder, pages(folder, "en")) == []
        assert complaints == []
