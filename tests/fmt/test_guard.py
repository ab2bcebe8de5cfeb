"""The proof sees whatever formatting could do wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from processctl.fmt.build import read_document
from processctl.fmt.guard import NotProvedError, prove, same
from processctl.reading.compose import compose
from processctl.reading.limits import Limits
from processctl.reading.nodes import Node
from processctl.reading.source import Source

TEXT = """\
# head

stages:
  a:
    # above
    name: A  # beside
    version: 2.10
    # behind
  b: [x, y]
"""


def root(text: str) -> Node:
    composed = compose(Source(Path("-"), text), Limits())
    assert composed.root is not None
    return composed.root


def refused(text: str) -> str:
    with pytest.raises(NotProvedError) as caught:
        prove(root(TEXT), read_document(TEXT), text, Limits())
    return caught.value.message.template


def test_the_same_text_is_proved() -> None:
    prove(root(TEXT), read_document(TEXT), TEXT, Limits())
    prove(root(TEXT), read_document(TEXT), TEXT.replace("[x, y]", "\n  - 'x'\n  - y"), Limits())


@pytest.mark.parametrize(
    ("old", "new"),
    [("name: A", "name: B"), ("2.10", "2.1"), ("2.10", "'2.10'"), ("[x, y]", "[y, x]"),
     ("[x, y]", "{x: y}"), ("[x, y]", "[x, y, z]"), ("  b: [x, y]\n", ""), ("name:", "title:"),
     ("[x, y]", "x"), ("name: A", "name: [A]")],
)  # fmt: skip
def test_values(old: str, new: str) -> None:
    assert refused(TEXT.replace(old, new)) == "a value would change"


@pytest.mark.parametrize(
    ("old", "new"),
    [("  # beside", ""), ("# above", "#above"), ("# head\n", ""), ("# behind", "# behind #"),
     ("# head", "# head\n# head"), ("    # behind\n", "")],
)  # fmt: skip
def test_comments(old: str, new: str) -> None:
    assert refused(TEXT.replace(old, new)) == "a comment would be lost"


@pytest.mark.parametrize(
    ("old", "new"),
    [("    # behind", "  # behind"), ("    # above\n", ""), ("  # beside", "")],
)
def test_places(old: str, new: str) -> None:
    moved = TEXT.replace(old, new)
    text = moved if new else moved.replace("version: 2.10", f"version: 2.10\n    {old.strip()}\n")
    assert refused(text) == "a comment would speak of something else"


@pytest.mark.parametrize("text", ["a: [", "a: 1\na: 2\n", ""])
def test_what_cannot_be_read(text: str) -> None:
    assert refused(text) == "the result cannot be read"


def test_nothing_is_nothing_however_it_is_written() -> None:
    assert same(root("a: ~"), root("a:"))
    assert same(root("a: null"), root("a:"))
    assert not same(root("a: ''"), root("a:"))
    assert not same(root("a: true"), root("a: 'true'"))
    assert not same(root("a: 1"), root("a: true"))
