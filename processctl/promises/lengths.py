"""Lengths of time beside each other: sums of minutes, of working time, and of months.

A month has 28 to 31 days, so a sum of months and days has no length in days of its own. Two sums are
compared by what is over on one side: where more months are spent than were promised each may be as long
as months get, where fewer are, the promised ones may be the shortest. No sum is turned into another
unit that need not be, so that twelve months are a year, and not five days more.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from processctl.model.values import Duration, Unit
from processctl.promises.calendar import DAY, WorkingTime

Minutes: TypeAlias = float
"""A whole number of minutes, or infinity."""

_UNITS: dict[Unit, int] = {"minute": 1, "hour": 60, "day": DAY, "week": 7 * DAY}
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12}
_YEAR = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP = (31, 29, *_YEAR[2:])
Side: TypeAlias = Literal["working", "alone", "short", "long", "mean", "days"]
_MEAN = 1461 * DAY // 48
_OFF = 3 * DAY
"""No run of months up to a hundred years is so far from as many mean ones."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A way to add up lengths, of which no sum comes out too small beside what is promised.

    ``working`` counts working time, the others minutes. With ``short`` and ``long`` months, of 28 and of
    31 days, what is over in neither is not over at all, for it has fewer months than were promised, or
    not. ``mean`` months show it better where there are many fewer. And where there is nothing else,
    sums of ``days`` have their length, and working time ``alone`` is not rounded up in every stage.
    """

    calendar: WorkingTime
    side: Side

    def of(self, length: Duration) -> Minutes:
        """A length in this measure, at most."""
        if length.business:
            minutes = working_minutes(self.calendar, length)
            is_working = self.side in ("working", "alone")
            return minutes if is_working else self.calendar.longest(minutes).most
        if self.side == "alone" or (self.side == "days" and _months(length)):
            return math.inf
        if self.side == "working":
            return self.calendar.within(_minutes(length, 31 * DAY))
        month = {"short": 28 * DAY, "mean": _MEAN}.get(self.side, 31 * DAY)
        return _minutes(length, month)

    def keeps(self, total: Minutes, promised: Duration) -> bool:
        """Whether a sum in this measure is no more than promised."""
        if total == math.inf:
            return False
        match self.side:
            case "mean":
                return _months(promised) <= 1_200 and total <= self.of(promised) - _OFF
            case "alone":
                return self.calendar.longest(int(total)).most <= _least(promised)
            case "days":
                return total <= _least(promised)
        return total <= self.of(promised)


def measures(calendar: WorkingTime, promised: Duration) -> tuple[tuple[Measure, ...], ...]:
    """Sets of measures: what keeps within a promise in all measures of one set keeps it."""
    sets: tuple[tuple[Side, ...], ...] = (
        (("working",),)
        if promised.business
        else (("short", "long"), ("mean",), ("days",), ("alone",))
    )
    return tuple(tuple(Measure(calendar, side) for side in sides) for sides in sets)


def surely_over(calendar: WorkingTime, lengths: Iterable[Duration], promised: Duration) -> bool:
    """Whether lengths that follow on each other really can take more time than promised.

    No holidays are counted on, and of several stretches of working time only the longest lies as
    badly as it can.
    """
    if promised.business:
        measure = Measure(calendar, "working")
        return sum(map(measure.of, lengths)) > measure.of(promised)
    months, minutes = _total(calendar, lengths)
    months -= _months(promised)
    days = _longest(months) if months > 0 else -_shortest(-months)
    return days * DAY + minutes - _without_months(promised) > 0


def calendar_days(calendar: WorkingTime, lengths: Iterable[Duration]) -> int:
    """How many days by the calendar lengths that follow on each other really can take, rounded up."""
    months, minutes = _total(calendar, lengths)
    return _longest(months) - (-minutes // DAY)


def _total(calendar: WorkingTime, lengths: Iterable[Duration]) -> tuple[int, int]:
    """The months and minutes that lengths can take, at their worst as in ``surely_over``."""
    months, minutes = 0, 0
    stretches = [0]
    for length in lengths:
        if length.business:
            stretches[-1] += working_minutes(calendar, length)
            continue
        if stretches[-1]:
            stretches.append(0)
        months += _months(length)
        minutes += _without_months(length)
    stretches.sort()
    minutes += calendar.longest(stretches[-1]).sure
    return months, minutes + sum(map(calendar.shortest, stretches[:-1]))


def working_minutes(calendar: WorkingTime, length: Duration) -> int:
    """A length in working time, in minutes of work."""
    return length.count * (calendar.minutes if length.unit == "day" else _UNITS[length.unit])


def _months(length: Duration) -> int:
    return _MONTHS.get(length.unit, 0) * length.count


def _without_months(length: Duration) -> int:
    return _UNITS.get(length.unit, 0) * length.count


def _minutes(length: Duration, month: int) -> int:
    return _months(length) * month + _without_months(length)


def _least(length: Duration) -> int:
    """The minutes of a length by the calendar, at least."""
    return _shortest(_months(length)) * DAY + _without_months(length)


def _longest(months: int) -> int:
    """The most days that so many months can have: in four years there is one leap day."""
    cycles, rest = divmod(months, 48)
    return cycles * 1461 + max(_runs(rest, leap=True))


def _shortest(months: int) -> int:
    """The fewest: once in a hundred years four years have no leap day."""
    cycles, rest = divmod(months, 48)
    return cycles * 1461 - -(-cycles // 25) + min(_runs(rest, leap=False))


@lru_cache(maxsize=96)
def _runs(months: int, *, leap: bool) -> tuple[int, ...]:
    """The days of so many months, up to four years, from each month on."""
    days = ((_LEAP if leap else _YEAR) + _YEAR * 3) * 2
    return tuple(sum(days[first : first + months]) for first in range(48))
