"""What lies ahead and behind within one team, and what can be given back to whom."""

from __future__ import annotations

import tempfile
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.journey.regions import Regions
from tests.journey.arrows import journey_of

_STAGES = "abcdefg"


def _graph(pairs: list[tuple[str, str]]) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(_STAGES)
    graph.add_edges_from(pairs)
    return graph


@given(
    st.lists(st.tuples(st.sampled_from(_STAGES), st.sampled_from(_STAGES)), max_size=16),
    st.lists(st.sampled_from(["x", "y", None]), min_size=7, max_size=7),
    st.sets(st.sampled_from(_STAGES)),
)
def test_a_region_is_what_can_be_reached_without_leaving_the_team(
    pairs: list[tuple[str, str]], teams: list[str | None], marked: set[str]
) -> None:
    team = dict(zip(_STAGES, teams, strict=True))
    graph = _graph(pairs)
    inside: nx.DiGraph[str] = nx.DiGraph()
    inside.add_nodes_from(_STAGES)
    inside.add_edges_from(
        (one, two) for one, two in pairs if team[one] is not None and team[one] == team[two]
    )
    regions = Regions(graph, team)
    seeds = {stage: {stage: True} for stage in marked}
    ahead, behind = regions.ahead(seeds), regions.behind(seeds)
    for stage in _STAGES:
        assert set(ahead[stage]) == marked & {stage, *nx.descendants(inside, stage)}
        assert set(behind[stage]) == marked & {stage, *nx.ancestors(inside, stage)}


def test_of_two_the_nearest_stands_or_the_farthest() -> None:
    regions = Regions(_graph([("a", "b"), ("b", "c")]), dict.fromkeys(_STAGES, "x"))
    seeds = {"b": {"key": "near"}, "c": {"key": "far"}}
    assert regions.ahead(seeds)["a"] == {"key": "near"}
    assert regions.ahead(seeds, farthest=True)["a"] == {"key": "far"}
    assert regions.behind({"a": {"key": "far"}, "b": {"key": "near"}})["c"] == {"key": "near"}


@pytest.mark.parametrize(
    ("arrows", "teams", "back"),
    [
        ("a>b b~a", "a:x b:y", "x"),
        ("a>b b>c c~a", "a:x b:y c:y", "x"),
        ("a>b b>c c~a", "a:x b:y c:z", ""),
        ("a>b b>c c>b c~a", "a:x b:y c:y", "x"),
        ("a>b b>a", "a:x b:y", ""),
        ("a>b b>c c~a", "a:x b:y", ""),
        ("a>b b|c c~a", "a:x b:y c:y", ""),
        ("a>b c~a", "a:x b:y c:y", ""),
    ],
)
def test_returns_count_from_the_stage_or_behind_it_in_its_team(
    tmp_path: Path, arrows: str, teams: str, back: str
) -> None:
    journey = journey_of(tmp_path, arrows, starts="a", results="w", teams=f"{teams} w:x")
    assert " ".join(journey.returned_to["b"]) == back


def test_what_is_planned_gives_back_only_in_plan(tmp_path: Path) -> None:
    journey = journey_of(tmp_path, "a>b b|c c~a", starts="a", results="w", teams="a:x b:y c:y w:x")
    assert "x" not in journey.returned_to["b"]
    assert journey.planned_returned_to["b"]["x"].source == "c"


@pytest.mark.parametrize(
    ("arrows", "teams", "unmarked"),
    [
        ("a>b b>w b>a", "a:x b:y", ["b>a"]),
        ("a>b b>w b~a", "a:x b:y", []),
        ("a>b b>c c>w c>a", "a:x b:y c:y", ["c>a"]),
        ("a>b b>w b~a b>a", "a:x b:y", []),
        ("a>b b>c c>w c>a", "a:x b:y c:z", []),
        ("a>b b>c c>w c>b b~a", "a:x b:y c:z", ["c>b"]),
    ],
)
def test_an_exit_back_to_the_giver_that_only_lacks_the_mark(
    tmp_path: Path, arrows: str, teams: str, unmarked: list[str]
) -> None:
    journey = journey_of(tmp_path, arrows, starts="a", results="w", teams=f"{teams} w:y")
    edges = [one.handoff.edge for one in journey.unmarked_returns]
    assert [f"{edge.source}>{edge.target}" for edge in edges] == unmarked
    told = {id(one.edge) for one in journey.handoffs}
    assert not any(id(edge) in told for edge in edges)


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")), min_size=1))
def test_a_way_back_that_would_be_unmarked_answers_a_real_handoff(
    pairs: list[tuple[str, str]],
) -> None:
    arrows = " ".join(f"{source}>{target}" for source, target in pairs)
    teams = "a:x b:y c:y d:z e:x"
    with tempfile.TemporaryDirectory() as folder:
        journey = journey_of(Path(folder), arrows, starts="a", results="w", teams=teams)
        real = {id(one) for one in journey.handoffs}
        for one in journey.unmarked_returns:
            assert id(one.of) in real
            assert one.of.giver.team == one.handoff.receiver.team
            assert one.of.receiver.team == one.handoff.giver.team
