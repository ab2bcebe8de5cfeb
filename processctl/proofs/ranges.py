"""The values that one variable may have: stretches of numbers, in order, apart from each other.

An end is a number and nought for the number itself, one for what comes at once behind it, minus one
for what comes at once before it. So stretches are closed whatever they leave out, and two ends are
compared as pairs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, inf
from typing import TypeAlias

from processctl.criteria import Comparator

End: TypeAlias = "tuple[Fraction | int | float, int]"
"""Only the ends of the whole line are floats: minus and plus infinity."""
Ranges: TypeAlias = "tuple[tuple[End, End], ...]"

_FIRST: End = (-inf, 0)
_LAST: End = (inf, 0)
NO: Ranges = (((0, 0), (0, 0)),)
YES: Ranges = (((1, 0), (1, 0)),)
EITHER: Ranges = (((0, 0), (1, 0)),)
NOTHING: Ranges = ()


@dataclass(frozen=True, slots=True)
class Line:
    """What a variable can be at all, and how conditions count it.

    A number in a condition is ``scale`` times as much here: money is counted in hundredths. Where only
    whole numbers are on it, ``is_whole``.
    """

    everything: Ranges
    is_whole: bool = True
    scale: int = 1

    def where(self, comparator: Comparator, number: Fraction | int) -> Ranges:
        """The values that compare with a number in that way."""
        value = Fraction(number) * self.scale
        low, high = self._from(value), self._up_to(value)
        match comparator:
            case "==":
                return ((low, high),) if low <= high else NOTHING
            case "!=":
                return self.others(((low, high),)) if low <= high else self.everything
            case "<":
                return ((_FIRST, _before(low, self.is_whole)),)
            case "<=":
                return ((_FIRST, high),)
            case ">":
                return ((_after(high, self.is_whole), _LAST),)
            case ">=":
                return ((low, _LAST),)

    def others(self, ranges: Ranges) -> Ranges:
        """All values that are not among these."""
        found = []
        start = _FIRST
        for low, high in ranges:
            if start < low:
                found.append((start, _before(low, self.is_whole)))
            start = _after(high, self.is_whole)
        if start < _LAST:
            found.append((start, _LAST))
        return tuple(found)

    def _from(self, value: Fraction) -> End:
        return (ceil(value), 0) if self.is_whole else (value, 0)

    def _up_to(self, value: Fraction) -> End:
        return (floor(value), 0) if self.is_whole else (value, 0)


def numbers(least: Fraction | None, most: Fraction | None, *, is_whole: bool, scale: int) -> Line:
    """A line of numbers between bounds."""
    line = Line(((_FIRST, _LAST),), is_whole, scale)
    everything = line.everything
    if least is not None:
        everything = common(everything, line.where(">=", least))
    if most is not None:
        everything = common(everything, line.where("<=", most))
    return Line(everything, is_whole, scale)


def points(places: Iterable[int]) -> Ranges:
    """Some whole numbers."""
    return tuple(((one, 0), (one, 0)) for one in sorted(set(places)))


def common(one: Ranges, other: Ranges) -> Ranges:
    """The values that are in both."""
    found = []
    place = 0
    for low, high in one:
        while place < len(other):
            start, end = other[place]
            first, last = max(low, start), min(high, end)
            if first <= last:
                found.append((first, last))
            if end > high:
                break
            place += 1
    return tuple(found)


def both(one: Ranges, other: Ranges) -> Ranges:
    """The values that are in one or the other."""
    found: list[tuple[End, End]] = []
    for low, high in sorted((*one, *other)):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return tuple(found)


def _before(end: End, is_whole: bool) -> End:
    return (end[0] - 1, 0) if is_whole else (end[0], end[1] - 1)


def _after(end: End, is_whole: bool) -> End:
    return (end[0] + 1, 0) if is_whole else (end[0], end[1] + 1)
