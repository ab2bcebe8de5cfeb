"""Meetings in a calendar: what a reader of the standard makes of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from processctl.model.values import cadence
from processctl.site.build import build
from processctl.site.calendar import calendar, rule
from processctl.site.material import Material
from processctl.views.wording import wording
from tests.views.reading import journey, written

MEETING = """
process: {{calendar: {{timezone: {zone}}}}}
roles: {{seller: {{name: Seller}}}}
stages: {{a: {{outcome: won}}}}
forums:
  talk: {{name: Talk, every: {every}, first: {first}{more}, members: [seller], agenda: [What came back]}}
"""


def event(
    folder: Path, every: str, first: str, more: str = "", zone: str = "Europe/Helsinki"
) -> Event:
    text = MEETING.format(every=every, first=first, more=more, zone=zone)
    found = written(folder, text)
    read = Calendar.from_ical(calendar(wording(found, "en"), found.model.forums.values()))
    (only,) = read.walk("VEVENT")
    assert isinstance(only, Event)
    return only


def test_a_meeting_is_at_its_time_in_the_process_s_zone_summer_and_winter(tmp_path: Path) -> None:
    found = event(tmp_path, "week", "2026-09-07", ', at: "09:00", lasts: 30 minutes')
    assert found.start == datetime(2026, 9, 7, 6, tzinfo=UTC)
    assert found.end - found.start == timedelta(minutes=30)
    assert isinstance(found.start, datetime)
    zone = found.start.tzinfo
    later = [
        when.astimezone(UTC).hour
        for when in _times(found, 12, datetime(2026, 9, 7, 9, tzinfo=zone))
    ]
    assert (later[0], later[-1]) == (6, 7)  # the clock goes back in October


def _times(found: Event, count: int, start: datetime) -> list[datetime]:
    """The first times of a meeting, by a reader of such rules that is not ours."""
    lines = found.to_ical().decode().splitlines()
    (line,) = [one for one in lines if one.startswith("RRULE:")]
    return list(islice(rrulestr(line, dtstart=start), count))


def test_a_meeting_without_a_time_takes_the_day(tmp_path: Path) -> None:
    assert date(2026, 9, 7) == event(tmp_path, "month", "2026-09-07").DTSTART


def test_a_zone_that_nobody_knows_leaves_the_time_to_the_reader(tmp_path: Path) -> None:
    found = event(tmp_path, "week", "2026-09-07", ', at: "09:00"', "Mars/Olympus")
    assert datetime(2026, 9, 7, 9) == found.DTSTART


def test_members_chair_and_agenda_are_told(tmp_path: Path) -> None:
    found = event(tmp_path, "week", "2026-09-07", ", chair: seller")
    assert str(found["DESCRIPTION"]) == "Members: Seller\nChair: Seller\n• What came back"


@pytest.mark.parametrize(
    ("first", "every", "days"),
    [
        ("2026-01-31", "month", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]),
        ("2026-01-30", "month", ["2026-01-30", "2026-02-28", "2026-03-30", "2026-04-30"]),
        ("2024-02-29", "year", ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28"]),
        ("2026-11-30", "quarter", ["2026-11-30", "2027-02-28", "2027-05-30", "2027-08-30"]),
        ("2026-09-07", "2 weeks", ["2026-09-07", "2026-09-21", "2026-10-05", "2026-10-19"]),
        ("2026-09-07", "3 days", ["2026-09-07", "2026-09-10", "2026-09-13", "2026-09-16"]),
    ],
)
def test_months_that_lack_the_day_have_the_meeting_on_their_last(
    first: str, every: str, days: list[str], tmp_path: Path
) -> None:
    start = date.fromisoformat(first)
    found = cadence(every)
    assert found is not None
    assert rule(start, found)["INTERVAL"]
    read = event(tmp_path, every, first)
    begins = datetime(start.year, start.month, start.day, tzinfo=UTC)
    assert [one.date().isoformat() for one in _times(read, 4, begins)] == days


def test_the_time_of_making_is_in_no_calendar(tmp_path: Path) -> None:
    assert datetime(2026, 9, 7, tzinfo=UTC) == event(tmp_path, "week", "2026-09-07").DTSTAMP


def test_all_meetings_are_in_one_file_and_each_in_its_own() -> None:
    files = build(Material(journey("after")), ("fi",))
    found = {
        path: len(Calendar.from_ical(files[path]).walk("VEVENT"))
        for path in files
        if path.endswith(".ics")
    }
    assert found == {
        "fi/calendar/all.ics": 4, "fi/calendar/weekly_pipeline.ics": 1, "fi/calendar/data_hour.ics": 1,
        "fi/calendar/partner_meeting.ics": 1, "fi/calendar/growth_board.ics": 1,
    }  # fmt: skip
    assert b"Weekly" not in files["fi/calendar/all.ics"]


def test_a_meeting_without_a_first_day_is_in_no_calendar(tmp_path: Path) -> None:
    text = "stages: {a: {outcome: won}}\nforums: {talk: {every: week}, once: {first: 2026-09-07}}\n"
    files = build(Material(written(tmp_path, text)), ("en",))
    assert [path for path in files if path.endswith(".ics")] == []
