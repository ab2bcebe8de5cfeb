"""Which feedback is in force, and whether one team tells another what it learns."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.meeting import Feedback


def may_tell(journey: Journey, giver: str, hearer: str) -> bool:
    """Whether a feedback loop in force goes from one team to another, or could be meant to."""
    return any(loop.blurred or loop.tells(giver, hearer) for loop in journey.loops)


def in_force(journey: Journey) -> Iterator[Feedback]:
    """The feedback loops that are in force beyond doubt."""
    for loop in journey.loops:
        if loop.feedback.readable("status"):
            yield loop.feedback
