"""What a case may bring along is what one can walk with, whatever the circles."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from processctl.journey import Edge
from processctl.journey.search import reach, spread
from tests.journey.arrows import journey_of

STAGES = tuple("abcdef")
EDGES = st.lists(st.tuples(st.sampled_from(STAGES), st.sampled_from(STAGES)), max_size=14)


@given(
    EDGES, st.dictionaries(st.sampled_from(STAGES), st.sampled_from("xyz")), st.integers(0, 2**14)
)
def test_a_thing_is_spread_to_where_it_can_be_carried(
    pairs: list[tuple[str, str]], done: dict[str, str], closed: int
) -> None:
    arrows = " ".join(f"{source}>{target}" for source, target in pairs)
    with tempfile.TemporaryDirectory() as folder:
        journey = journey_of(Path(folder), arrows, starts=" ".join(STAGES))
    undoing = {
        id(edge): "xyz"[place % 3]
        for place, edge in enumerate(journey.edges)
        if closed >> place & 1
    }

    def undone(edge: Edge) -> str:
        return undoing.get(id(edge), "")

    comes_with = spread(journey.graph, done, undone)
    for thing in sorted(set(done.values())):

        def carries(edge: Edge, thing: str = thing) -> bool:
            return undone(edge) != thing

        doing = [stage for stage in STAGES if done.get(stage) == thing]
        first = [edge.target for stage in doing for edge in journey.out[stage] if carries(edge)]
        assert {stage for stage in STAGES if comes_with(stage, thing)} == set(
            reach(journey.graph, first, counts=carries)
        )
