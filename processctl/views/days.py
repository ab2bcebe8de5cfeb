"""Days as people write them."""

from __future__ import annotations

from datetime import date

from processctl.texts import Message, say

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


def day_in_words(day: date) -> Message:
    """A day with the name of its month, so that nobody has to guess which number is which."""
    month = _MONTHS[day.month - 1]
    return say("{day} {month} {year}", day=day.day, month=month, year=day.year)
