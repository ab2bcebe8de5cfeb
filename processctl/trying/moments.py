"""Moments on the way of a case: a day and a time of day, without a time zone, moved by durations.

Working time is counted in the process's hours on its days, and not on days that are ``closed``; public
holidays are not looked up. Whatever lies behind the last day of the calendar is that day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from processctl.model.process import Calendar
from processctl.model.values import Cadence, Duration, clock, next_after
from processctl.promises.calendar import WorkingTime

_MORNING = time(8)
_LAST = datetime.max.replace(microsecond=0)
_MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}


@dataclass(frozen=True, slots=True)
class Moments:
    """The working time of a process, and when its day begins."""

    working: WorkingTime
    opens: time = _MORNING

    @classmethod
    def of(cls, calendar: Calendar | None) -> Moments:
        """The moments by a process's calendar."""
        begins = (calendar.hours or "").partition("-")[0] if calendar is not None else ""
        return cls(WorkingTime.of(calendar), clock(begins) or _MORNING)

    def morning(self, day: date) -> datetime:
        """When work begins on a day."""
        return datetime.combine(day, self.opens)

    def later(self, moment: datetime, length: Duration) -> datetime:
        """The moment that is so much later."""
        if length.business:
            return self._worked(moment, length)
        if length.unit in _MINUTES:
            minutes = length.count * _MINUTES[length.unit]
            left = (_LAST - moment) // timedelta(minutes=1)
            return _LAST if minutes > left else moment + timedelta(minutes=minutes)
        day = next_after(moment.date(), Cadence(length.count, length.unit))
        return _LAST if day == date.max else datetime.combine(day, moment.time())

    def _worked(self, moment: datetime, length: Duration) -> datetime:
        """When so much work is done that begins at once, or when there is work again."""
        a_day = self.working.minutes
        wanted = length.count * {"minute": 1, "hour": 60, "day": a_day}[length.unit]
        here = moment.date().toordinal()
        done = int((moment - self.morning(moment.date())).total_seconds() // 60)
        if not self._is_worked(here) or done >= a_day:
            here, done = self._ahead(here, 1), 0
        days, rest = divmod(max(done, 0) + wanted, a_day)
        if days and not rest:
            days, rest = days - 1, a_day  # what ends with the day does not begin the next one
        last = self._ahead(here, days)
        if last >= date.max.toordinal():
            return _LAST
        return self.morning(date.fromordinal(last)) + timedelta(minutes=rest)

    def _is_worked(self, ordinal: int) -> bool:
        closed = self.working.closed
        place = bisect_left(closed, ordinal)
        is_closed = place < len(closed) and closed[place] == ordinal
        return (ordinal - 1) % 7 in self.working.days and not is_closed

    def _ahead(self, ordinal: int, count: int) -> int:
        """The day that is so many working days later; closed days push it on, each once."""
        here = ordinal
        while count:
            there = self._by_week(here, count)
            closed = self.working.closed
            count = bisect_right(closed, there) - bisect_right(closed, here)
            here = there
        return here

    def _by_week(self, ordinal: int, count: int) -> int:
        weeks, rest = divmod(count - 1, len(self.working.days))
        here = ordinal + 7 * weeks
        for _ in range(rest + 1):
            here += 1
            while (here - 1) % 7 not in self.working.days:
                here += 1
        return here
