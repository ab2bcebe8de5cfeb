"""What tests get: one browser for all tests of a process, and for each test a page of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.browser.chromium import FLAGS, MISSING, chromium


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """What drives browsers: a process can have one of it, and any number of browsers."""
    with sync_playwright() as playwright:
        yield playwright


@contextmanager
def started(driver: Playwright, **environment: str) -> Iterator[Browser]:
    """Chromium with some variables of its own in its environment."""
    program = chromium()
    if program is None:
        pytest.fail(MISSING)
    browser = driver.chromium.launch(
        executable_path=program, args=list(FLAGS), env={**os.environ, **environment}
    )
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def browser(driver: Playwright) -> Iterator[Browser]:
    """Chromium, started once."""
    with started(driver) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page without a network; what goes wrong in a script of it fails the test."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []
