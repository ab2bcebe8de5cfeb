"""How long working time can take by the clock on the wall.

So much working time is finished at the latest if it begins when a working day has just ended, before
the longest rest there is. Nights and days off come from the process's calendar: its ``days`` (Monday
to Friday without it), its ``hours`` (eight a day without them), and the ``closed`` dates, which are
looked at where they stand.

Public holidays are not looked up: what is said of a process must not change with a list of holidays.
Allowed for are those of the densest stretch that common calendars have, on top of what is closed. Two
working days in a week (Christmas, Easter), three in twelve days (with New Year), four in a month
(Christmas to Epiphany; Easter to May Day), six in a quarter (Easter to Corpus Christi), ten in half a
year, sixteen in a year. Where a country has more, a week of feasts say, they belong under ``closed``.
A day on which nobody works moves the end to the next working day, as if that day's hours had to be
worked as well. Summer time is passed over: a day is a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from processctl.model.process import Calendar
from processctl.model.values import clock, day

DAY = 24 * 60
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORKED = 5
_HOURS = 8 * 60
_HOLIDAYS = ((7, 2), (12, 3), (31, 4), (92, 6), (183, 10))
_HOLIDAYS_A_YEAR = 16
# Closed dates are looked at one by one as long as that is quick; beyond it each counts everywhere.
_LOOKED_AT_YEARS, _LOOKED_AT_DAYS = 10, 400


@dataclass(frozen=True, slots=True)
class Range:
    """Minutes: so many it can really take (``sure``), and so many it never exceeds (``most``)."""

    sure: int
    most: int


@dataclass(frozen=True)
class WorkingTime:
    """A calendar: the days of the week with work (Monday is 0), minutes of work a day, closed dates.

    ``closed`` are ordinals of dates that would be working days.
    """

    days: tuple[int, ...] = tuple(range(_WORKED))
    minutes: int = _HOURS
    closed: tuple[int, ...] = ()

    @classmethod
    def of(cls, calendar: Calendar | None) -> WorkingTime:
        """The calendar of a process; what it does not say, or says unreadably, as usual."""
        if calendar is None:
            return cls()
        named = tuple(place for place, name in enumerate(_WEEK) if name in calendar.days)
        days = named or tuple(range(_WORKED))
        dates = sorted({found for text in calendar.closed if (found := day(text))})
        closed = tuple(one.toordinal() for one in dates if one.weekday() in days)
        return cls(days, _minutes(calendar.hours or ""), closed)

    def longest(self, minutes: int) -> Range:
        """The longest calendar time, in minutes, that so many minutes of work can take."""
        if minutes <= 0:
            return Range(0, 0)
        days = -(-minutes // self.minutes)
        last = minutes - (days - 1) * self.minutes

        def until(worked: int) -> int:
            return self._days(worked) * DAY - self.minutes + last

        sure = most = until(days)
        lost = 0
        while (allowed := _holidays(most)) > lost:
            lost = allowed
            most = until(days + lost)
        return Range(sure, most)

    def shortest(self, minutes: int) -> int:
        """The shortest calendar time, in minutes, that so much work can take, begun in the morning."""
        days = -(-minutes // self.minutes)
        nights = max(days - 1, 0)
        return (
            minutes + nights * (DAY - self.minutes) + (nights // len(self.days)) * self._off * DAY
        )

    def within(self, minutes: int) -> int:
        """The most working time, in minutes, that fits into so much calendar time."""
        days = -(-minutes // DAY)
        weeks, rest = divmod(days, 7)
        worked = max(
            sum((first + step) % 7 in self.days for step in range(rest)) for first in range(7)
        )
        return min(minutes, (weeks * len(self.days) + worked) * self.minutes)

    @property
    def _off(self) -> int:
        return 7 - len(self.days)

    def _days(self, worked: int) -> int:
        """The most days from a working day to the one that comes ``worked`` working days after it."""
        usual = self._usual(worked)
        if not self.closed:
            return usual
        years = (self.closed[-1] - self.closed[0]) // 365
        if years >= _LOOKED_AT_YEARS or worked > _LOOKED_AT_DAYS:
            return self._usual(worked + len(self.closed))
        return max(usual, _around_closed(self, worked, usual))

    def _usual(self, worked: int) -> int:
        weeks, rest = divmod(worked, len(self.days))
        return weeks * 7 + max(self._gaps[first][rest] for first in range(len(self.days)))

    @cached_property
    def _gaps(self) -> tuple[tuple[int, ...], ...]:
        """For each working day how many days it is to the next ones, up to a week on."""
        count = len(self.days)
        return tuple(
            tuple(
                self.days[(first + step) % count] + 7 * ((first + step) // count) - self.days[first]
                for step in range(count)
            )
            for first in range(count)
        )


@lru_cache(maxsize=256)
def _around_closed(calendar: WorkingTime, worked: int, usual: int) -> int:
    """The same where closed dates are near, counted out day by day."""
    closed = frozenset(calendar.closed)
    first, last = calendar.closed[0] - usual - 7, calendar.closed[-1] + usual + 7
    dates = [
        ordinal
        for ordinal in range(max(first, 1), last + 1)
        if (ordinal - 1) % 7 in calendar.days  # the first of all days was a Monday
        and ordinal not in closed
    ]
    return max(
        (late - early for early, late in zip(dates, dates[worked:], strict=False)), default=usual
    )


def _holidays(minutes: int) -> int:
    days = -(-minutes // DAY)
    for longest, count in _HOLIDAYS:
        if days <= longest:
            return count
    return -(-days // 366) * _HOLIDAYS_A_YEAR


def _minutes(hours: str) -> int:
    """The length of ``08:00-16:00``; work may go on past midnight."""
    begins, _, ends = hours.partition("-")
    first, last = _minute(begins), _minute(ends)
    if first is None or last is None:
        return _HOURS
    return (last - first) % DAY or DAY


def _minute(text: str) -> int | None:
    if text == "24:00":
        return DAY
    found = clock(text)
    return None if found is None else found.hour * 60 + found.minute
