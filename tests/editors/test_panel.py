"""The panel's page in a real browser, with the policy that it has in the editor."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, Route

from processctl.editor.diagram import diagram
from tests.editors.extension import copy, run
from tests.views.reading import journey

ORIGIN = "http://extension.test"
# What the editor gives to every page in a panel.
EDITOR = """
window.said = [];
window.acquireVsCodeApi = () => ({
  postMessage: (message) => said.push(message),
  setState: (state) => { window.state = state; },
});
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """What the editor serves to the panel: contents and their types."""
    folder = copy(tmp_path_factory.mktemp("panel"))
    run(folder, "npm", "run", "build")
    run(folder, "node", "build.mjs", "--test")
    addresses = (ORIGIN, f"{ORIGIN}/panel.js", f"{ORIGIN}/panel.css")
    return {
        "/": (run(folder, "node", "out/print_page.js", *addresses), "text/html"),
        "/panel.js": ((folder / "dist" / "panel.js").read_text("utf-8"), "text/javascript"),
        "/panel.css": ((folder / "dist" / "panel.css").read_text("utf-8"), "text/css"),
    }


@pytest.fixture(scope="module")
def svg() -> str:
    return diagram(journey("after"), "journey", "en").svg


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def panel(page: Page, files: dict[str, tuple[str, str]], complaints: list[str]) -> Page:
    """The panel as it is opened; what the browser refuses is among the complaints."""

    def serve(route: Route) -> None:
        body, kind = files[route.request.url.removeprefix(ORIGIN)]
        route.fulfill(body=body, content_type=kind)

    page.route("**/*", serve)
    page.add_init_script(EDITOR)
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{ORIGIN}/")
    return page


def send(panel: Page, **message: Any) -> None:
    panel.evaluate("message => window.postMessage(message)", message)
    panel.evaluate("() => new Promise((done) => setTimeout(done))")


def test_it_draws_with_its_fonts_and_the_browser_refuses_nothing(
    panel: Page, svg: str, complaints: list[str]
) -> None:
    assert panel.evaluate("said") == [{"kind": "ready"}]
    send(panel, kind="drawing", svg=svg, uri="file:///a")
    assert panel.locator("#drawing svg").count() == 1
    assert panel.evaluate("document.fonts.ready.then((all) => [...all].map((one) => one.status))") == [
        "loaded", "loaded",
    ]  # fmt: skip
    assert panel.evaluate("state") == {"uri": "file:///a"}
    assert complaints == []


def test_a_stage_that_is_chosen_is_said_and_stays_marked_when_it_is_drawn_anew(
    panel: Page, svg: str
) -> None:
    send(panel, kind="drawing", svg=svg)
    panel.locator("a[href='#sal']").click()
    panel.locator("a[href='#offer']").focus()
    panel.keyboard.press("Enter")
    assert panel.evaluate("said.slice(1)") == [
        {"kind": "go", "stage": "sal"},
        {"kind": "go", "stage": "offer"},
    ]
    send(panel, kind="drawing", svg=svg)
    assert panel.locator(".chosen").get_attribute("href") == "#offer"
    assert panel.evaluate("document.activeElement.getAttribute('href')") == "#offer"
    assert panel.url == f"{ORIGIN}/"


def test_a_stage_that_is_shown_can_be_read_and_the_keys_stay_where_they_are(
    panel: Page, svg: str
) -> None:
    panel.set_viewport_size({"width": 600, "height": 700})
    send(panel, kind="reveal", stage="customer")  # it waits for its drawing
    send(panel, kind="drawing", svg=svg)
    box = panel.locator("a[href='#customer']").bounding_box()
    assert box is not None
    assert box["width"] > 80
    assert 0 <= box["x"] <= 600 - box["width"]
    assert 0 <= box["y"] <= 700 - box["height"]
    assert panel.evaluate("document.activeElement === document.body")


def test_keys_and_the_wheel_make_it_larger_and_fit_it_again(panel: Page, svg: str) -> None:
    send(panel, kind="drawing", svg=svg)

    def width() -> float:
        found: float = panel.evaluate("document.querySelector('svg').getBoundingClientRect().width")
        return found

    fitted = width()
    assert fitted <= 1280
    panel.keyboard.press("+")
    assert width() == pytest.approx(fitted * 1.25)
    panel.keyboard.press("-")
    assert width() == pytest.approx(fitted)
    panel.mouse.move(300, 200)
    panel.keyboard.down("Control")
    under = "document.elementFromPoint(300, 200).closest('g')?.textContent"
    before = panel.evaluate(under)
    panel.mouse.wheel(0, -300)
    panel.wait_for_function("document.querySelector('svg').getBoundingClientRect().width > 1500")
    assert panel.evaluate(under) == before
    panel.keyboard.up("Control")
    panel.keyboard.press("0")
    assert width() == fitted


def test_words_stand_above_the_last_drawing_and_are_no_more_than_words(
    panel: Page, svg: str
) -> None:
    send(panel, kind="drawing", svg=svg)
    send(panel, kind="words", words="<b>It failed</b>")
    assert panel.locator("#words").inner_text() == "<b>It failed</b>"
    assert panel.locator("#drawing.old svg").count() == 1
    send(panel, kind="drawing", svg=svg)
    assert panel.locator("#words").is_hidden()
    assert panel.locator("#drawing.old").count() == 0


def test_nothing_in_a_drawing_runs(panel: Page, complaints: list[str]) -> None:
    send(
        panel,
        kind="drawing",
        svg='<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="window.ran = 1">'
        "<script>window.ran = 1</script><image href='x' onerror='window.ran = 1'/>"
        "<a href='javascript:window.ran=1'><text y='9'>x</text></a></svg>",
    )
    panel.locator("#drawing a").click()
    panel.wait_for_timeout(100)
    assert panel.evaluate("window.ran") is None
    assert complaints
