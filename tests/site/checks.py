"""What is looked at on every page: whether it fits, whether everybody can use it, whether it can be printed."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
from playwright.sync_api import Page

from tests.axe.fetch import packages

PHONE, SCREEN = 360, 1280
# The rules of axe-core that depend on colours and on the width; all others ask the document alone.
BY_EYE = ("color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block")
_MARGIN = 15 / 25.4 * 72 - 1
"""That of a sheet, in points, less what rounding may take."""
_LOOK = """() => ({
    isWide: document.documentElement.scrollWidth > innerWidth,
    ids: [...document.querySelectorAll("[id]")].map((one) => one.id),
    foreign: [...document.scripts].map((one) => one.getAttribute("src") + one.textContent)
        .filter((one) => !/^[./]*assets\\/[a-z-]+\\.js$/.test(one)),
    broken: [...document.querySelectorAll("a[href^='#']")].map((one) => decodeURIComponent(one.hash.slice(1)))
        .filter((id) => !document.getElementById(id)),
})"""
_AXE = """([where, options]) => axe.run(where, options).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)))"""


def resized(page: Page, width: int) -> None:
    """Give the page that is open another screen."""
    page.set_viewport_size({"width": width, "height": 800})


def misplaced(page: Page) -> list[str]:
    """What is too wide, what leads nowhere, and scripts that are not ours."""
    seen = page.evaluate(_LOOK)
    wrong = [f"leads nowhere: {one}" for one in seen["broken"]]
    wrong += [f"somebody else's script: {one}" for one in seen["foreign"]]
    if seen["isWide"]:
        wrong.append("wider than the screen")
    if len(set(seen["ids"])) != len(seen["ids"]):
        wrong.append("an id twice")
    return wrong


@cache
def axe() -> str:
    """The script of axe-core, which a page has to have before ``violations`` is asked."""
    try:
        return (packages() / "axe-core" / "axe.min.js").read_text("utf-8")
    except RuntimeError as error:
        pytest.fail(str(error))


def violations(page: Page, *rules: str) -> list[str]:
    """What axe-core finds: by all of its rules, or by some, and then not in drawings (tests/diagrams has those)."""
    options = {"preload": False, "resultTypes": ["violations"]}
    where = {"include": ["html"], "exclude": ["svg"] if rules else []}
    found: list[str] = page.evaluate(
        _AXE, [where, {**options, **({"runOnly": rules} if rules else {})}]
    )
    return found


def spoilt_on_paper(page: Page) -> list[str]:
    """Sheets of A4 on which words are cut off at an edge; that nothing is printed."""
    document = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    wrong, is_empty = [], True
    for number, sheet in enumerate(document, start=1):
        words = sheet.get_textpage()
        lines = [words.get_rect(place) for place in range(words.count_rects())]
        is_empty = is_empty and not lines
        right = sheet.get_width() - _MARGIN
        if any(line[0] < _MARGIN or line[2] > right for line in lines):
            wrong.append(f"cut off on sheet {number}")
    return [*wrong, *(["nothing is printed"] if is_empty else ())]
