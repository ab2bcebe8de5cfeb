"""The browser that other tests rely on: it runs scripts, measures, and reaches no network."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from tests.browser import chromium


def test_a_page_is_drawn(page: Page) -> None:
    page.set_content("<p id=one style='width: 120px'>Offer</p>")
    assert page.evaluate("document.getElementById('one').getBoundingClientRect().width") == 120


def test_a_page_reaches_no_network(page: Page) -> None:
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.goto("http://example.com/")


def test_whoever_lacks_the_browser_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.chromium() is None
    with pytest.raises(RuntimeError, match="apt-get install chromium"):
        chromium.install()
