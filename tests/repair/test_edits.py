"""Edits are splices: what is outside them stays, whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.reading.compose import compose
from processctl.reading.edit import TextEdit, apply, line_end_of, quoted
from processctl.reading.limits import Limits
from processctl.reading.nodes import Mapping, Scalar
from processctl.reading.source import Source, Span

SIGNS = st.text(st.sampled_from("ab \t\n\r#:'\"{}[],-äö🚀\u2028\ufeff"), max_size=40)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, list[TextEdit]]:
    text = draw(SIGNS)
    source = Source(Path("x.yaml"), text)
    borders = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(borders[::2], borders[1::2], strict=False)
    return text, [TextEdit(Span(source, start, end), draw(SIGNS)) for start, end in pairs]


@given(edits())
def test_applying_is_splicing_from_the_back(case: tuple[str, list[TextEdit]]) -> None:
    text, made = case
    spliced = text
    for edit in reversed(made):
        spliced = spliced[: edit.span.start] + edit.text + spliced[edit.span.end :]
    assert apply(text, made) == spliced


def test_edits_that_overlap_are_refused() -> None:
    source = Source(Path("x.yaml"), "abcdef")
    with pytest.raises(ValueError, match="overlap"):
        apply("abcdef", [TextEdit(Span(source, 0, 3), ""), TextEdit(Span(source, 2, 4), "")])
    with pytest.raises(ValueError, match="outside"):
        apply("abcdef", [TextEdit(Span(source, 5, 9), "")])


def test_insertions_at_one_place_keep_their_order() -> None:
    here = Span(Source(Path("x.yaml"), "ab"), 1, 1)
    assert apply("ab", [TextEdit(here, "1"), TextEdit(here, "2")]) == "a12b"


@pytest.mark.parametrize(
    ("text", "offset", "end"),
    [("a\nb\r\nc", 6, "\r\n"), ("a\nb\r\nc", 3, "\n"), ("a\rb", 2, "\r"), ("abc", 2, "\n"),
     ("a\r\nb", 0, "\r\n"), ("", 0, "\n")],
)  # fmt: skip
def test_line_ends_are_those_around(text: str, offset: int, end: str) -> None:
    assert line_end_of(text, offset) == end


WORDS = st.text(st.sampled_from("ab'\"\\:#,[]{}!&*@%ä🚀 "), min_size=1, max_size=20)


@given(WORDS)
def test_what_is_quoted_reads_as_what_was_written(raw: str) -> None:
    root = compose(Source(Path("x.yaml"), f"key: {quoted(raw)}\n"), Limits()).root
    assert isinstance(root, Mapping)
    value = root.get("key")
    assert isinstance(value, Scalar)
    assert value.text == raw
