"""All cases there can be, one by one: each is a number, and a set of cases has a bit for each.

A case is a value for each name. The numbers count through all of them like the digits of a mileage
counter, so that "the same but for one name" is a shift.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from itertools import product
from math import prod
from typing import TypeAlias

Value: TypeAlias = "bool | Fraction | str | date | frozenset[str] | None"
"""What a name may stand for in a case; None where it is missing."""
Cases: TypeAlias = int
"""A set of cases: bit n is set where case n is in it."""


class Universe:
    """Every combination of the values that the names can have."""

    def __init__(self, values: Mapping[str, tuple[Value, ...]]) -> None:
        self.values = values
        self.size = prod(len(several) for several in values.values())
        self.all: Cases = (1 << self.size) - 1
        self._where: dict[tuple[str, Value], Cases] = {}
        self._stride: dict[str, int] = {}
        stride = 1
        for name, several in values.items():
            self._stride[name] = stride
            # One case of each value, and the same again in every round of the counter.
            block, rounds = (1 << stride) - 1, (1 << (stride * len(several))) - 1
            for place, value in enumerate(several):
                self._where[name, value] = (block << (place * stride)) * (self.all // rounds)
            stride *= len(several)

    def where(self, name: str, value: Value) -> Cases:
        """The cases in which a name has a value; none where it never has."""
        return self._where.get((name, value), 0)

    def free(self, cases: Cases, names: Iterable[str]) -> Cases:
        """The cases that differ from some of ``cases`` in nothing but the names."""
        for name in names:
            stride = self._stride[name]
            shifts = [place * stride for place in range(len(self.values[name]))]
            first = 0
            for value, shift in zip(self.values[name], shifts, strict=True):
                first |= (cases & self.where(name, value)) >> shift
            cases = 0
            for shift in shifts:
                cases |= first << shift
        return cases

    def with_any(self, names: Iterable[str], holds: Callable[[dict[str, Value]], bool]) -> Cases:
        """The cases for which something holds that depends on these names alone."""
        several = list(names)
        found = 0
        for combination in product(*(self.values[name] for name in several)):
            case = dict(zip(several, combination, strict=True))
            if holds(case):
                cases = self.all
                for name, value in case.items():
                    cases &= self.where(name, value)
                found |= cases
        return found

    def first(self, cases: Cases) -> dict[str, Value]:
        """One of the cases, written out."""
        number = (cases & -cases).bit_length() - 1
        return {
            name: several[number // self._stride[name] % len(several)]
            for name, several in self.values.items()
        }
