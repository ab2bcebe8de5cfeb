"""Guesses at what a value that is not well formed was meant to be.

Nothing here decides: whoever asks tries the guesses in turn, and offers the first that is well
formed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping

from processctl.reading.nearest import nearest, plain

LONGEST_ID = 64

_UNITS = ("minute", "hour", "day", "week", "month", "quarter", "year")
# What people write for a unit in other tools, or in Finnish.
_UNIT_WORDS: Mapping[str, str] = {
    "min": "minute", "mins": "minute", "h": "hour", "hr": "hour", "hrs": "hour", "d": "day",
    "wk": "week", "mo": "month", "y": "year", "yr": "year", "minuutti": "minute",
    "minuuttia": "minute", "tunti": "hour", "tuntia": "hour", "päivä": "day", "päivää": "day",
    "viikko": "week", "viikkoa": "week", "kuukausi": "month", "kuukautta": "month",
    "vuosi": "year", "vuotta": "year", "daily": "day", "weekly": "week", "monthly": "month",
    "quarterly": "quarter", "yearly": "year", "annually": "year", "työpäivä": "business day",
    "työpäivää": "business day", "arkipäivä": "business day", "arkipäivää": "business day",
}  # fmt: skip
_DURATION = re.compile(
    r"(?P<number>[0-9]{1,6})?\s*(?P<kind>business|working|work)?\s*(?P<unit>[^\W\d_]+)"
    r"(?:\s+since\s+(?P<since>.+))?",
    re.IGNORECASE,
)
_RATE = re.compile(r"(?P<number>[0-9]{1,9})\s*(?:per|a|an|/|each)?\s*(?P<unit>[^\W\d_]+)", re.I)
_DATE = re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})")
_FINNISH_DATE = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})")
_TIME = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})")

# Words that other tools use for a key, and the keys that say the same here, best first.
_OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "assigned_to": ("owner", "by"), "assignee": ("owner", "by"), "condition": ("when", "test"),
    "criteria": ("when", "test", "entry"), "deadline": ("within", "due"),
    "description": ("about", "says"), "due_date": ("due",), "end": ("ends", "until"),
    "enum": ("options",), "goto": ("to",), "if": ("when",), "label": ("name",),
    "manager": ("lead", "owner"), "next": ("exits", "to"), "participants": ("members",),
    "reason": ("because", "reasons"), "sla": ("within",), "start_date": ("starts", "since"),
    "tasks": ("does",), "text": ("says", "about"), "title": ("name",), "transitions": ("exits",),
    "url": ("links", "source"), "values": ("options",),
}  # fmt: skip


def meant_key(key: str, known: Collection[str]) -> str | None:
    """The key that a writer most likely meant: the nearest, or the one for another tool's word."""
    near = nearest(key, known)
    if near:
        return near
    return next((word for word in _OTHER_WORDS.get(plain(key), ()) if word in known), None)


def as_id(words: str) -> str:
    """An id made of any words: ``New Lead`` gives ``new_lead``, ``Hyvä päivä`` ``hyva_paiva``."""
    plain_letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    joined = re.sub(r"[^a-z0-9]+", "_", plain_letters.lower()).strip("_")
    return joined.lstrip("0123456789_")[:LONGEST_ID].rstrip("_")


def guesses(definition: str, written: str) -> Iterator[str]:
    """What a text may have been meant to be, where a value of this definition is wanted."""
    guess = _GUESSES.get(definition)
    words = written.strip()
    yield words
    if guess:
        yield from guess(words)
    elif words:
        yield as_id(words)


def _unit(word: str) -> str | None:
    known = _UNIT_WORDS.get(word.casefold())
    return known or nearest(word.casefold().removesuffix("s"), _UNITS)


def _durations(words: str) -> Iterator[str]:
    found = _DURATION.fullmatch(words)
    unit = _unit(found["unit"]) if found else None
    if found and unit:
        number = found["number"] or "1"
        business = "business " if found["kind"] else ""
        since = f" since {as_id(found['since'])}" if found["since"] else ""
        yield f"{number} {business}{unit}{'' if number == '1' else 's'}{since}"


def _cadences(words: str) -> Iterator[str]:
    found = _DURATION.fullmatch(words.removeprefix("every").strip())
    unit = _unit(found["unit"]) if found else None
    if found and unit:
        yield f"{found['number']} {unit}s" if found["number"] not in (None, "1") else unit


def _rates(words: str) -> Iterator[str]:
    found = _RATE.fullmatch(words)
    unit = _unit(found["unit"]) if found else None
    if found and unit:
        yield f"{found['number']} per {unit}"


def _dates(words: str) -> Iterator[str]:
    found = _DATE.fullmatch(words) or _FINNISH_DATE.fullmatch(words)
    if found:
        yield f"{found['year']}-{found['month']:0>2}-{found['day']:0>2}"


def _times(words: str) -> Iterator[str]:
    yield _TIME.sub(lambda time: f"{time[1]:0>2}:{time[2]}", words)


def _hours(words: str) -> Iterator[str]:
    for time in _times(words):
        yield re.sub(r"\s*[-\u2013\u2014]\s*", "-", time)  # the dashes that people write


def _links(words: str) -> Iterator[str]:
    if "@" in words:
        yield f"mailto:{words}"
    elif "." in words:
        yield f"https://{words}"


def _capitals(words: str) -> Iterator[str]:
    yield words.upper()


def _none(_: str) -> Iterator[str]:
    return iter(())


_GUESSES: Mapping[str, Callable[[str], Iterator[str]]] = {
    "duration": _durations, "deadline": _durations, "cadence": _cadences,
    "cadence_or_case": _cadences, "rate": _rates, "date": _dates, "limit": _dates, "time": _times,
    "hours": _hours, "url": _links, "currency": _capitals, "country": _capitals, "email": _none,
    "version": _none, "timezone": _none, "language": lambda words: iter((words.lower(),)),
}  # fmt: skip
