"""``site serve`` as somebody sees it who writes: the real program, a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.cli.program import NO_ESCALATION, NO_OWNER, starter
from tests.site.served import Site, served
from tests.views.hostile import hostile

NURTURED = "Not ready to talk to sales yet"
BROKEN = ("stages:\n", "stages: [\n")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that reaches this machine; what its pages complain of fails the test."""
    context = browser.new_context(viewport={"width": 900, "height": 500})
    complaints: list[str] = []
    context.on("console", lambda message: complaints.append(message.text))
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield context
    context.close()
    # A page that is gone, or cannot be shown, is said to be missing by the browser as well.
    assert [one for one in complaints if "Failed to load resource" not in one] == []


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with served(starter(tmp_path)) as found:
        yield found


def opened(context: BrowserContext, site: Site, path: str) -> Page:
    page = context.new_page()
    page.goto(site.address + path)
    return page


def place(page: Page) -> int:
    """How far down a page is, when it has come to rest."""
    page.wait_for_load_state("load")
    found: int = page.evaluate("new Promise((done) => requestAnimationFrame(() => done(scrollY)))")
    return found


def test_a_saved_word_appears_and_the_reader_stays_where_they_are(
    site: Site, context: BrowserContext
) -> None:
    page = opened(context, site, "en/index.html")
    page.evaluate("scrollTo(0, 300)")
    site.change("name: Nurtured", "name: Kept warm")
    expect(page.locator("main table")).to_contain_text("Kept warm")
    expect(page.locator("svg").nth(1)).to_contain_text("Kept warm")  # behind the straight way
    assert place(page) == 300


def test_a_broken_file_is_told_and_a_mended_one_shows_the_page_again(
    site: Site, context: BrowserContext
) -> None:
    page = opened(context, site, "en/index.html")
    page.evaluate("scrollTo(0, 250)")
    site.change(*BROKEN)
    expect(page.locator("h1")).to_have_text("The process cannot be read")
    expect(page.locator(".live-list li").first).to_contain_text(
        re.compile(r"processctl\.yaml:\d+ PC0")
    )
    site.change(*reversed(BROKEN))
    expect(page.locator("h1")).to_have_text("From first contact to customer")
    assert place(page) == 250


def test_who_begins_with_a_broken_file_sees_why(tmp_path: Path, context: BrowserContext) -> None:
    folder = starter(tmp_path)
    text = (folder / "processctl.yaml").read_text("utf-8")
    (folder / "processctl.yaml").write_text(text.replace(*BROKEN), "utf-8")
    with served(folder) as site:
        page = opened(context, site, "")
        expect(page.locator("h1")).to_have_text("The process cannot be read")
        site.change(*reversed(BROKEN))
        expect(page.locator("h1")).to_have_text("From first contact to customer")


def test_findings_stand_below_and_lead_to_their_pages(site: Site, context: BrowserContext) -> None:
    page = opened(context, site, "en/index.html")
    panel = page.locator(".live")
    expect(panel).to_have_count(0)
    site.change(*NO_OWNER)
    expect(panel.locator("summary")).to_contain_text("1 error")
    expect(panel.locator("li.error")).to_contain_text("PC201")
    panel.locator("li.error a").click()
    page.wait_for_url("**/en/stages/*.html")
    assert page.locator("h1").inner_text() in panel.locator("li.error").inner_text()


def test_findings_by_the_keyboard_and_read_out(site: Site, context: BrowserContext) -> None:
    page = opened(context, site, "en/index.html")
    site.change(*NO_OWNER)
    panel, close = page.locator(".live"), page.get_by_role("button", name="Close")
    expect(panel).to_be_visible()
    expect(page.locator(".live-status")).to_contain_text("1 error")
    summary = panel.locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(panel.locator("li").first).to_be_hidden()
    page.reload()
    expect(panel.locator("li").first).to_be_hidden()  # it stays folded
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(panel.locator(".live-list")).to_be_focused()  # so that it can be scrolled
    close.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_hidden()
    page.reload()
    expect(panel).to_be_hidden()  # and put away
    site.change(*NO_ESCALATION)
    expect(panel).to_be_visible()  # until something is new
    panel.locator("summary").focus()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_findings_in_the_language_of_the_page(tmp_path: Path, context: BrowserContext) -> None:
    folder = starter(tmp_path, ("[en]", "[en, fi]"), NO_OWNER)
    with served(folder) as site:
        page = opened(context, site, "fi/index.html")
        expect(page.locator(".live summary")).to_contain_text("1 virhe")
        expect(page.get_by_role("button", name="Sulje")).to_be_visible()
        expect(page.locator(".live li.error")).to_contain_text("omistaja")


def test_a_stage_with_another_name_is_gone_and_leads_home(
    site: Site, context: BrowserContext
) -> None:
    page = opened(context, site, "en/stages/nurtured.html")
    site.change("nurtured", "waiting")
    expect(page.locator("h1")).to_have_text("There is no such page")
    page.get_by_role("link").click()
    page.wait_for_url("**/en/index.html")
    expect(page.locator("a[href='stages/waiting.html']").first).to_be_visible()
    page.go_back()
    site.change("waiting", "nurtured")
    expect(page.locator("h1")).to_have_text("Nurtured")


def test_only_pages_that_changed_are_loaded_anew(site: Site, context: BrowserContext) -> None:
    one = opened(context, site, "en/stages/nurtured.html")
    two = opened(context, site, "en/stages/nurtured.html")
    other = opened(context, site, "en/stages/customer.html")
    other.evaluate("window.stays = true")
    site.change(NURTURED, "Yet ready to talk to sales")  # no other letters: the fonts stay the same
    for page in (one, two):
        expect(page.locator(".lead")).to_have_text("Yet ready to talk to sales")
    assert other.evaluate("window.stays")


def test_many_tabs_do_not_use_up_the_connections(site: Site, context: BrowserContext) -> None:
    """A browser has six of them for one server; a page that nobody sees gives its own back."""
    for _ in range(8):
        page = opened(context, site, "en/stages/nurtured.html")
        page.evaluate(
            "Object.defineProperty(document, 'hidden', {value: true, configurable: true});"
            "document.dispatchEvent(new Event('visibilitychange'))"
        )
    site.change(NURTURED, "Somebody who may buy one day")
    page.evaluate(
        "Object.defineProperty(document, 'hidden', {value: false});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    expect(page.locator(".lead")).to_have_text("Somebody who may buy one day")


def test_pages_can_be_read_without_a_script(tmp_path: Path, browser: Browser) -> None:
    with served(starter(tmp_path, NO_OWNER)) as site:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(site.address)
        page.wait_for_url("**/en/index.html")
        expect(page.locator("h1")).to_have_text("From first contact to customer")
        expect(page.locator(".live li.error")).to_be_visible()
        expect(page.locator(".live button")).to_be_hidden()
        context.close()


@pytest.mark.parametrize("shift", [0, 10, 20])
def test_hostile_names_in_findings_stay_words(
    shift: int, tmp_path: Path, context: BrowserContext
) -> None:
    hostile(tmp_path, shift)
    with served(tmp_path) as site:
        page = opened(context, site, "en/index.html")
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        assert page.locator(".live li").count() > 0
        names = set(
            page.evaluate("[...document.querySelectorAll('.live *')].map((one) => one.localName)")
        )
        assert names <= {
            "details", "summary", "div", "ul", "li", "p", "strong", "code", "a", "button",
        }  # fmt: skip
        links = page.evaluate(
            "[...document.querySelectorAll('.live a')].map((one) => one.getAttribute('href'))"
        )
        assert all(re.fullmatch(r"/en/[a-z]+/\w+\.html", link) for link in links)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
