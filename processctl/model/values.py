"""Values that stand in a process as short texts: durations, cadences, rates, dates, amounts."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, time, timedelta
from fractions import Fraction
from typing import Literal, TypeAlias, get_args

from processctl.texts import Argument, Message, Quantity, say

Unit: TypeAlias = Literal["minute", "hour", "day", "week", "month", "quarter", "year"]
UNITS: tuple[Unit, ...] = get_args(Unit)
_DURATION = re.compile(
    r"(?P<count>\d{1,9}) +(?P<business>business +)?(?P<unit>[a-z]+?)s?(?: +since +(?P<since>[a-z][a-z0-9_]*))?$"
)
_EVERY = re.compile(r"(?:(?P<count>\d{1,4}) +)?(?P<unit>[a-z]+?)s?$")
_RATE = re.compile(r"(?P<count>\d{1,12}(?:\.\d+)?) per (?P<unit>day|week|month|quarter|year)$")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; ``business`` counts working time, ``since`` names where it counts from."""

    count: int
    unit: Unit
    business: bool = False
    since: str | None = None

    def message(self, point: Argument | None = None) -> Message | Quantity:
        """The duration in words; ``point`` is what is called by ``since``, if not its id is told."""
        one, many = _BUSINESS_WORDS[self.unit] if self.business else _WORDS[self.unit]
        length = Quantity(one, many, self.count)
        if self.since is None:
            return length
        return say('{length} since "{point}"', length=length, point=point or self.since)


# Templates stand here in full, because the catalogue is made from what stands in the code.
_WORDS: dict[Unit, tuple[str, str]] = {
    "minute": ("{count} minute", "{count} minutes"),
    "hour": ("{count} hour", "{count} hours"),
    "day": ("{count} day", "{count} days"),
    "week": ("{count} week", "{count} weeks"),
    "month": ("{count} month", "{count} months"),
    "quarter": ("{count} quarter", "{count} quarters"),
    "year": ("{count} year", "{count} years"),
}
_BUSINESS_WORDS: dict[Unit, tuple[str, str]] = {
    **_WORDS,
    "minute": ("{count} business minute", "{count} business minutes"),
    "hour": ("{count} business hour", "{count} business hours"),
    "day": ("{count} business day", "{count} business days"),
}


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often: every ``count`` units; ``case`` means each time."""

    count: int
    unit: Unit | Literal["case"]


@dataclass(frozen=True, slots=True)
class Rate:
    """So many per unit of time."""

    count: Fraction
    unit: Unit


def duration(text: str) -> Duration | None:
    """``2 business days``, ``30 days since offer``; None where the form is another."""
    found = _DURATION.match(text)
    if found is None or found["unit"] not in UNITS:
        return None
    unit = found["unit"]
    business = found["business"] is not None
    if business and unit not in ("minute", "hour", "day"):
        return None
    return Duration(int(found["count"]), unit, business, found["since"])


def cadence(text: str) -> Cadence | None:
    """``week``, ``2 weeks``, ``case``; None where the form is another."""
    if text == "case":
        return Cadence(1, "case")
    found = _EVERY.match(text)
    if found is None or found["unit"] not in UNITS:
        return None
    return Cadence(int(found["count"] or 1), found["unit"])


def next_after(day: date, every: Cadence) -> date:
    """The day on which something that happened on ``day`` is due again.

    Months keep the day of the month; where it has none, the last one.
    """
    if every.unit in ("day", "week", "minute", "hour", "case"):
        return day + timedelta(days=every.count * (7 if every.unit == "week" else 1))
    months = every.count * {"month": 1, "quarter": 3, "year": 12}[every.unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def rate(text: str) -> Rate | None:
    """``40 per month``; None where the form is another."""
    found = _RATE.match(text)
    if found is None:
        return None
    unit = found["unit"]
    return Rate(Fraction(found["count"]), unit) if unit in UNITS else None


def day(text: str) -> date | None:
    """``2026-10-01``; None for another form or a day that no calendar has."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def clock(text: str) -> time | None:
    """``09:30``; None for another form."""
    try:
        return time.fromisoformat(text) if len(text) == 5 else None
    except ValueError:
        return None
