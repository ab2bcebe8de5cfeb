"""Where a process counts in working time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from processctl.model.build import Part
from processctl.model.stage import Clocked, Stage
from processctl.model.values import Duration
from processctl.reading.problem import Path

if TYPE_CHECKING:
    from processctl.journey.journey import Journey

Timed = tuple[Duration, Path]
"""A length of time, and the path of the key that says it."""


def working_times(journey: Journey) -> tuple[Timed, ...]:
    """Every duration in working time of what is in force, in the order written."""
    return tuple(
        (length, path) for length, path in _durations(journey) if length and length.business
    )


def _durations(journey: Journey) -> Iterator[tuple[Duration | None, Path]]:
    for stage in journey.stages.values():
        yield from _of_stage(stage)
    for promise in journey.model.promises.values():
        yield promise.within, (*promise.path, "within")
    for forum in journey.model.forums.values():
        if not forum.shared:
            yield forum.lasts, (*forum.path, "lasts")
    for case in journey.model.cases.values():
        for step in case.steps:
            yield step.after, (*step.path, "after")
    for field in journey.model.fields.values():
        if field.personal is not None and not field.shared:
            yield field.personal.kept, (*field.personal.path, "kept")


def _of_stage(stage: Stage) -> Iterator[tuple[Duration | None, Path]]:
    for part in (stage, *stage.varies):
        yield from _of_clocks(part)
    yield stage.paid, (*stage.path, "paid")
    for work in stage.touch.does if stage.touch else ():
        yield _within(work, work.within)
    for exit_ in stage.exits:
        if exit_.live:
            yield exit_.takes, (*exit_.path, "takes")
            if exit_.handoff is not None:
                yield _within(exit_.handoff, exit_.handoff.within)


def _of_clocks(part: Clocked) -> Iterator[tuple[Duration | None, Path]]:
    yield _within(part, part.within)
    for step in (*part.late, *part.idle):
        yield step.after, (*step.path, "after")
    for work in part.does:
        yield _within(work, work.within)
    if part.accepts is not None:
        yield _within(part.accepts, part.accepts.within)


def _within(part: Part, length: Duration | None) -> tuple[Duration | None, Path]:
    return length, (*part.path, "within")
