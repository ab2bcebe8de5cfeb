"""Stages that have to be left, or answered, in time."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.stage import Stage


def with_a_clock(journey: Journey) -> Iterator[Stage]:
    """Stages in force with a longest time, of all cases or of those of one segment."""
    for stage in journey.stages.values():
        if any(part.within is not None or part.late for part in (stage, *stage.varies)):
            yield stage
