"""Which stages a metric looks at."""

from __future__ import annotations

from processctl.journey import Journey
from processctl.model.reference import Reference


def measured(journey: Journey, reference: Reference | None) -> tuple[str, ...]:
    """The stage that is named, or every stage with the outcome that is."""
    if reference is None or not reference.known:
        return ()
    if reference.section == "stages":
        return (reference.id,) if reference.id in journey.stages else ()
    return tuple(name for name, stage in journey.stages.items() if stage.outcome == reference.id)
