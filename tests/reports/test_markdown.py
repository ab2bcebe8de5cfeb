"""The Markdown report: names stay names on any page, and it fits into a comment."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from processctl.diagrams.files import mermaid_parts
from processctl.reports.markdown import LONGEST
from processctl.reports.markdown_text import code, fenced, shown
from processctl.reports.telling import plain
from tests.cli.program import call, starter, write
from tests.reports.processes import EVIL, reported

PAGE = MarkdownIt("commonmark", {"html": True}).enable("table")
EMPTY = "\u200b"
# What GitHub and GitLab look for in a page that is drawn: mentions, references, addresses, mail.
CALLS = re.compile(
    r"@[\w-]|(?<![\w&])[#!$~%&^]\w|gh-\d|https?://|ftp://|www\.|:[a-z][\w+-]*:|\w@\w", re.IGNORECASE
)
OURS = {"h2", "h3", "p", "ul", "li", "strong", "code", "br", "details", "summary", "pre"}


def texts(html: str) -> list[str]:
    """What is written on a page outside of code."""
    without = re.sub(r"<(code|pre)\b.*?</\1>", "", html, flags=re.DOTALL)
    return [unescape(part) for part in re.split(r"<[^>]*>", without)]


nasty = st.text(st.sampled_from("\\`*_[]<>#|~&@$!^{}().:/-+=1a w3\u00e4🚀\"'%")) | st.text(
    max_size=60
)


@given(st.one_of(nasty, st.just(EVIL)))
def test_a_name_is_shown_as_it_is_and_calls_nobody(name: str) -> None:
    text = plain(name).strip()
    html = PAGE.render(f"- **PC201** {shown(text)}\n")
    assert html.count("<") == html.count("</") * 2 == 6, html
    (item,) = re.findall(r"</strong> ?(.*)</li>", html, re.DOTALL)
    told = unescape(item).replace(EMPTY, "")
    assert told.split() == text.replace(EMPTY, "").split()
    assert not CALLS.search(unescape(item)), item


@given(nasty)
def test_a_name_alone_begins_nothing(name: str) -> None:
    text = plain(name).strip()
    html = PAGE.render(f"{shown(text)}\n")
    assert set(re.findall(r"<(\w+)", html)) <= {"p"}, html


@given(nasty)
def test_code_holds_whatever_it_holds(name: str) -> None:
    text = " ".join(plain(name).split())
    if not text:
        return
    html = PAGE.render(f"x {code(text)} y\n")
    (held,) = re.findall(r"<p>x <code>(.*)</code> y</p>", html)
    assert unescape(held).strip() == text
    block = PAGE.render(fenced(name, "yaml"))
    assert block.count("</code></pre>") == 1
    assert block.endswith("</code></pre>\n")


@pytest.mark.parametrize("case", ["hostile", "crack", "troubled", "several"])
def test_the_page_has_no_element_but_ours_and_calls_nobody(case: str, tmp_path: Path) -> None:
    html = PAGE.render(reported(case, "markdown", tmp_path).out)
    assert set(re.findall(r"<(\w+)", html)) <= OURS
    for text in texts(html):
        assert not CALLS.search(text), text
    assert html.count("<details>") == html.count("</details>") > 0


def large(folder: Path, count: int, words: str = "") -> None:
    """Many stages that nobody owns, the last of them a dead end, which is graver."""
    stages = "".join(
        f'  s{n}: {{name: "{words} {n}", start: true, exits: [{{to: s{n + 1}}}]}}\n'
        for n in range(count)
    )
    write(folder, processctl=f"processctl: 1\nstages:\n{stages}  s{count}: {{name: Last}}\n")


@pytest.mark.parametrize("words", ["Stage", "ä🚀<&" * 60])
def test_what_does_not_fit_into_a_comment_is_counted(words: str, tmp_path: Path) -> None:
    large(tmp_path, 300, words)
    done = call("lint", "--format", "markdown", cwd=tmp_path)
    assert LONGEST * 0.9 < len(done.out) <= LONGEST
    report = call("lint", "--format", "json", cwd=tmp_path).report["workspaces"][0]
    (left_out,) = re.findall(r"\*\*(\d+) more findings not told here", done.out)
    told = len(re.findall(r"^- \*\*PC", done.out, re.MULTILINE))
    assert told + int(left_out) == len(report["findings"])
    assert done.out.count("<details>") == done.out.count("</details>")


def test_the_gravest_come_first(tmp_path: Path) -> None:
    large(tmp_path, 300)
    told = call("lint", "--format", "markdown", cwd=tmp_path).out
    (errors,) = re.findall(r"(\d+) errors", told)
    shown_ = len(re.findall(r"^- \*\*PC", told.split("### Warnings")[0], re.MULTILINE))
    assert shown_ == int(errors) or "### Warnings" not in told


def test_many_workspaces_fit_as_well(tmp_path: Path) -> None:
    for number in range(250):
        write(tmp_path / f"w{number:03}", processctl="processctl: 1\nprocess: {owner: nobody}\n")
    told = call("lint", "--format", "markdown", cwd=tmp_path).out
    assert len(told) <= LONGEST
    assert "more workspaces not told here" in told
    assert "more findings not told here" in told


def test_a_drawing_that_no_page_takes_is_left_out_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starter(tmp_path)
    whole = call("lint", "--format", "markdown", cwd=tmp_path).out
    assert "```mermaid" in whole
    for limit, value in (("LONGEST", 100), ("MOST_LINES", 3)):
        with monkeypatch.context() as patch:
            patch.setattr(mermaid_parts, limit, value)
            told = call("lint", "--format", "markdown", cwd=tmp_path).out
        assert "mermaid" not in told
        assert "The drawing is too large for this page. `processctl render -o journey.svg`" in told


def test_many_findings_of_a_kind_are_folded(tmp_path: Path) -> None:
    exits = ", ".join(f"{{to: x{n}}}" for n in range(14))
    write(tmp_path, processctl=f"processctl: 1\nstages:\n  a: {{start: true, exits: [{exits}]}}\n")
    told = call("lint", "--format", "markdown", "--select", "PC101", cwd=tmp_path).out
    before, folded = told.split("<details><summary>4 more</summary>")
    assert before.count("- **PC101**") == 10
    assert folded.count("- **PC101**") == 4
