"""The order in which pages list stages: by phase, as a case meets them, and where it ends last."""

from __future__ import annotations

from processctl.journey import Journey
from processctl.model.stage import Stage
from processctl.views.journey import shown_stages


def stages_in_order(journey: Journey) -> list[Stage]:
    """Every stage that is shown."""
    phases = {name: number for number, name in enumerate(journey.model.process.phases or {})}

    def place(stage: Stage) -> tuple[bool, int]:
        return stage.id in journey.final, phases.get(stage.phase or "", len(phases))

    return sorted(shown_stages(journey), key=place)
