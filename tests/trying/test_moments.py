"""Moments: against counting minute by minute, and at the end of the calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.model.values import Duration, Unit, duration
from processctl.promises.calendar import WorkingTime
from processctl.trying.moments import Moments

CLOSED = (date(2026, 12, 24).toordinal(), date(2026, 12, 25).toordinal())
OFFICE = Moments(WorkingTime(closed=CLOSED))
FIRST = datetime(2026, 11, 23)


def _by_minutes(moment: datetime, minutes: int) -> datetime:
    """The end of so much work, found by going through all minutes."""
    while minutes:
        day = moment.date()
        is_worked = day.weekday() < 5 and day.toordinal() not in CLOSED
        minutes -= is_worked and 8 <= moment.hour < 16
        moment += timedelta(minutes=1)
    return moment


@given(st.integers(0, 45 * 24 * 60), st.integers(1, 4_000))
def test_working_time_is_what_minutes_come_to(begin: int, minutes: int) -> None:
    moment = FIRST + timedelta(minutes=begin)
    found = OFFICE.later(moment, Duration(minutes, "minute", business=True))
    assert found == _by_minutes(moment, minutes)


@pytest.mark.parametrize(
    ("length", "until"),
    [
        ("1 hour", "2026-11-26 09:00"),
        ("2 weeks", "2026-12-10 08:00"),
        ("3 months", "2027-02-26 08:00"),
        ("1 business day", "2026-11-26 16:00"),
        ("2 business days", "2026-11-27 16:00"),
        ("3 business days", "2026-11-30 16:00"),
        ("9 business hours", "2026-11-27 09:00"),
        ("21 business days", "2026-12-28 16:00"),
    ],
)
def test_lengths(length: str, until: str) -> None:
    wanted = duration(length)
    assert wanted is not None
    found = OFFICE.later(datetime(2026, 11, 26, 8), wanted)
    assert found == datetime.fromisoformat(until)


@pytest.mark.parametrize("unit", ["minute", "hour", "day", "week", "month", "quarter", "year"])
def test_the_calendar_ends_and_nothing_breaks(unit: Unit) -> None:
    here = OFFICE.morning(date(9999, 12, 1))
    assert OFFICE.later(here, Duration(999_999_999, unit)).year == 9999
    if unit in ("minute", "hour", "day"):
        assert OFFICE.later(here, Duration(999_999_999, unit, business=True)).year == 9999
