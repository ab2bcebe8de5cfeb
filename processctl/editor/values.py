"""Values that have a form of their own: lengths of time, how often, how many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from processctl.editor.shapes import Shape
from processctl.model.model import Model
from processctl.model.values import UNITS

_UNITS = ("business day", "business hour", "hour", "day", "week", "month", "minute",
          "business minute", "quarter", "year")  # fmt: skip
_LENGTH = re.compile(r"\s*(\d{1,6})\s*(.*)\Z", re.DOTALL)
_SINCE = re.compile(
    r"(\d{1,6} +(?:business +)?[a-z]+?) +s[a-z]*(?: .*)?\Z|(\d{1,6} +(?:business +)?[a-z]+s?) +\Z"
)
_FORMS = ("country", "currency", "timezone", "hours", "language", "time")


@dataclass(frozen=True)
class Value:
    """A value to choose, the whole of it, with a word on it."""

    text: str
    detail: str = ""
    rank: int = 5


def value_offers(shape: Shape, written: str, model: Model, language: str) -> Iterator[Value]:
    """The values of a form that may stand at a place where ``written`` is begun."""
    kinds = shape.definitions
    if kinds & {"duration", "deadline"}:
        yield from _lengths(written)
        if "deadline" in kinds:
            yield from _since(written, model, language)
    if kinds & {"cadence", "cadence_or_case"}:
        yield from _cadences(written, each_time="cadence_or_case" in kinds)
    if "rate" in kinds:
        found = _LENGTH.match(written)
        count = found[1] if found else "10"
        for unit in ("day", "week", "month", "quarter", "year"):
            yield Value(f"{count} per {unit}")
    if kinds & set(_FORMS):
        for example in shape.examples:
            if isinstance(example, str):
                yield Value(example)


def _lengths(written: str) -> Iterator[Value]:
    found = _LENGTH.match(written)
    if found is None:
        for example in ("1 business day", "2 business days", "1 week", "1 month"):
            yield Value(example)
        return
    count = int(found[1])
    for number, unit in enumerate(_UNITS):
        yield Value(f"{count} {unit}{'' if count == 1 else 's'}", rank=3 if number < 4 else 4)


def _since(written: str, model: Model, language: str) -> Iterator[Value]:
    """What a length may count from, once its unit is there."""
    found = _SINCE.match(written)
    if found is None:
        return
    length = found[1] or found[2]
    for stage in model.stages.values():
        yield Value(f"{length} since {stage.id}", stage.title.in_language(language), 2)
    for field in model.fields.values():
        if field.type == "date":
            yield Value(f"{length} since {field.id}", field.title.in_language(language), 2)


def _cadences(written: str, *, each_time: bool) -> Iterator[Value]:
    found = _LENGTH.match(written)
    units = [unit for unit in UNITS if unit not in ("minute", "hour")]
    if each_time:
        yield Value("case")
    for unit in units:
        if found is not None:
            count = int(found[1])
            yield Value(f"{count} {unit}{'' if count == 1 else 's'}")
        else:
            yield Value(unit)
