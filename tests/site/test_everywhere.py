"""The site wherever it is opened: with scripts and without, from a server and from a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.sites import Sites, of_each_kind, opened, served, written


def test_a_script_that_is_not_ours_does_not_run(
    sites: Sites, browser: Browser, tmp_path: Path
) -> None:
    text = (sites("after") / "en" / "index.html").read_text("utf-8")
    text = text.replace(
        "<h1>", "<script>window.ran = true</script><h1 onclick='window.ran = true'>"
    )
    files: Mapping[str, bytes] = {
        file.relative_to(sites("after")).as_posix(): file.read_bytes()
        for file in (sites("after") / "assets").rglob("*") if file.is_file()
    }  # fmt: skip
    folder = written(tmp_path, {**files, "en/index.html": text.encode()})
    with served(folder) as address:
        for place in ((folder / "en" / "index.html").as_uri(), f"{address}en/index.html"):
            with opened(browser) as (page, complaints):
                page.goto(place)
                page.click("h1")
                assert page.evaluate("() => window.ran") is None
                assert sum("Content Security Policy" in one for one in complaints) == 2
                # Ours did.
                assert page.locator("button.theme").inner_text() == "Colours: automatic"


def test_every_page_opens_from_a_server(sites: Sites, browser: Browser) -> None:
    folder = sites("after")
    with served(folder) as address, opened(browser) as (page, complaints):
        for file in of_each_kind(folder, "fi"):
            page.goto(address + file.relative_to(folder).as_posix())
            assert page.locator("form.search").is_visible()
        assert complaints == []


@pytest.mark.parametrize("width", [360, 1280])
def test_it_can_be_read_without_scripts(width: int, sites: Sites, browser: Browser) -> None:
    with opened(browser, width, scripts=False) as (page, complaints):
        page.goto((sites("after") / "index.html").as_uri())
        page.wait_for_url("**/en/index.html")
        for path in ("index.html", "stages/offer.html", "data.html", "who.html"):
            page.goto((sites("after") / "en" / path).as_uri())
            # Nothing that would do nothing, and nothing that cannot be seen.
            assert page.locator("button:visible, input:visible").count() == 0
            assert page.locator("h1").is_visible()
            box = page.locator("main").bounding_box()
            assert box is not None
            assert box["x"] + box["width"] <= width
        page.locator(".pages").get_by_role("link", name="Who does what").click()
        page.wait_for_url("**/en/who.html")
        page.goto((sites("after") / "en" / "index.html").as_uri())
        page.locator("svg a[href*='stages/offer']").first.click()
        page.wait_for_url("**/en/stages/offer.html")
        assert complaints == []
