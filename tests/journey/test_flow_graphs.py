"""Reachability, groups of unreachable stages, and traps, on graphs drawn by hand and at random."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.journey.search import reach, way_to
from processctl.journey.unreached import unreached_groups
from processctl.rules.pc3_flow import trap
from tests.journey.arrows import journey_of


@pytest.mark.parametrize(
    ("arrows", "groups"),
    [
        ("a>b b>c", []),
        ("a>b c>b", [("c",)]),
        ("a>b c>d d>b", [("c", "d")]),
        ("a>b d>b c>d", [("c", "d")]),
        ("a>b c>b d>b", [("c",), ("d",)]),
        ("a>b c>d d>c d>b", [("c", "d")]),
        ("a>b c>e d>e e>b", [("c", "e"), ("d",)]),
        ("a>b c>c", [("c",)]),
        ("a>b a|c c>d d>b", [("c", "d")]),
        ("a>b c>d d>c d>e e>b", [("c", "d", "e")]),
    ],
)
def test_unreachable_stages_hang_together_by_the_gap_that_is_to_blame(
    tmp_path: Path, arrows: str, groups: list[tuple[str, ...]]
) -> None:
    assert unreached_groups(journey_of(tmp_path, arrows, starts="a")) == groups


def test_without_a_start_no_group_is_told(tmp_path: Path) -> None:
    assert unreached_groups(journey_of(tmp_path, "a>b c>b")) == []


@pytest.mark.parametrize(
    ("arrows", "results", "traps"),
    [
        ("a>b b>c", "c", []),
        ("a>b b>a", "", [("a", "b")]),
        ("a>b b>c c>b", "", [("b", "c")]),
        ("a>b b>b", "", [("b",)]),
        ("a>b b>c c>b c>d", "d", []),
        ("a>b b>c c>b", "c", []),
        ("a>b b>c c>b b|d", "d", [("b", "c")]),
        ("a>b b>c c>b a>d d>e e>d", "", [("b", "c"), ("d", "e")]),
        ("a>b b>c c>d d>b a>e", "e", [("b", "c", "d")]),
        ("a>b b>c c>b c>d d>e e>d", "", [("d", "e")]),
    ],
)
def test_traps_are_circles_without_a_way_on(
    tmp_path: Path, arrows: str, results: str, traps: list[tuple[str, ...]]
) -> None:
    journey = journey_of(tmp_path, arrows, starts="a", results=results)
    found = [(str(one.where.path[1]), *one.ids) for one in trap.check(journey)]  # type: ignore[union-attr]  # a stage is a place
    assert sorted(tuple(sorted(one)) for one in found) == traps


def test_what_leads_only_into_a_trap_is_shown_with_it(tmp_path: Path) -> None:
    journey = journey_of(tmp_path, "a>b a>w b>c c>d d>c", starts="a", results="w")
    (found,) = trap.check(journey)
    shown = [dict(also.message.arguments)["stage"] for also in found.also]
    assert [text.versions[0][1] for text in shown if not isinstance(text, str | int)] == ["d", "b"]  # type: ignore[union-attr]  # stages are texts
    assert found.witness == ("a", "b", "c")


_STAGES = "abcdef"
_ARROWS = st.lists(
    st.tuples(st.sampled_from(_STAGES), st.sampled_from(_STAGES)), min_size=1, max_size=14
)


@given(_ARROWS)
def test_every_unreachable_stage_is_in_one_group(pairs: list[tuple[str, str]]) -> None:
    arrows = " ".join(f"{source}>{target}" for source, target in pairs)
    with tempfile.TemporaryDirectory() as folder:
        journey = journey_of(Path(folder), arrows, starts="a")
        members = [stage for group in unreached_groups(journey) for stage in group]
        assert sorted(members) == sorted(journey.stages.keys() - journey.met.keys())


@given(_ARROWS)
def test_a_case_in_a_trap_stays_there_and_one_elsewhere_may_leave(
    pairs: list[tuple[str, str]],
) -> None:
    arrows = " ".join(f"{source}>{target}" for source, target in pairs)
    with tempfile.TemporaryDirectory() as folder:
        journey = journey_of(Path(folder), arrows, starts="a", results="f")
        trapped = {
            stage
            for one in trap.check(journey)
            for stage in (str(one.where.path[1]), *one.ids)  # type: ignore[union-attr]  # a stage is a place
        }
        for stage in journey.stages:
            ahead = reach(journey.graph, [stage]).keys()
            circles = all(stage in reach(journey.graph, [other]) for other in ahead)
            moves = bool(journey.out[stage])
            assert (stage in trapped) == (circles and moves and "f" not in ahead)


@given(_ARROWS)
def test_a_witness_is_a_way_of_the_graph(pairs: list[tuple[str, str]]) -> None:
    arrows = " ".join(f"{source}>{target}" for source, target in pairs)
    with tempfile.TemporaryDirectory() as folder:
        journey = journey_of(Path(folder), arrows, starts="a")
        for stage in journey.met:
            way = way_to(stage, journey.met)
            assert way[0] == "a"
            assert all(journey.graph.has_edge(*step) for step in pairwise(way))
