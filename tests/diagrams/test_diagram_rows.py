"""Which row a box stands in: the main road straight ahead, and trees without a crossing."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from processctl.diagrams import Box, Lane, Line, Phase, Sketch, write_svg
from processctl.diagrams.geometry import Rect
from processctl.diagrams.placing.columns import columns
from processctl.diagrams.placing.layout import layout
from processctl.diagrams.placing.rows import grids, main_road
from tests.diagrams.diagram_reader import read
from tests.diagrams.diagram_sketches import EXAMPLES, example, funnel


def test_the_main_road_leads_from_the_start_to_a_success() -> None:
    sketch = funnel()
    road = main_road(sketch, columns(sketch))
    assert road == {"lead", "nurture", "mql", "accepted", "need", "offer", "setup", "customer"}


def test_the_main_road_stands_in_the_first_row_of_each_lane() -> None:
    for sketch in (funnel(), *map(example, EXAMPLES)):
        place = columns(sketch)
        road = main_road(sketch, place)
        cells = grids(sketch, place)[0]
        for lane, first, _ in cells.lane_rows:
            members = {box.id for box in sketch.boxes if box.lane == lane.id} & road
            alone = [
                box for box in members if sum(place[box] == place[one] for one in members) == 1
            ]
            assert {cells.row_of[box] for box in alone} <= {first}, (sketch.title, lane.name)


def tree(seed: int) -> Sketch:
    """Strategy, goals and metrics, shuffled: each with one parent."""
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    parents = {f"g{at}": "s" for at in range(dice.randint(1, 4))}
    goals = list(parents)
    parents |= {f"m{at}": dice.choice(goals) for at in range(dice.randint(1, 10))}
    boxes = [Box("s", "Strategy", "all", phase="s")]
    boxes += [Box(one, one, "all", phase=one[0]) for one in parents]
    dice.shuffle(boxes)
    lines = tuple(Line(f"to {one}", parent, one) for one, parent in parents.items())
    phases = Phase("s", "Strategy"), Phase("g", "Goals"), Phase("m", "Metrics")
    return Sketch("Goals", "en", (Lane("all", ""),), tuple(boxes), lines, phases)


@given(st.integers(0, 10_000))
def test_a_tree_has_no_crossings(seed: int) -> None:
    routes = list(layout(tree(seed)).routes.values())
    for number, one in enumerate(routes):
        for other in routes[:number]:
            assert not any(
                _inside(a).meets_segment(b) for a in pairwise(one) for b in pairwise(other)
            )


def _inside(piece: tuple[tuple[float, float], tuple[float, float]]) -> Rect:
    """A piece of a line without its ends, as thin as can be."""
    (x1, y1), (x2, y2) = piece
    frame = Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    return Rect(frame.left - 0.5, frame.top + 1, 1, frame.height - 2) if x1 == x2 else Rect(
        frame.left + 1, frame.top - 0.5, frame.width - 2, 1
    )  # fmt: skip


def test_a_lane_without_a_name_has_no_head() -> None:
    drawing = read(write_svg(tree(1)))
    assert not drawing.parts.get("lane")
    named = read(write_svg(funnel()))
    first = min(box.frame.left for box in drawing.parts["box"] if box.frame is not None)
    assert first < min(box.frame.left for box in named.parts["box"] if box.frame is not None) - 60
