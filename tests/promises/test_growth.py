"""What the graph alone decides takes steps in proportion to its size."""

from __future__ import annotations

from pathlib import Path

import pytest

from processctl.journey import Journey
from processctl.model.aims import Promise
from processctl.model.reference import Reference
from processctl.model.values import Duration
from processctl.promises import Ground, Verdict, judge_promise, slowest
from processctl.promises import walks as walks_module
from processctl.promises.arrival import never, passes, reaches
from processctl.promises.ground import Ground as GroundClass
from processctl.promises.worst import in_time
from tests.promises.small import journey_of

_PARTS = 200_000


def _chain(folder: Path, stages: int) -> Journey:
    """A chain in which each stage may give back once to the one before."""
    folder.mkdir()
    last = stages - 1
    lines = ["processctl: 1", "stages:", "  s0: {start: true, within: 1 day, exits: [{to: s1}]}"]
    lines += [
        f"  s{n}: {{within: 1 day, exits: [{{to: s{n + 1}}}, {{to: s{n - 1}, return: true,"
        f" at_most: 1, then: lost_one}}]}}"
        for n in range(1, last)
    ]
    lines += [f"  s{last}: {{outcome: won}}", "  lost_one: {outcome: lost}"]
    return journey_of(folder, "\n".join(lines) + "\n")


class _Counter:
    """Counts the edges that a ground hands out."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps = 0
        step = GroundClass.step
        reach = GroundClass.reach

        def counted_step(ground: Ground, *given: object) -> object:
            self.steps += 1
            return step(ground, *given)  # type: ignore[arg-type]  # handed on as they came

        def counted_reach(ground: Ground, *given: object, **more: object) -> object:
            met = reach(ground, *given, **more)  # type: ignore[arg-type]  # handed on as they came
            self.steps += sum(len(ground.out[stage]) for stage in met)
            return met

        monkeypatch.setattr(GroundClass, "step", counted_step)
        monkeypatch.setattr(GroundClass, "reach", counted_reach)


def _judged(journey: Journey, stages: int) -> list[Verdict]:
    last = f"s{stages - 1}"
    ends = frozenset((last, "lost_one"))
    middle = f"s{stages // 2}"
    ground = Ground(journey).watching("s0")
    return [
        reaches(ground, "s0", ends),
        in_time(ground, "s0", ends, Duration(90_000_000, "year")),
        never(ground, middle, frozenset(("s0",))),
        passes(ground, None, last, middle),
        passes(ground, None, "lost_one", middle),
        slowest(Ground(journey), "s0", frozenset((last,)), Duration(90_000_000, "year")),
    ]


def test_steps_grow_with_the_number_of_stages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = []
    for stages in (1_000, 10_000):
        journey = _chain(tmp_path / str(stages), stages)
        with monkeypatch.context() as patched:
            counter = _Counter(patched)
            answers = [one.answer for one in _judged(journey, stages)]
            counted.append(counter.steps)
        assert answers == ["kept", "kept", "broken", "kept", "broken", "kept"]
    small, large = counted
    assert 0 < large < 12 * small


def test_looking_at_walks_has_an_end(tmp_path: Path) -> None:
    journey = _chain(tmp_path / "one", 300)
    verdict = in_time(
        Ground(journey).watching("s0"), "s0", frozenset(("s299", "lost_one")), Duration(400, "day")
    )
    assert verdict.answer == "not proven"
    assert walks_module.LOOKED_AT <= _PARTS


def test_many_promises_share_what_may_be_looked_at(tmp_path: Path) -> None:
    journey = _chain(tmp_path / "one", 300)
    ground = Ground(journey)
    before = ground.work.edges
    never(ground, "s150", frozenset(("s0",)))
    used = before - ground.work.edges
    assert 0 < used < 5 * len(journey.edges)
    ground.work.edges = used // 2
    promise = Promise(path=("promises", "p"), id="p", start=_stage("s150"), never=_stage("s0"))
    answers = [judge_promise(ground, promise) for _ in range(2)]
    assert [one and one.answer for one in answers] == ["broken", "not proven"]


def _stage(name: str) -> Reference:
    return Reference(name, ("promises", "p", "from"), ("stages",), "stages")
