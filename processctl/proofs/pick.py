"""The roundest numbers: which values of a case are told, when many would do.

The order depends on nothing but the conditions themselves, so that another version of the solver,
which knows only whether a case exists, leads to the same case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor


def candidates(
    breaks: Iterable[Fraction], least: Fraction | None, most: Fraction | None, step: Fraction
) -> Iterator[Fraction]:
    """Values to try, the roundest and smallest first: one for each stretch that conditions tell apart.

    ``breaks`` are the numbers that conditions compare with: between two neighbours nothing changes
    as long as each condition speaks of one field. Where several do, a step beside a break may be what
    is wanted. Values are multiples of ``step``.
    """
    ends = sorted({one for one in breaks if _is_within(one, least, most)})
    bounds = [least, *ends, most]
    found = {one for one in ends if (one / step).denominator == 1}
    for low, high in pairwise(bounds):
        inner = _roundest(low, high, step, low in ends, high in ends)
        if inner is not None:
            found.add(inner)
    found |= {one for one in (least, most) if one is not None and (one / step).denominator == 1}
    yield from sorted(found, key=_roundness)
    beside = {near for one in found for near in (one - step, one + step)} - found
    yield from sorted((one for one in beside if _is_within(one, least, most)), key=_roundness)


def _roundness(value: Fraction) -> tuple[int, Fraction, bool]:
    return _digits(value), abs(value), value < 0


def _is_within(value: Fraction, least: Fraction | None, most: Fraction | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)


def _roundest(
    low: Fraction | None, high: Fraction | None, step: Fraction, low_is_out: bool, high_is_out: bool
) -> Fraction | None:
    """The roundest number between two bounds; a bound that is a break of its own is left out."""
    for size in _sizes(low, high, step):
        first, last = _multiples(low, high, size, low_is_out, high_is_out)
        nearest = max(first, 0) if first is not None else 0
        nearest = min(last, nearest) if last is not None else nearest
        if first is None or nearest >= first:
            return size * nearest
    return None


def _multiples(
    low: Fraction | None, high: Fraction | None, size: Fraction, low_is_out: bool, high_is_out: bool
) -> tuple[int | None, int | None]:
    """The first and the last multiple of ``size`` in a stretch."""
    first = last = None
    if low is not None:
        first = floor(low / size) + 1 if low_is_out else ceil(low / size)
    if high is not None:
        last = ceil(high / size) - 1 if high_is_out else floor(high / size)
    return first, last


def _sizes(low: Fraction | None, high: Fraction | None, step: Fraction) -> Iterator[Fraction]:
    """Powers of ten and their halves, from the size of the bounds down to the finest step."""
    nearest = min((abs(one) for one in (low, high) if one is not None), default=Fraction(0))
    size = Fraction(1)
    while size * 10 <= nearest:
        size *= 10
    while size >= step:
        yield size
        if size / 2 >= step and (size / 2 / step).denominator == 1:
            yield size / 2
        size /= 10


def _digits(value: Fraction) -> int:
    """How many digits it takes to write a number, noughts at either end apart."""
    while value.denominator != 1:
        if value.denominator % 2 and value.denominator % 5:
            return 99
        value *= 10
    return len(str(abs(value.numerator)).rstrip("0"))
