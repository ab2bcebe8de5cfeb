"""Whether a declared case goes the way that it is said to go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Literal, TypeAlias

from processctl.model.aims import Case
from processctl.texts import say
from processctl.trying.ground import Ground
from processctl.trying.of_case import Fault, plan_of
from processctl.trying.told import Stop, Walk
from processctl.trying.walk import walk

MOST_LOOKS = 100_000
Wrong: TypeAlias = Literal[
    "",
    "fault",
    "path",
    "ends",
    "refused",
    "nowhere",
    "several",
    "lacks",
    "unread",
    "long",
    "unused",
]
"""What is wrong with a case: it cannot be tried; it goes another way; it ends elsewhere; it is refused at
a door; it falls through; it fits several exits; it lacks an answer; and so on."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A case, its walk, and what is wrong: nothing, or the first thing of it.

    ``parted`` is the place in the path from which on it is another one, ``at`` the stop that it comes of.
    """

    case: Case
    walk: Walk | None
    wrong: Wrong = ""
    fault: Fault | None = None
    parted: int | None = None
    at: Stop | None = None

    @property
    def passes(self) -> bool:
        """Whether the case goes as it is said to."""
        return not self.wrong


def check_case(ground: Ground, case: Case, today: date) -> Checked:
    """Let a case walk, and compare.

    A case of which a path or an end is told need not say more than what leads there.
    """
    plan = plan_of(ground.journey, case)
    if isinstance(plan, Fault):
        return Checked(case, None, "fault", plan)
    done = walk(ground, plan, today)
    refused = next((stop for stop in done.stops if stop.refused), None)
    expected = tuple(one.id for one in case.stages)
    parted = _parted(expected, done.path) if expected else None
    last = done.stops[-1]
    if parted is not None:
        wrong: Wrong = "path"
        if parted == len(done.path) and done.end in ("lacks", "nowhere", "several", "unread"):
            wrong = _of_end(done)
        return Checked(case, done, wrong, parted=parted, at=_leaving(done, parted))
    if case.ends is not None and not _is_end(ground, last, case.ends.id):
        wrong = _of_end(done) or "ends"
        return Checked(case, done, wrong, at=last)
    if refused is not None:
        return Checked(case, done, "refused", at=refused)
    if done.unused:
        return Checked(case, done, "unused", at=last)
    is_told = bool(expected or case.ends) and last.visit is None
    if done.end == "lacks" and is_told:
        return Checked(case, done)
    return Checked(case, done, _of_end(done), at=last)


def check_cases(
    ground: Ground, cases: Iterable[Case], today: date, most: int = MOST_LOOKS
) -> tuple[Checked, ...]:
    """Let several cases walk; none any more when they have looked at ``most`` exits together."""
    found: list[Checked] = []
    looks = 0
    for case in cases:
        if looks >= most:
            words = say("The cases before it have looked at so many exits that it did not walk.")
            found.append(Checked(case, None, "fault", Fault(words, case.path)))
            continue
        found.append(check_case(ground, case, today))
        done = found[-1].walk
        looks += sum(len(stop.looks) for stop in done.stops) if done is not None else 0
    return tuple(found)


def _of_end(done: Walk) -> Wrong:
    if done.end in ("nowhere", "several", "lacks", "unread", "long"):
        return done.end
    return ""


def _parted(expected: tuple[str, ...], actual: tuple[str, ...]) -> int | None:
    for place, (one, other) in enumerate(zip_longest(expected, actual)):
        if one != other:
            return place
    return None


def _leaving(done: Walk, place: int) -> Stop | None:
    """The last stop before a place in the path."""
    before: Stop | None = None
    come = 0
    for stop in done.stops:
        come += not stop.again
        if come > place:
            break
        before = stop
    return before


def _is_end(ground: Ground, last: Stop, wanted: str) -> bool:
    stage = ground.journey.stages[last.stage]
    return wanted in (last.stage, stage.outcome)
