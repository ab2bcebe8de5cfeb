"""Drawings can be made larger and moved, by mouse, finger and keyboard; stages in them still lead to their pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.sites import Sites, opened

LARGER = "[data-do=in]"
SMALLER = "[data-do=out]"


@pytest.fixture
def journey_page(sites: Sites, page: Page) -> Page:
    """The first page of a site with its large drawing alone, which is far wider than the screen."""
    page.goto((sites("after") / "en" / "index.html").as_uri())
    return alone(page)


def alone(page: Page) -> Page:
    """Without the drawing of the straight way."""
    page.evaluate("document.querySelector('.picture').remove()")
    page.locator(".drawing").scroll_into_view_if_needed()
    return page


def width(page: Page) -> float:
    found: float = page.locator(".drawing svg").evaluate(
        "(svg) => svg.getBoundingClientRect().width"
    )
    return found


def scrolled(page: Page) -> tuple[float, float]:
    left, top = page.locator(".drawing").evaluate("(frame) => [frame.scrollLeft, frame.scrollTop]")
    return left, top


@pytest.mark.parametrize("screen", [360, 1280])
def test_a_drawing_fits_at_first(screen: int, sites: Sites, browser: Browser) -> None:
    with opened(browser, screen) as (page, _):
        for path in ("index.html", "data.html", "stages/offer.html", "roles/sales_rep.html"):
            page.goto((sites("after") / "en" / path).as_uri())
            overflow = "(frame) => [frame.scrollWidth - frame.clientWidth, frame.scrollHeight - frame.clientHeight]"
            assert page.locator(".drawing").first.evaluate(overflow) == [0, 0], path
            assert page.locator(".drawing svg").first.evaluate(
                "(svg) => svg.getBoundingClientRect().width <= svg.width.baseVal.value"
            )


def test_buttons_make_it_larger_and_smaller(journey_page: Page) -> None:
    page = journey_page
    fitted = width(page)
    page.click(LARGER)
    page.click(LARGER)
    assert width(page) == pytest.approx(fitted * 1.4**2, rel=0.01)
    page.click(SMALLER)
    assert width(page) == pytest.approx(fitted * 1.4, rel=0.01)
    page.get_by_role("button", name="Fit to width").click()
    assert width(page) == fitted
    # It is never smaller than its frame, nor larger than four times as it was drawn.
    page.click(SMALLER)
    assert width(page) == fitted
    for _ in range(20):
        page.click(LARGER)
    natural = page.locator(".drawing svg").evaluate("(svg) => svg.width.baseVal.value")
    assert width(page) == pytest.approx(4 * natural)
    for _ in range(20):
        page.click(SMALLER)
    assert width(page) == fitted


def test_its_size_is_told(journey_page: Page) -> None:
    size = journey_page.locator(".tools output")
    before = size.inner_text()
    journey_page.click(LARGER)
    assert size.inner_text() != before
    assert size.inner_text().endswith("%")
    journey_page.set_viewport_size({"width": 700, "height": 800})
    journey_page.get_by_role("button", name="Fit to width").click()
    expect(size).not_to_have_text(before)


def test_keys_do_the_same(journey_page: Page) -> None:
    page = journey_page
    fitted = width(page)
    page.get_by_role("region", name="Drawing: From first contact").focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert width(page) > fitted * 1.9
    before = scrolled(page)
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "(left) => document.querySelector('.drawing').scrollLeft > left", arg=before[0]
    )
    page.keyboard.press("ArrowDown")
    page.wait_for_function(
        "(top) => document.querySelector('.drawing').scrollTop > top", arg=before[1]
    )
    page.keyboard.press("-")
    assert width(page) == pytest.approx(fitted * 1.4, rel=0.01)
    page.keyboard.press("0")
    assert width(page) == fitted
    # The browser's own keys stay its own.
    page.keyboard.press("Control+0")
    assert width(page) == fitted


def test_the_point_under_the_wheel_stays_where_it_is(journey_page: Page) -> None:
    page = journey_page
    box = page.locator("svg a[href*='stages/opportunity']").first
    before = box.bounding_box()
    assert before is not None
    x, y = before["x"] + before["width"] / 2, before["y"] + before["height"] / 2
    page.mouse.move(x, y)
    page.keyboard.down("Control")
    for _ in range(4):
        page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function(
        "(before) => document.querySelector(\"svg a[href*='stages/opportunity']\").getBoundingClientRect().width > before * 3",
        arg=before["width"],
    )
    after = box.bounding_box()
    assert after is not None
    assert after["width"] == pytest.approx(before["width"] * 3.79, rel=0.02)
    assert after["x"] + after["width"] / 2 == pytest.approx(x, abs=3)
    assert after["y"] + after["height"] / 2 == pytest.approx(y, abs=5)


def test_the_wheel_alone_moves_the_page(journey_page: Page) -> None:
    journey_page.locator(".drawing").hover()
    before = width(journey_page)
    journey_page.mouse.wheel(0, 200)
    journey_page.wait_for_function("() => scrollY > 100")
    assert width(journey_page) == before


def test_a_drag_moves_and_is_no_click(journey_page: Page) -> None:
    page = journey_page
    for _ in range(3):
        page.click(LARGER)
    before = scrolled(page)
    address = page.url
    box = page.locator("svg a[href*='stages/opportunity']").first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=6)
    page.mouse.up()
    left, top = scrolled(page)
    assert (left - before[0], top - before[1]) == pytest.approx((60, 40), abs=1)
    page.wait_for_timeout(100)
    assert page.url == address
    assert page.locator(".dragged").count() == 0
    # Without the button the mouse drags nothing.
    page.mouse.move(x, y)
    assert scrolled(page) == (left, top)
    page.mouse.click(x - 60, y - 40)
    page.wait_for_url("**/stages/opportunity.html")


def test_two_fingers_make_it_larger(sites: Sites, browser: Browser) -> None:
    with opened(browser, 360, touch=True) as (page, complaints):
        page.goto((sites("after") / "fi" / "index.html").as_uri())
        before = width(alone(page))
        box = page.locator(".drawing").bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        fingers = page.context.new_cdp_session(page)

        def touch(kind: str, *spread: int) -> None:
            points = [{"x": x + sign * apart, "y": y, "id": number}
                      for apart in spread for number, sign in enumerate((-1, 1))]  # fmt: skip
            fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        touch("touchStart", 20)
        for apart in (30, 40, 60):
            touch("touchMove", apart)
        touch("touchEnd")
        assert width(page) == pytest.approx(before * 3, rel=0.05)
        # The page has not been made larger as a whole.
        assert page.evaluate("visualViewport.scale") == 1
        assert complaints == []


def test_it_fills_the_window_when_asked(journey_page: Page) -> None:
    page = journey_page
    page.get_by_role("button", name="Whole window").click()
    dialog = page.get_by_role("dialog", name="Drawing: From first contact")
    box = dialog.bounding_box()
    assert box == {"x": 0, "y": 0, "width": 1280, "height": 900}
    back = page.get_by_role("button", name="Back to the page")
    expect(back).to_be_focused()
    frame = page.locator(".drawing").bounding_box()
    assert frame is not None
    assert frame["height"] > 800
    page.click(LARGER)
    page.click(LARGER)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    again = page.get_by_role("button", name="Whole window")
    expect(again).to_be_focused()
    assert page.locator(".picture > .drawing").count() == 1
    again.click()
    back.click()
    expect(dialog).to_be_hidden()


def test_on_a_phone_the_window_shows_what_can_be_read(sites: Sites, browser: Browser) -> None:
    with opened(browser, 390, touch=True) as (page, complaints):
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto((sites("after") / "fi" / "index.html").as_uri())
        alone(page)
        page.get_by_role("button", name="Koko ikkunaan").click()
        frame = page.locator(".drawing").bounding_box()
        drawn = page.locator(".drawing svg").bounding_box()
        assert frame is not None
        assert drawn is not None
        natural = page.locator(".drawing svg").evaluate("(svg) => svg.width.baseVal.value")
        assert drawn["width"] / natural > 1 / 3
        assert drawn["height"] == pytest.approx(frame["height"], abs=3)
        assert scrolled(page) == (0, 0)
        page.locator(".drawing").evaluate("(frame) => frame.scrollBy(200, 0)")
        assert scrolled(page)[0] == 200
        # The whole is still there for who asks for it.
        for _ in range(6):
            page.locator(SMALLER).click()
        assert width(page) <= frame["width"]
        assert complaints == []


def test_every_drawing_of_a_page_is_on_its_own(sites: Sites, page: Page) -> None:
    page.goto((sites("after") / "en" / "index.html").as_uri())
    measure = "(all) => all.map((svg) => svg.getBoundingClientRect().width)"
    before = page.locator(".drawing svg").evaluate_all(measure)
    page.locator(LARGER).first.click()
    after = page.locator(".drawing svg").evaluate_all(measure)
    assert after[0] > before[0]
    assert after[1] == before[1]
