"""What is looked at on every page: whether it fits, whether everybody can use it, whether it can be printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
from playwright.sync_api import Page

from processctl.site.build import LIST
from processctl.texts import translator
from tests.axe.fetch import packages
from tests.site.sites import served

PHONE, SCREEN = 360, 1280
# The rules of axe-core that depend on colours and on the width; all others ask the document alone.
BY_PLACE = ("target-size", "scrollable-region-focusable")
BY_EYE = (*BY_PLACE, "color-contrast", "link-in-text-block")
_MARGIN = 15 / 25.4 * 72 - 1
"""That of a sheet, in points, less what rounding may take."""
# Of a page in a window.
_LOOK = """({ document }) => ({
    isWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    language: [document.documentElement.lang, document.querySelector(".skip")?.textContent],
    ids: [...document.querySelectorAll("[id]")].map((one) => one.id),
    foreign: [...document.scripts].map((one) => one.getAttribute("src") + one.textContent)
        .filter((one) => !/^[./]*assets\\/[a-z-]+\\.js$/.test(one)),
    broken: [...document.querySelectorAll("a[href^='#']")].map((one) => decodeURIComponent(one.hash.slice(1)))
        .filter((id) => !document.getElementById(id)),
})"""
# Pages one after the other in a frame, each in all widths: as on screens, and much faster.
_IN_FRAMES = f"""async ([addresses, widths]) => {{
    const look = {_LOOK};
    const found = [];
    for (const address of addresses) {{
        const frame = document.createElement("iframe");
        frame.height = 800;
        frame.width = widths[0];
        frame.src = address;
        const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
        document.body.append(frame);
        await loaded;
        await frame.contentDocument.fonts.ready;
        for (const width of widths) {{
            frame.width = width;
            found.push(look(frame.contentWindow));
        }}
        frame.remove();
    }}
    return found;
}}"""
_AXE = """([where, options]) => axe.run(where, options).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)))"""


def resized(page: Page, width: int) -> None:
    """Give the page that is open another screen."""
    page.set_viewport_size({"width": width, "height": 800})


def misplaced(page: Page, folder: Path, files: Sequence[Path]) -> list[str]:
    """What is too wide on a phone or a wide screen, leads nowhere, or is not in its language; and strange scripts."""
    paths = [file.relative_to(folder).as_posix() for file in files]
    with served(folder) as address:
        page.goto(f"{address}{LIST}")
        seen = page.evaluate(_IN_FRAMES, [[address + path for path in paths], [PHONE, SCREEN]])
    told = ((path, width) for path in paths for width in (PHONE, SCREEN))
    return [
        f"{path} ({width}): {fault}"
        for (path, width), one in zip(told, seen, strict=True)
        for fault in _wrong(path.partition("/")[0], one)
    ]


def _wrong(language: str, seen: Mapping[str, Any]) -> list[str]:
    wrong = [f"leads nowhere: {one}" for one in seen["broken"]]
    wrong += [f"somebody else's script: {one}" for one in seen["foreign"]]
    if seen["language"] != [language, translator(language).phrase("To the text")]:
        wrong.append("not in its language")
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
