"""Lengths of time, to ISO 8601 and back."""

from __future__ import annotations

import re

from processctl.model.values import Duration, Unit

_ISO: dict[Unit, tuple[str, int, str]] = {
    "minute": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "month": ("P", 1, "M"),
    "quarter": ("P", 3, "M"),
    "year": ("P", 1, "Y"),
}
_PARTS = re.compile(
    r"P(?=.)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?"
    r"(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:\.0+)?S)?)?$",
    re.ASCII,
)
_UNITS: tuple[Unit, ...] = ("year", "month", "week", "day", "hour", "minute")
_MOST = 999_999  # what a process may say
_MINUTES = {"day": 24 * 60, "hour": 60, "minute": 1}


def to_iso(duration: Duration) -> str | None:
    """``P2D``; None where a length does not count from entering the stage, which ISO cannot say.

    Working time becomes as much time by the clock: ISO knows no calendar.
    """
    if duration.since is not None:
        return None
    begin, times, sign = _ISO[duration.unit]
    return f"{begin}{duration.count * times}{sign}"


def from_iso(text: str) -> Duration | None:
    """The length in one unit of ours; None for another form, or where no single unit says it."""
    found = _length(text)
    return found if found is None or found.count <= _MOST else None


def _length(text: str) -> Duration | None:
    found = _PARTS.match(text.strip())
    if found is None:
        return None
    *counts, seconds = (int(part or 0) for part in found.groups())
    if seconds % 60:
        return None
    counts[-1] += seconds // 60
    parts = {unit: count for unit, count in zip(_UNITS, counts, strict=True) if count}
    if len(parts) == 1:
        ((unit, count),) = parts.items()
        return Duration(count, unit)
    if parts.keys() == {"year", "month"}:
        return Duration(12 * parts["year"] + parts["month"], "month")
    if not parts or not parts.keys() <= _MINUTES.keys():
        return None
    minutes = sum(count * _MINUTES[unit] for unit, count in parts.items())
    unit = "minute" if minutes % 60 else "hour"
    return Duration(minutes // (1 if unit == "minute" else 60), unit)
