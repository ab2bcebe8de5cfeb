"""Which of two lengths of time is the longer one."""

from __future__ import annotations

from typing import Literal, TypeAlias

from processctl.journey import Journey
from processctl.model.values import Duration

Than: TypeAlias = Literal["longer", "shorter", "same", "other"]
"""How a length is beside an earlier one; "other" where that depends on the day it begins."""


def beside(journey: Journey, old: Duration, new: Duration) -> Than:
    """How the new length is beside the old one, by the working time of a journey."""
    from processctl.promises.calendar import WorkingTime
    from processctl.promises.lengths import surely_over

    if old == new:
        return "same"
    if old.since != new.since:
        return "other"
    if (old.unit, old.business) == (new.unit, new.business):
        return "longer" if new.count > old.count else "shorter"
    calendar = WorkingTime.of(journey.model.process.calendar)
    over = surely_over(calendar, [new], old), surely_over(calendar, [old], new)
    match over:
        case True, False:
            return "longer"
        case False, True:
            return "shorter"
        case False, False:
            return "same"
    return "other"
