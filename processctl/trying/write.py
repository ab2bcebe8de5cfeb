"""A walk written down as a case, as somebody would write it by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from processctl.criteria import Missing
from processctl.model.values import Duration
from processctl.trying.plan import Known, Plan
from processctl.trying.told import Stop, Walk

_PLAIN = re.compile(r"[a-z][a-z0-9_]*\Z")
_NOT_PLAIN = frozenset({"true", "false", "null"})


def is_whole(walk: Walk) -> bool:
    """Whether a walk came to an end of its own and was refused nowhere: it can be told as a case."""
    is_end = walk.end in ("result", "rests", "stays")
    return is_end and not any(stop.refused for stop in walk.stops)


def case_lines(name: str, plan: Plan, walk: Walk, yes: Mapping[int, tuple[str, ...]]) -> list[str]:
    """The lines of a case in the section "cases", its id first, without any indentation.

    ``yes`` are the names that were said yes to, by the number of the stop.
    """
    lines = [f"{name}:", f"  from: {plan.start}", *_values("  ", plan.has)]
    steps = [
        line for number, stop in enumerate(walk.stops) for line in _step(stop, yes.get(number, ()))
    ]
    if steps:
        lines += ["  steps:", *steps]
    return [*lines, f"  path: [{', '.join(walk.path)}]", f"  ends: {walk.path[-1]}"]


def _step(stop: Stop, yes: tuple[str, ...]) -> Iterator[str]:
    after = stop.visit.after if stop.visit is not None else None
    if stop.visit is None and not stop.recorded and not yes:
        return
    yield f"    - in: {stop.stage}"
    yield from _values("      ", stop.recorded)
    if yes:
        yield f"      yes: [{', '.join(yes)}]"
    if after is not None:
        yield f"      after: {duration_text(after)}"


def _values(indent: str, values: Mapping[str, Known]) -> Iterator[str]:
    told = {name: one for name, one in values.items() if not isinstance(one, Missing)}
    if told:
        yield f"{indent}has:"
        for name, value in told.items():
            yield f"{indent}  {name}: {_value(value)}"


def _value(value: Known) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, frozenset):
        return f"[{', '.join(map(_value, sorted(value)))}]"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return decimal_text(value)
    if isinstance(value, int):
        return str(value)
    text = str(value)
    return text if _PLAIN.match(text) and text not in _NOT_PLAIN else _quoted(text)


def _quoted(text: str) -> str:
    """A text in double quotes: what JSON escapes, YAML reads; the rest of what it forbids, too."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(
        sign if sign.isprintable() or sign == " " else f"\\U{ord(sign):08x}" for sign in quoted
    )


def decimal_text(value: Fraction) -> str:
    """An exact number as it is written: a decimal that ends, for no other can be written."""
    sign, rest, digits = "-" if value < 0 else "", abs(value), ""
    whole, rest = divmod(rest, 1)
    while rest:
        digit, rest = divmod(rest * 10, 1)
        digits += str(digit)
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"


def duration_text(length: Duration) -> str:
    """A duration as it is written."""
    unit = length.unit if length.count == 1 else f"{length.unit}s"
    since = f" since {length.since}" if length.since is not None else ""
    return f"{length.count} {'business ' if length.business else ''}{unit}{since}"
