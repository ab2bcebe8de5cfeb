"""Verdicts on small processes agree with a walker that tries everything, in both directions."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from processctl.journey import Edge, Journey
from processctl.model.values import Duration
from processctl.promises.arrival import never, passes, reaches
from processctl.promises.ground import Ground
from processctl.promises.verdict import Verdict
from processctl.promises.worst import in_time
from tests.promises.small import NAMES, Past, Process, Walker, journey_of, processes, written

_STAGE = st.sampled_from(NAMES)
_TARGETS = st.frozensets(_STAGE, min_size=1, max_size=2)


def _both(process: Process) -> tuple[Journey, Walker]:
    with tempfile.TemporaryDirectory() as folder:
        journey = journey_of(Path(folder), written(process))
    assert not journey.uncertain
    handed = frozenset(
        ((one.edge.source, int(one.exit.path[3])), one.edge.target) for one in journey.handoffs
    )
    return journey, Walker(process, handed)


def _agrees(verdict: Verdict, is_kept: bool) -> None:
    assert verdict.answer == ("kept" if is_kept else "broken")


def _key(edge: Edge) -> tuple[str, object, str]:
    if edge.kind in ("exit", "then"):
        return edge.kind, (edge.source, edge.path[3]), edge.target
    return edge.kind, (edge.source, edge.kind), edge.target


def _is_walk(walker: Walker, sources: Sequence[Past], walk: Sequence[Edge]) -> list[Past]:
    """The cases that can have come to the end of a walk."""
    here = list(sources)
    for edge in walk:
        here = [
            after
            for past in here
            for step, after in walker.steps(past)
            if (step.kind, step.key, step.to) == _key(edge)
        ]
    return here


def _walked(walker: Walker, verdict: Verdict, source: str | None) -> list[Past]:
    """The cases that can have come to the end of a verdict's walk; it passes where it has to begin."""
    if source is None or verdict.from_birth:
        assert source is None or source in verdict.stages
        sources = [past for past in walker.born() if past.stage == verdict.first]
    else:
        assert verdict.first == source
        sources = walker.entering(source)
    return _is_walk(walker, sources, verdict.walk)


@given(processes(), _STAGE, _TARGETS)
def test_never(process: Process, source: str, targets: frozenset[str]) -> None:
    if source not in process:
        return
    journey, walker = _both(process)
    verdict = never(Ground(journey), source, targets)
    _agrees(verdict, walker.never(source, targets))
    if verdict.answer == "broken":
        assert _walked(walker, verdict, source)
        assert verdict.stages[-1] in targets


@given(processes(), _STAGE | st.none(), _STAGE, _STAGE)
def test_passes(process: Process, source: str | None, target: str, by: str) -> None:
    if not {source or "a", target} <= process.keys():
        return
    journey, walker = _both(process)
    verdict = passes(Ground(journey), source, target, by)
    _agrees(verdict, walker.passes(source, target, by))
    if verdict.answer == "broken":
        assert _walked(walker, verdict, source)
        assert verdict.from_birth or by not in verdict.stages
        assert verdict.stages[-1] == target


@given(processes(), _STAGE, _TARGETS)
def test_reaches(process: Process, source: str, targets: frozenset[str]) -> None:
    if source not in process or source in targets:
        return
    journey, walker = _both(process)
    verdict = reaches(Ground(journey), source, targets)
    _agrees(verdict, walker.reaches(source, targets))
    if verdict.answer == "broken":
        ends = _walked(walker, verdict, source)
        assert ends
        assert verdict.from_birth or not targets & set(verdict.stages)
        if verdict.fault == "stays":
            assert any(walker.stays(past) for past in ends)


@given(processes(timed=True), _STAGE, _TARGETS, st.integers(1, 60))
def test_in_time(process: Process, source: str, targets: frozenset[str], days: int) -> None:
    if source not in process or source in targets:
        return
    journey, walker = _both(process)
    if not walker.reaches(source, targets):
        return
    ground = Ground(journey).watching(source)
    verdict = in_time(ground, source, targets, Duration(days, "day"))
    worst = walker.worst(source, targets)
    _agrees(verdict, worst <= days)
    if verdict.answer == "broken":
        assert _walked(walker, verdict, source)
        assert (verdict.fault != "late") == (worst == float("inf"))
