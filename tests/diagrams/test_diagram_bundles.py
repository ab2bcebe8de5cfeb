"""Ways between the same two stages become one line, and lose nothing by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.diagrams import Box, Lane, Line, Sketch, write_svg
from processctl.diagrams.bundle import bundled
from processctl.texts import translator
from tests.diagrams.diagram_reader import read
from tests.diagrams.diagram_sketches import EXAMPLES, example

EN = translator("en")
PARTS = st.lists(st.text("abcdeåäö 09", min_size=1, max_size=60).map(str.strip), max_size=3)
LINES = st.lists(
    st.builds(
        Line,
        st.uuids().map(str),
        st.sampled_from("ab"),
        st.sampled_from("ab"),
        st.sampled_from(["exit", "handoff", "deadline"]),
        PARTS.map(tuple),
        st.booleans(),
    ),
    max_size=12,
)


def key(line: Line) -> tuple[str, str, str, bool]:
    return line.source, line.target, line.kind, line.planned


@given(LINES)
def test_one_line_for_each_pair_and_kind(lines: list[Line]) -> None:
    found = bundled(lines, EN)
    assert [key(line) for line in found] == list(dict.fromkeys(map(key, lines)))


@given(LINES)
def test_every_alternative_keeps_its_words(lines: list[Line]) -> None:
    by_key = {key(line): line for line in bundled(lines, EN)}
    for line in lines:
        bundle = by_key[key(line)]
        said = "\n".join(bundle.label)
        assert all(part in said for part in line.label)
        if not any(line.label) and bundle.several:
            assert "without a condition" in said


@given(LINES)
def test_a_single_way_is_left_alone(lines: list[Line]) -> None:
    count = Counter(map(key, lines))
    alone = [line for line in lines if count[key(line)] == 1]
    assert [line for line in bundled(lines, EN) if count[key(line)] == 1] == alone


def drawn(labels: Sequence[tuple[str, ...]]) -> Sketch:
    boxes = Box("a", "A", "l"), Box("b", "B", "l")
    lines = [Line(f"{at}", "a", "b", "exit", label) for at, label in enumerate(labels)]
    return Sketch("T", "en", (Lane("l", "L"),), boxes, bundled(lines, EN))


def test_a_short_list_stands_beside_its_line() -> None:
    drawing = read(write_svg(drawn([("asks",), ("SMB:", "after 5 days"), ("asks",)])))
    (line,) = drawing.parts["line"]
    (label,) = drawing.parts["label"]
    assert line.title == "A → B\n• asks\n• SMB: after 5 days"
    assert " ".join(words for words, _ in label.texts) == "• asks • SMB: after 5 days"
    assert not drawing.parts["note"]


def test_a_long_list_stands_below_and_its_number_on_the_line() -> None:
    labels = [(f"condition {at}", "reason: a reason of some length") for at in range(6)]
    drawing = read(write_svg(drawn(labels)))
    (line,) = drawing.parts["line"]
    (marker,) = drawing.parts["marker"]
    (note,) = drawing.parts["note"]
    assert [words for words, _ in marker.texts] == ["1"]
    listed = [f"• {condition}; {reason}" for condition, reason in labels]
    assert [words for words, _ in note.texts] == ["1", "A → B", *listed]
    assert line.title == "\n".join(["A → B", *listed])
    assert not drawing.parts["label"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_two_lines_of_an_example_say_the_same(name: str) -> None:
    lines = example(name).lines
    assert len({key(line) for line in lines}) == len(lines)


def test_the_dense_example_has_few_notes_and_is_not_high() -> None:
    drawing = read(write_svg(example("gitlab")))
    assert drawing.page.width <= 3400
    assert drawing.page.height <= 1600
    assert len(drawing.parts["note"]) <= 12
