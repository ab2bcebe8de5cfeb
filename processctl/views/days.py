"""Days as people write them, and when they meet."""

from __future__ import annotations

from datetime import date

from processctl.model.meeting import Forum
from processctl.texts import Message, say
from processctl.views.wording import Wording

_MONTHS = (
    say("January"),
    say("February"),
    say("March"),
    say("April"),
    say("May"),
    say("June"),
    say("July"),
    say("August"),
    say("September"),
    say("October"),
    say("November"),
    say("December"),
)

_WEEKDAYS = (
    say("on Mondays"), say("on Tuesdays"), say("on Wednesdays"), say("on Thursdays"), say("on Fridays"),
    say("on Saturdays"), say("on Sundays"),
)  # fmt: skip


def day_in_words(day: date) -> Message:
    """A day with the name of its month, so that nobody has to guess which number is which."""
    month = _MONTHS[day.month - 1]
    return say("{day} {month} {year}", day=day.day, month=month, year=day.year)


def meets_on(words: Wording, forum: Forum) -> str | None:
    """On which day and at what time; of a weekly meeting the day of the week."""
    at = forum.at.strftime("%H:%M") if forum.at is not None else None
    if forum.first is None:
        return words.say(say("at {time}", time=at)) if at else None
    if forum.every is not None and forum.every.unit == "week":
        said = [words.say(_WEEKDAYS[forum.first.weekday()])]
    else:
        said = [words.say(say("from {day} on", day=day_in_words(forum.first)))]
    said += [words.say(say("at {time}", time=at))] if at else []
    return " ".join(said)
