"""The HTML report: whole, quiet, and nothing of a name is code."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cli.program import call, starter
from tests.reports.processes import CASES, reported

VOID = {"meta", "br", "rect", "path", "circle", "polygon"}


class Page(HTMLParser):
    """What a page is made of, and whether all that is opened is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("case", CASES)
def test_a_page_is_whole_and_loads_and_runs_nothing(case: str, tmp_path: Path) -> None:
    html = reported(case, "html", tmp_path).out
    page = Page(html)
    assert page.open == []
    assert page.tags.isdisjoint({"script", "img", "link", "iframe", "object", "form", "base"})
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    addresses = [value for name, value in page.attributes if name in ("href", "src")]
    assert all(value and value.startswith("#process-") for value in addresses), addresses
    assert "default-src 'none'" in html
    outside = re.sub(r"url\(data:font/ttf;base64,[^)]*\)", "", html)
    assert "url(" not in outside


def test_names_from_strangers_are_shown_as_they_are(tmp_path: Path) -> None:
    page = Page(reported("hostile", "html", tmp_path).out)
    assert "</script><script>alert(1)</script> ]]> --> ::error::x @everyone" in page.text
    assert "<img src=m>" in page.text


def test_classes_of_the_page_are_no_classes_of_the_drawing(tmp_path: Path) -> None:
    """Else a style of the page changes the drawing, and labels do not fit any more."""
    html = call("lint", "--format", "html", cwd=starter(tmp_path)).out
    (style,) = re.findall(r"<style>\n(.*?)</style>", html, re.DOTALL)
    (drawing,) = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    drawn = {word for names in re.findall(r'class="([^"]*)"', drawing) for word in names.split()}
    assert drawn
    assert drawn & set(re.findall(r"\.([a-z][\w-]*)", style)) == set()


def test_several_processes_have_a_list_of_contents(tmp_path: Path) -> None:
    html = reported("several", "html", tmp_path).out
    assert re.findall(r'href="#([^"]*)"', html) == re.findall(
        r'<section class="process" id="([^"]*)"', html
    )
    assert html.count("<svg") == 2


def test_a_finding_is_told_with_its_lines_story_and_help(tmp_path: Path) -> None:
    page = Page(reported("crack", "html", tmp_path).out)
    text = " ".join(page.text.split())
    for words in ('21 exits:', 'For example: "Lead score" is 50.', "What helps: Say where such cases go",
                  "Why it matters", "Errors"):  # fmt: skip
        assert words in text, words


def test_what_is_silenced_is_told_with_its_reason(tmp_path: Path) -> None:
    html = reported("troubled", "html", tmp_path).out
    (folded,) = re.findall(r'<details class="silenced">(.*?)</section>', html, re.DOTALL)
    assert "It is a pool" in folded
