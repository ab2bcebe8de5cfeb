"""How long working time can take: by hand, and against minutes counted one by one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.promises import calendar as calendar_module
from processctl.promises.calendar import DAY, WorkingTime

_HOUR = 60
USUAL = WorkingTime()
_CLOSED = tuple(date(2026, 12, day).toordinal() for day in (28, 29, 30))


@pytest.mark.parametrize(
    ("hours", "days", "rest"),
    [
        (0, 0, 0),
        (1, 2, 17),  # Friday 16:00 to Monday 9:00
        (4, 2, 20),
        (8, 3, 0),
        (9, 3, 17),  # Friday evening to Tuesday 9:00
        (40, 7, 0),
        (41, 9, 17),  # over two weekends
    ],
)
def test_the_longest_time_begins_before_a_weekend(hours: int, days: int, rest: int) -> None:
    assert USUAL.longest(hours * _HOUR).sure == days * DAY + rest * _HOUR


def test_holidays_move_the_end_by_their_hours() -> None:
    # Two holidays, so that three mornings have to come: from Friday to Wednesday.
    assert USUAL.longest(_HOUR).most == 4 * DAY + 17 * _HOUR
    year = USUAL.longest(8 * _HOUR * 250)
    assert 16 <= (year.most - year.sure) // DAY <= 60


def test_closed_days_count_where_they_stand() -> None:
    # From Friday the 25th to Thursday the 31st; the same days in July close nothing at Christmas.
    closed = WorkingTime(closed=_CLOSED)
    assert closed.longest(_HOUR).sure == 5 * DAY + 17 * _HOUR
    apart = WorkingTime(closed=(_CLOSED[0], date(2027, 7, 7).toordinal()))
    assert apart.longest(_HOUR).sure == 3 * DAY + 17 * _HOUR


def test_closed_days_beyond_ten_years_count_everywhere() -> None:
    far = WorkingTime(closed=(1, date(9999, 12, 31).toordinal()))
    assert far.longest(_HOUR).sure == USUAL.longest(17 * _HOUR).sure


def test_a_week_of_one_day_and_work_through_the_night() -> None:
    tuesdays = WorkingTime((1,), 8 * _HOUR)
    assert tuesdays.longest(8 * _HOUR).sure == 7 * DAY
    assert WorkingTime(tuple(range(7)), DAY).longest(90).sure == 90


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("08:00-16:00", 480), ("22:00-06:00", 480), ("00:00-24:00", DAY), ("", 480), ("x", 480)],
)
def test_hours_are_read(text: str, minutes: int) -> None:
    assert calendar_module._minutes(text) == minutes


_CALENDARS = st.builds(
    WorkingTime,
    st.sets(st.integers(0, 6), min_size=1).map(lambda some: tuple(sorted(some))),
    st.integers(1, 24).map(lambda hours: hours * _HOUR),
)


def _taken(calendar: WorkingTime, first: int, hours: int) -> int:
    """The hours until so many hours of work are done, counted from the hour ``first`` of a Monday."""
    hour = first
    while hours:
        day, of_day = divmod(hour, 24)
        hours -= day % 7 in calendar.days and of_day * _HOUR < calendar.minutes
        hour += 1
    return hour - first


@given(_CALENDARS, st.integers(1, 60))
def test_longest_and_shortest_against_hours_that_are_counted(
    calendar: WorkingTime, hours: int
) -> None:
    taken = [_taken(calendar, first, hours) for first in range(7 * 24)]
    assert max(taken) * _HOUR == calendar.longest(hours * _HOUR).sure
    assert min(taken) * _HOUR >= calendar.shortest(hours * _HOUR)


@given(_CALENDARS, st.integers(1, 500))
def test_no_more_work_fits_into_a_time_than_is_said(calendar: WorkingTime, hours: int) -> None:
    def worked(first: int) -> int:
        return sum(
            (hour // 24) % 7 in calendar.days and (hour % 24) * _HOUR < calendar.minutes
            for hour in range(first, first + hours)
        )

    assert max(map(worked, range(0, 7 * 24))) * _HOUR <= calendar.within(hours * _HOUR)


@given(st.sets(st.integers(0, 60), max_size=12), st.integers(1, 30))
def test_closed_days_against_days_that_are_counted(closed: set[int], worked: int) -> None:
    monday = date(2026, 11, 2)
    days = [monday + timedelta(days=one) for one in range(-120, 240)]
    off = {monday + timedelta(days=one) for one in closed}
    open_ = [one for one in days if one.weekday() < 5 and one not in off]
    longest = max((late - one).days for one, late in zip(open_, open_[worked:], strict=False))
    calendar = WorkingTime(
        closed=tuple(sorted(one.toordinal() for one in off if one.weekday() < 5))
    )
    assert calendar.longest(worked * 8 * _HOUR).sure == longest * DAY


def test_the_first_of_all_days_was_a_monday() -> None:
    assert date(1, 1, 1).weekday() == 0


def test_endless_working_time_takes_no_time_to_tell() -> None:
    assert WorkingTime(closed=_CLOSED).longest(999_999_999 * 480).most > 999_999_999 * DAY
