"""What a reader of the wall needs: nothing covers anything, and all text stays where it belongs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import combinations, pairwise

import pytest

from processctl.diagrams import Sketch, write_svg
from processctl.diagrams.geometry import Rect, Segment
from processctl.diagrams.sketch import tidy
from tests.diagrams.diagram_reader import Drawing, connections, joint_of, read
from tests.diagrams.diagram_sketches import (
    at_random,
    crowded,
    example,
    funnel,
    hostile,
    long_names,
    loops,
)

SKETCHES: dict[str, Callable[[], Sketch]] = {
    "english": funnel,
    "finnish": lambda: funnel("fi"),
    "hostile": hostile,
    "long": long_names,
    "loops": loops,
    "crowded": crowded,
    "random 40": lambda: at_random(40),
    "gitlab": lambda: example("gitlab"),
    "posthog in Finnish": lambda: example("posthog", "fi"),
    "after": lambda: example("after"),
    "after in Finnish": lambda: example("after", "fi"),
    "random 25": lambda: at_random(25, seed=7),
}


@pytest.fixture(scope="module", params=SKETCHES)
def drawn(request: pytest.FixtureRequest) -> tuple[Sketch, Drawing]:
    sketch = SKETCHES[request.param]()
    return tidy(sketch), read(write_svg(sketch))


def frame(part_frame: Rect | None) -> Rect:
    assert part_frame is not None
    return part_frame


def test_every_box_is_drawn_and_holds_its_text(drawn: tuple[Sketch, Drawing]) -> None:
    sketch, drawing = drawn
    assert len(drawing.parts["box"]) == len(sketch.boxes)
    for box in drawing.parts["box"]:
        for words, extent in box.texts:
            assert frame(box.frame).grown(-2).holds(extent), (box.title, words)


def test_boxes_stand_apart_and_on_the_page(drawn: tuple[Sketch, Drawing]) -> None:
    _, drawing = drawn
    frames = [frame(box.frame) for box in drawing.parts["box"]]
    assert all(drawing.page.grown(-10).holds(one) for one in frames)
    assert not any(one.grown(8).meets(other) for one, other in combinations(frames, 2))


def test_every_label_is_beside_a_line_or_in_a_note(drawn: tuple[Sketch, Drawing]) -> None:
    sketch, drawing = drawn
    beside = {label.title: squeezed(words for words, _ in label.texts)
              for label in drawing.parts["label"]}  # fmt: skip
    below = [squeezed(words for words, _ in note.texts) for note in drawing.parts["note"]]
    for line in sketch.lines:
        full, title = squeezed(line.label), "\n".join(line.label)
        # In full: nothing is cut, neither beside the line nor below.
        assert not full or beside.get(title) == full or any(full in note for note in below), line.id


def squeezed(parts: Iterable[str]) -> str:
    """The letters alone, however they are broken into lines."""
    return re.sub(r"[\s-]", "", "".join(parts))


def test_every_note_has_its_number_on_its_line(drawn: tuple[Sketch, Drawing]) -> None:
    _, drawing = drawn
    markers = {marker.texts[0][0]: marker for marker in drawing.parts["marker"]}
    assert list(markers) == [note.texts[0][0] for note in drawing.parts["note"]]
    assert list(markers) == [str(number) for number in range(1, len(markers) + 1)]
    lines = [(line.title.split("\n", 1), line.segments) for line in drawing.parts["line"]]
    for number, marker in markers.items():
        rect = frame(marker.frame)
        assert rect.holds(marker.texts[0][1]), number
        x, y = rect.centre
        middle = Rect(x - 1, y - 1, 2, 2)
        own = [segments for title, segments in lines if title[-1] == marker.title]
        assert any(middle.meets_segment(piece) for pieces in own for piece in pieces), number


def test_numbers_cover_nothing(drawn: tuple[Sketch, Drawing]) -> None:
    _, drawing = drawn
    markers = [(frame(marker.frame), marker.title) for marker in drawing.parts["marker"]]
    solid = [frame(part.frame) for kind in ("box", "label") for part in drawing.parts[kind]]
    for (one, first), (other, second) in combinations(markers, 2):
        assert not one.meets(other), (first, second)
    for rect, title in markers:
        assert drawing.page.holds(rect), title
        assert not any(rect.meets(other) for other in solid), title
        x, y = rect.centre
        middle = Rect(x - 1, y - 1, 2, 2)
        for line in drawing.parts["line"]:
            if not any(middle.meets_segment(piece) for piece in line.segments):
                around = rect.grown(line.thickness / 2)
                assert not any(around.meets_segment(piece) for piece in line.segments), title


def test_labels_cover_nothing(drawn: tuple[Sketch, Drawing]) -> None:
    _, drawing = drawn
    labels = [(label.title, frame(label.frame)) for label in drawing.parts["label"]]
    boxes = [frame(box.frame) for box in drawing.parts["box"]]
    for (one, first), (other, second) in combinations(labels, 2):
        assert not first.meets(second), (one, other)
    for title, rect in labels:
        assert drawing.page.holds(rect), title
        assert not any(rect.meets(box) for box in boxes), title
        for line in drawing.parts["line"]:
            around = rect.grown(line.thickness / 2)
            assert not any(around.meets_segment(piece) for piece in line.segments), title


def test_labels_hold_their_text(drawn: tuple[Sketch, Drawing]) -> None:
    _, drawing = drawn
    for label in drawing.parts["label"]:
        assert label.texts
        for words, extent in label.texts:
            assert frame(label.frame).holds(extent), words


def test_no_line_runs_through_a_box(drawn: tuple[Sketch, Drawing]) -> None:
    sketch, drawing = drawn
    assert len(drawing.parts["line"]) == len(sketch.lines)
    for line in drawing.parts["line"]:
        for box in drawing.parts["box"]:
            inside = frame(box.frame).grown(-1)
            assert not any(inside.meets_segment(piece) for piece in line.segments), line.title


def test_the_drawing_says_what_the_sketch_says(drawn: tuple[Sketch, Drawing]) -> None:
    sketch, drawing = drawn
    number = {box.id: place for place, box in enumerate(sketch.boxes)}
    # Handoffs are drawn after the others, each kind in the order of the sketch.
    order = sorted(sketch.lines, key=lambda line: line.kind == "handoff")
    assert connections(drawing) == [(number[line.source], number[line.target]) for line in order]


def test_where_a_line_joins_no_other_passes(drawn: tuple[Sketch, Drawing]) -> None:
    sketch, drawing = drawn
    order = sorted(sketch.lines, key=lambda line: line.kind == "handoff")
    for line, part in zip(order, drawing.parts["line"], strict=True):
        if (end := joint_of(drawing, part)) is None:
            continue
        around = Rect(end[0] - 1, end[1] - 1, 2, 2)
        for other, there in zip(order, drawing.parts["line"], strict=True):
            if any(around.meets_segment(piece) for piece in there.segments):
                assert other.target == line.target, (line.id, other.id)


def test_lines_that_do_not_join_run_apart(drawn: tuple[Sketch, Drawing]) -> None:
    sketch, drawing = drawn
    order = sorted(sketch.lines, key=lambda line: line.kind == "handoff")
    for (line, one), (other, there) in combinations(
        zip(order, drawing.parts["line"], strict=True), 2
    ):
        if line.target == other.target and one.look == there.look:
            continue
        for a in one.segments:
            for b in there.segments:
                assert not _beside_each_other(a, b), (line.id, other.id)


def _beside_each_other(one: Segment, other: Segment) -> bool:
    """Whether two pieces of the same direction are so near that they look like one."""
    for axis in (0, 1):
        along = 1 - axis
        if one[0][axis] == one[1][axis] and other[0][axis] == other[1][axis]:
            a, b = (sorted((piece[0][along], piece[1][along])) for piece in (one, other))
            near = abs(one[0][axis] - other[0][axis]) < 4
            return near and min(a[1], b[1]) - max(a[0], b[0]) > 1
    return False


def test_a_small_funnel_fits_on_a_screen_without_notes() -> None:
    for language in ("en", "fi"):
        drawing = read(write_svg(funnel(language)))
        assert drawing.page.width <= 2300
        assert drawing.page.height <= 1250
        assert not drawing.parts["note"]


def test_phases_stand_from_left_to_right() -> None:
    sketch = funnel()
    frames = [frame(box.frame) for box in read(write_svg(sketch)).parts["box"]]
    by_phase: dict[str, list[Rect]] = {}
    for box, rect in zip(sketch.boxes, frames, strict=True):
        by_phase.setdefault(box.phase or "", []).append(rect)
    assert max(r.right for r in by_phase["find"]) < min(r.left for r in by_phase["win"])
    assert max(r.right for r in by_phase["win"]) < min(r.left for r in by_phase["keep"])


def test_lanes_stand_from_top_to_bottom() -> None:
    sketch = funnel()
    frames = [frame(box.frame) for box in read(write_svg(sketch)).parts["box"]]
    by_lane: dict[str, list[Rect]] = {}
    for box, rect in zip(sketch.boxes, frames, strict=True):
        by_lane.setdefault(box.lane, []).append(rect)
    lanes = [by_lane[lane.id] for lane in sketch.lanes]
    for upper, lower in pairwise(lanes):
        assert max(r.bottom for r in upper) < min(r.top for r in lower)
