"""Sums of lengths beside what was promised."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.model.values import Cadence, Duration, duration, next_after
from processctl.promises.calendar import WorkingTime
from processctl.promises.lengths import Measure, calendar_days, measures, surely_over

USUAL = WorkingTime()


def _lengths(text: str) -> list[Duration]:
    found = [duration(one.strip()) for one in text.split("+")]
    assert None not in found, text
    return [one for one in found if one is not None]


def _keeps(lengths: list[Duration], promised: Duration) -> bool:
    return any(
        all(one.keeps(sum(map(one.of, lengths)), promised) for one in all_of)
        for all_of in measures(USUAL, promised)
    )


@pytest.mark.parametrize(
    ("lengths", "promised", "verdict"),
    [
        ("12 months", "1 year", "kept"),
        ("4 quarters", "12 months", "kept"),
        ("366 days", "1 year", "over"),
        ("365 days", "1 year", "kept"),
        ("1 month", "31 days", "kept"),
        ("6 months + 170 days", "1 year", "kept"),
        ("6 months + 180 days", "1 year", "open"),
        ("6 months + 182 days", "1 year", "over"),
        ("1 month", "30 days", "over"),
        ("28 days", "1 month", "kept"),
        ("29 days", "1 month", "over"),
        ("11 months + 30 days", "1 year", "over"),
        ("11 months + 28 days", "1 year", "kept"),
        ("1 month + 1 month", "61 days", "over"),
        ("1 month + 1 month", "62 days", "kept"),
        ("7 days", "1 week", "kept"),
        ("24 hours + 1 minute", "1 day", "over"),
        ("4 business hours", "4 business hours", "kept"),
        ("4 business hours + 5 business hours", "1 business day", "over"),
        ("4 business hours + 4 business hours", "1 business day", "kept"),
        ("5 business days", "1 week", "open"),
        ("5 business days", "2 weeks", "kept"),
        ("5 business days", "6 days", "over"),
        ("1 business day + 1 business day", "3 days", "over"),
        ("1 business day + 2 days + 1 business day", "5 days", "over"),
        ("1 day", "8 business hours", "kept"),
        ("2 days", "8 business hours", "over"),
        ("4 business hours + 4 business hours + 4 business hours", "9 days", "kept"),
        ("9 days", "2 business days", "over"),
    ],
)
def test_a_sum_keeps_a_promise_or_is_surely_over(lengths: str, promised: str, verdict: str) -> None:
    (most,) = _lengths(promised)
    some = _lengths(lengths)
    assert _keeps(some, most) == (verdict == "kept")
    assert surely_over(USUAL, some, most) == (verdict == "over")


_LENGTHS = st.lists(
    st.builds(
        Duration, st.integers(1, 15), st.sampled_from(["hour", "day", "week", "month", "year"])
    ),
    min_size=1,
    max_size=4,
)


@given(_LENGTHS, _LENGTHS.map(lambda some: some[0]))
def test_both_can_never_be(lengths: list[Duration], promised: Duration) -> None:
    assert not (_keeps(lengths, promised) and surely_over(USUAL, lengths, promised))


@given(
    st.integers(1, 60),
    st.integers(1, 60),
    st.integers(0, 900),
    st.dates(date(1995, 1, 1), date(2095, 1, 1)),
)
def test_months_against_a_calendar(spent: int, promised: int, days: int, begins: date) -> None:
    # From some day, so many months and days against so many months.
    begins = begins.replace(day=1)
    lengths = [Duration(spent, "month"), Duration(max(days, 1), "day")]
    ends = next_after(begins, Cadence(spent, "month")).toordinal() + max(days, 1)
    due = next_after(begins, Cadence(promised, "month")).toordinal()
    if _keeps(lengths, Duration(promised, "month")):
        assert ends <= due
    if ends > due:
        assert surely_over(USUAL, lengths, Duration(promised, "month"))


def test_days_are_told_rounded_up() -> None:
    assert calendar_days(USUAL, _lengths("4 business hours")) == 3
    assert calendar_days(USUAL, _lengths("1 month + 1 hour")) == 32


def test_working_time_alone_is_not_rounded_up_stage_by_stage() -> None:
    alone = Measure(USUAL, "alone")
    assert alone.keeps(12 * 60, Duration(9, "day"))
    assert not alone.keeps(float("inf"), Duration(9, "year"))
    assert alone.of(Duration(1, "day")) == float("inf")
