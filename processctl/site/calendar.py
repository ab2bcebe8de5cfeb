"""Regular meetings as a calendar (RFC 5545), for those that say when they first meet.

Nothing in it tells when it was made, so the same process gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from processctl.model.meeting import Forum
from processctl.model.values import Cadence, Duration
from processctl.texts import say
from processctl.views.wording import Wording

if TYPE_CHECKING:
    from icalendar import Event

_MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}
# Between these changes of the clock are listed; outside of them calendars rely on their own knowledge.
_CLOCK_SINCE, _CLOCK_UNTIL = date(2020, 1, 1), date(2040, 1, 1)


def has_dates(forum: Forum) -> bool:
    """Whether a meeting can stand in a calendar: it says when it first meets, and how often."""
    return forum.first is not None and forum.every is not None and forum.every.unit != "case"


def calendar(words: Wording, forums: Iterable[Forum]) -> bytes:
    """Those of the meetings that have dates, as an iCalendar file."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//processctl//site//EN")
    made.add("version", "2.0")
    for forum in forums:
        if forum.first is not None and forum.every is not None and forum.every.unit != "case":
            made.add_component(_event(words, forum, forum.first, forum.every))
    made.add_missing_timezones(_CLOCK_SINCE, _CLOCK_UNTIL)
    return bytes(made.to_ical())


def _event(words: Wording, forum: Forum, first: date, every: Cadence) -> Event:
    from icalendar import Event

    event = Event()
    process = words.journey.model.process.id or ""
    event.add("uid", str(uuid5(NAMESPACE_URL, f"processctl:{process}:{forum.id}")))
    # The standard wants a time of making here; the first meeting's day stands for it.
    event.add("dtstamp", datetime(first.year, first.month, first.day, tzinfo=UTC))
    event.add("summary", words.say(forum.title))
    if forum.at is None:
        event.add("dtstart", first)
    else:
        event.add("dtstart", datetime.combine(first, forum.at, _zone(words)))
        length = _length(forum.lasts)
        if length is not None:
            event.add("duration", length)
    event.add("rrule", rule(first, every))
    about = "\n".join(_about(words, forum))
    if about:
        event.add("description", about)
    return event


def _zone(words: Wording) -> ZoneInfo | None:
    """The process's time zone; without one meetings are at that time wherever the reader is."""
    calendar_ = words.journey.model.process.calendar
    try:
        return ZoneInfo(calendar_.timezone) if calendar_ and calendar_.timezone else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _length(lasts: Duration | None) -> timedelta | None:
    if lasts is None or lasts.unit not in _MINUTES:
        return None
    return timedelta(minutes=lasts.count * _MINUTES[lasts.unit])


def rule(first: date, every: Cadence) -> dict[str, object]:
    """The rule of recurrence (RFC 5545, 3.3.10) of a meeting that first is on a day.

    Months that lack the day have the meeting on their last one.
    """
    unit, count = every.unit, every.count
    if unit in ("day", "week", "minute", "hour"):
        frequency = {"minute": "MINUTELY", "hour": "HOURLY", "day": "DAILY", "week": "WEEKLY"}[unit]
        return {"FREQ": frequency, "INTERVAL": count}
    months = count * {"month": 1, "quarter": 3, "year": 12}.get(unit, 1)
    found: dict[str, object] = {"FREQ": "MONTHLY", "INTERVAL": months}
    if first.day > 28:
        found["BYMONTHDAY"] = list(range(28, first.day + 1))
        found["BYSETPOS"] = -1
    return found


def _about(words: Wording, forum: Forum) -> Iterator[str]:
    if forum.members:
        yield f"{words.say(say('Members'))}: {words.names(forum.members)}"
    if forum.chair is not None:
        yield f"{words.say(say('Chair'))}: {words.reference(forum.chair)}"
    for point in forum.agenda:
        yield f"• {words.say(point)}"
