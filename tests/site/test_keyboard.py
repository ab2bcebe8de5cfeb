"""The site by keyboard alone: everything can be reached, in the order of the text, and one sees where one is."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Page

from tests.site.sites import Sites, of_each_kind, pages

# Everything that a keyboard should reach, in the order of the page; and a record of what it does reach.
WATCH = """() => {
    const reached = window.reached = [];
    const stops = window.stops = [...document.querySelectorAll("a[href], button, input, [tabindex='0']")]
        .filter((one) => one.checkVisibility());
    document.addEventListener("focusin", ({ target }) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(target);
        const box = target.getBoundingClientRect();
        reached.push({
            place: stops.indexOf(target),
            name: target.outerHTML.slice(0, 120),
            isMarked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
            isSeen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        });
    });
    return stops.length;
}"""
LINKS = "() => window.stops.map((one) => one.href?.baseVal ?? one.href).filter(Boolean)"


def walk(page: Page, file: Path) -> tuple[list[str], set[Path]]:
    """What is wrong with the way through a page, and the files that links on it lead to."""
    page.goto(file.as_uri())
    count = page.evaluate(WATCH)
    for _ in range(count):
        page.keyboard.press("Tab")
    reached = page.evaluate("() => window.reached")
    wrong = [
        f"not seen: {one['name']}" for one in reached if not (one["isMarked"] and one["isSeen"])
    ]
    if [one["place"] for one in reached] != list(range(count)):
        wrong.append(f"another order: {[one['place'] for one in reached]} of {count}")
    page.keyboard.press("Tab")
    if page.evaluate("() => window.stops.indexOf(document.activeElement)") > 0:
        wrong.append("no way out")
    links = {
        Path(unquote(urlsplit(urljoin(file.as_uri(), link)).path)) for link in page.evaluate(LINKS)
    }
    return [f"{file.name}: {one}" for one in wrong], links


def test_the_whole_site_is_walked_through(sites: Sites, page: Page) -> None:
    folder = sites("espocrm") / "en"
    wrong: list[str] = []
    known, waiting = set[Path](), [folder / "index.html"]
    while waiting:
        file = waiting.pop()
        known.add(file)
        faults, links = walk(page, file)
        wrong += faults
        waiting += sorted(
            link for link in links - known - set(waiting)
            if link.suffix == ".html" and link.is_relative_to(folder)
        )  # fmt: skip
    assert wrong == []
    assert known == set(pages(sites("espocrm"), "en"))


def test_pages_of_a_long_site_are_walked_through(sites: Sites, page: Page) -> None:
    walks = [walk(page, file) for file in of_each_kind(sites("after"), "fi")[::3]]
    assert [fault for faults, _ in walks for fault in faults] == []


def test_one_can_skip_to_the_text(sites: Sites, page: Page) -> None:
    page.goto((sites("after") / "en" / "stages" / "offer.html").as_uri())
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="To the text")
    box = skip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.localName") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def test_a_link_opens_by_enter(sites: Sites, page: Page) -> None:
    page.goto((sites("after") / "en" / "index.html").as_uri())
    page.locator("svg a[href*='stages/offer']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/stages/offer.html")
    page.locator(".here").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/stages/offer.html#*")


def test_a_large_drawing_keeps_the_keyboard_until_it_is_closed(sites: Sites, page: Page) -> None:
    page.goto((sites("after") / "en" / "index.html").as_uri())
    page.click("[data-do=large]")
    inside = "() => document.activeElement === document.body || document.querySelector('dialog').contains(document.activeElement)"
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(inside)
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert not page.evaluate(inside)
