"""What we write as BPMN and read again is the process that it was, as far as BPMN goes."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from processctl.bpmn import write_bpmn
from processctl.bpmn.taken import take_over
from processctl.diagrams import Options
from processctl.fmt import Formatted, format_text
from processctl.journey import Journey
from processctl.lint.run import read_journey
from processctl.model.values import Duration
from processctl.reading.limits import Limits
from processctl.texts import translator
from processctl.views.lines import time_of
from tests.bpmn.charts import NAMES, journey
from tests.cli.program import write


def again(before: Journey, folder: Path) -> Journey:
    """The journey that comes of its own BPMN file."""
    taken = take_over(write_bpmn(before, "en", Options()), translator("en"))
    formatted = format_text(taken.text)
    assert isinstance(formatted, Formatted)
    assert formatted.text == taken.text
    after = read_journey(write(folder, processctl=taken.text), Limits())
    assert after.model.workspace.problems == ()
    assert all(one.known for one in after.model.references)
    return after


def ways(journey: Journey) -> set[tuple[str, str, str]]:
    """Every way; one whose time a timer cannot say has become words that somebody judges."""
    times = defaultdict[tuple[str, str, str], set[Duration | None]](set)
    for edge in journey.edges:
        if edge.live:
            times[edge.kind, edge.source, edge.target].add(time_of(journey, edge))
    return {
        ("exit" if kind in ("late", "idle") and not _is_clear(found) else kind, source, target)
        for (kind, source, target), found in times.items()
    }


def _is_clear(times: set[Duration | None]) -> bool:
    return len(times) == 1 and all(time is not None and time.since is None for time in times)


def same(before: Journey, after: Journey) -> None:
    assert after.model.stages.keys() == before.stages.keys()
    assert ways(after) == ways(before)
    assert set(after.starts) == set(before.starts)
    assert after.outcomes == before.outcomes
    assert after.final == before.final
    for name, stage in before.stages.items():
        read = after.model.stages[name]
        owner, own = before.owners.get(name), after.owners.get(name)
        if name not in before.outcomes:  # a result stands in no lane of its owner
            assert (own.team if own else None) == (owner.team if owner else None), name
        counts = stage.within is not None and stage.within.since is None
        assert not counts or read.within == stage.within or read.late, name
        assert (read.continues is None) == (stage.continues is None)


@pytest.mark.parametrize("name", NAMES)
def test_every_example_survives(name: str, tmp_path: Path) -> None:
    before = journey(name, tmp_path / "before")
    same(before, again(before, tmp_path / "after"))


@st.composite
def processes(draw: st.DrawFn) -> dict[str, Any]:
    """Small processes: owners, exits, clocks, limits, results, in any connection."""
    names = [f"stage{number}" for number in range(draw(st.integers(1, 5)))]
    name, yes = st.sampled_from(names), st.booleans()
    length = st.sampled_from(["2 days", "1 week", "3 business days", "1 quarter", "2 years"])
    stages: dict[str, Any] = {}
    for one in names:
        stage: dict[str, Any] = {"owner": draw(st.sampled_from(["ann", "ben", "ours", "theirs"]))}
        if draw(yes):
            stage["start"] = draw(st.sampled_from([True, {"from": ["Web"]}]))
        if draw(yes):
            stage["outcome"] = draw(st.sampled_from(["won", "lost", "paused"]))
        exits: list[str] = draw(st.lists(name, max_size=3, unique=True))
        stage["exits"] = [{"to": to, "when": {"says": f"Because of {to}"}} for to in exits]
        if draw(yes) and exits:
            stage["exits"][-1] = {"to": exits[-1], "when": "otherwise"}
        if draw(yes) and exits:
            stage["exits"][0] |= {"return": True, "at_most": 2, "then": draw(name)}
        if draw(yes):
            stage |= {"within": draw(length), "late": {"to": draw(name)}}
        if draw(yes):
            stage["idle"] = {"after": draw(length), "to": draw(name)}
        if draw(yes):
            silent = {"within": "4 business hours", "silent": {"to": draw(name)}}
            stage["accepts"] = silent
        if draw(yes):
            stage["holds"] = {"at_most": 3, "per": "stage", "full": {"to": draw(name)}}
        stages[one] = stage
    return {
        "processctl": 1,
        "process": {"outcomes": {"paused": {"name": "Paused", "counts_as": "neutral"}}},
        "teams": {"ours": {}, "theirs": {"name": "The others"}},
        "roles": {"ann": {"team": "ours"}, "ben": {"team": "theirs", "name": "Ben's job"}},
        "stages": stages,
    }


RESULT_OF_A_TEAM = {  # whose name is read before the lane of that team
    "processctl": 1,
    "teams": {"ours": {}},
    "roles": {"ann": {"team": "ours"}},
    "stages": {
        "signed": {
            "owner": "ours",
            "outcome": "won",
            "accepts": {"within": "4 business hours", "silent": {"to": "signed"}},
        },
        "first": {"owner": "ann"},
    },
}


@given(process=processes())
@example(process=RESULT_OF_A_TEAM)
def test_any_small_process_survives(
    process: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("process")
    before = read_journey(write(folder / "before", processctl=json.dumps(process)), Limits())
    same(before, again(before, folder / "after"))
