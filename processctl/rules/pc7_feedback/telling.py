"""Whether one team tells another what it learns."""

from __future__ import annotations

from processctl.journey import Journey


def may_tell(journey: Journey, giver: str, hearer: str) -> bool:
    """Whether a feedback loop in force goes from one team to another, or could be meant to."""
    return any(loop.blurred or loop.tells(giver, hearer) for loop in journey.loops)
