"""Lines that run together: who joins whom, where their words stand, and that none of it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.diagrams import Box, Lane, Line, Sketch, write_svg
from processctl.diagrams.sketch import LineKind
from tests.diagrams.diagram_reader import Drawing, connections, joint_of, read
from tests.diagrams.diagram_sketches import at_random, example

SAME = ("the customer says no",)


def ending(labels: Sequence[tuple[str, ...]], kind: LineKind = "exit") -> Sketch:
    """As many stages in a row as there are labels, from each of which a case may be lost."""
    stages = [Box(f"s{at}", f"Stage {at}", "a", is_start=not at) for at in range(len(labels))]
    on = [Line(f"on{at}", f"s{at}", f"s{at + 1}") for at in range(len(labels) - 1)]
    away = [Line(f"no{at}", f"s{at}", "lost", kind, label) for at, label in enumerate(labels)]
    lanes = Lane("a", "A"), Lane("end", "Outcomes")
    return Sketch("T", "en", lanes, (*stages, Box("lost", "Lost", "end", "lost")), (*on, *away))


def heads(drawing: Drawing, target: str) -> int:
    return sum(
        joint_of(drawing, line) is None
        for line in drawing.parts["line"]
        if line.title.split("\n")[0].endswith(f"→ {target}")
    )


def test_lines_of_one_kind_to_one_box_have_one_head() -> None:
    drawing = read(write_svg(ending([SAME] * 5)))
    assert heads(drawing, "Lost") == 1


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "deadline"},
        {"planned": True},
        {"mark": "added"},
        {"emphasis": "focus"},
        {"emphasis": "aside"},
    ],
    ids=str,
)
def test_a_line_that_differs_keeps_its_own_head(change: dict[str, str]) -> None:
    sketch = ending([SAME] * 3)
    lines = (*sketch.lines[:-1], replace(sketch.lines[-1], **change))  # type: ignore[arg-type]  # of many fields
    assert heads(read(write_svg(replace(sketch, lines=lines))), "Lost") == 2


def test_the_same_words_are_said_once() -> None:
    drawing = read(write_svg(ending([SAME] * 4)))
    assert [label.title for label in drawing.parts["label"]] == ["the customer says no"]


def test_words_that_differ_stand_where_their_line_runs_alone() -> None:
    labels = [(f"reason number {at}",) for at in range(4)]
    drawing = read(write_svg(ending(labels)))
    assert sorted(label.title for label in drawing.parts["label"]) == [one for (one,) in labels]
    away = [line for line in drawing.parts["line"] if "\n" in line.title]
    for label in drawing.parts["label"]:
        assert label.frame is not None
        near = label.frame.grown(8)
        beside = [line for line in away if any(near.meets_segment(one) for one in line.segments)]
        assert any(line.title.endswith(label.title) for line in beside)


def test_the_same_words_of_some_are_said_where_those_run_together() -> None:
    drawing = read(write_svg(ending([SAME, SAME, ("something else",)])))
    said = [label.title for label in drawing.parts["label"]]
    assert said.count("something else") == 1
    assert 1 <= said.count("the customer says no") <= 2


def test_a_note_names_all_whom_it_speaks_of() -> None:
    long = tuple(f"condition number {at} that takes a line of its own" for at in range(9))
    drawing = read(write_svg(ending([long] * 3)))
    (note,) = drawing.parts["note"]
    assert "Stage 0, Stage 1, Stage 2 → Lost" in [words for words, _ in note.texts]
    assert len(drawing.parts["marker"]) == 1


def test_two_lines_between_the_same_boxes_stay_two() -> None:
    boxes = Box("a", "A", "l"), Box("b", "B", "l")
    lines = tuple(Line(f"{at}", "a", "b", "exit", (f"way {at}",)) for at in range(3))
    drawing = read(write_svg(Sketch("T", "en", (Lane("l", "L"),), boxes, lines)))
    assert heads(drawing, "B") == 3


def test_the_examples_have_fewer_heads_than_lines() -> None:
    drawing = read(write_svg(example("gitlab")))
    assert heads(drawing, "8-Closed Lost") == 2


@given(st.integers(4, 16), st.integers(0, 10_000))
def test_a_drawing_at_random_says_what_its_sketch_says(count: int, seed: int) -> None:
    sketch = at_random(count, seed)
    number = {box.id: place for place, box in enumerate(sketch.boxes)}
    order = sorted(sketch.lines, key=lambda line: line.kind == "handoff")
    drawing = read(write_svg(sketch))
    assert connections(drawing) == [(number[line.source], number[line.target]) for line in order]
