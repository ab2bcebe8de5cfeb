"""What teams tell each other: feedback along the handoffs, and against them."""

from __future__ import annotations

from processctl.journey import Journey, Loop
from processctl.model.exit import Exit
from processctl.model.meeting import Feedback


def backward(journey: Journey) -> list[Feedback]:
    """Feedback from a team that receives cases to the one that gives them."""
    return [one.feedback for one in journey.loops if _runs(journey, one, back=True)]


def forward(journey: Journey) -> list[Feedback]:
    """Feedback from a team that gives cases to the one that receives them."""
    return [one.feedback for one in journey.loops if _runs(journey, one, back=False)]


def _runs(journey: Journey, loop: Loop, *, back: bool) -> bool:
    for one in journey.handoffs:
        giver, receiver = one.giver.team, one.receiver.team
        if not one.across or giver is None or receiver is None:
            continue
        if loop.tells(receiver, giver) if back else loop.tells(giver, receiver):
            return True
    return False


def exits_with_reasons(journey: Journey) -> list[Exit]:
    """Exits in force that say why a case takes them."""
    return [
        exit_
        for stage in journey.stages.values()
        for exit_ in stage.exits
        if exit_.reasons is not None and exit_.live
    ]
