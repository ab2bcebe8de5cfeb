"""Bands of numbers that leave a crack between them, or have an end in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from processctl.criteria import NOWHERE, And, Comparator, Compare, Name, Node, Or
from processctl.proofs.breaks import breaks_of
from processctl.proofs.choice import Choice
from processctl.proofs.fact import Fact, number
from processctl.proofs.passage import Passage
from processctl.proofs.verdict import Hole, Overlap

_NO_DAY = date(2000, 1, 1)  # dates have no cracks, so that it does not matter which day is today
_WIDEST = 1  # two ends further apart are no neighbours
_MOST_ENDS = 50  # of one field that are gone through


@dataclass(frozen=True, slots=True)
class Crack:
    """Numbers of a field between two ends of bands; one number where ``low`` and ``high`` are equal."""

    low: Fraction
    high: Fraction


Cracks: TypeAlias = tuple[str, tuple[Crack, ...]]


def cracks_of_hole(passage: Passage, choice: Choice, hole: Hole) -> Cracks | None:
    """The field and all cracks between bands, if no case falls through but in such cracks.

    A crack is a number that the exits compare the field with, or what lies between two of them that
    are at most one apart.
    """
    for name, ends in _ends(passage, choice):
        narrow = [Crack(end, end) for end in ends]
        narrow += [Crack(low, high) for low, high in pairwise(ends) if high - low <= _WIDEST]
        places = {
            one: _inside(name, one) for one in sorted(narrow, key=lambda one: (one.low, one.high))
        }
        elsewhere = passage.facts.of(Or(NOWHERE, tuple(places.values())), False)
        can_hold = passage.solver.can_hold
        if (
            can_hold((*hole.facts, *elsewhere)) != "no"
            or can_hold((*hole.inside.facts, *elsewhere)) != "yes"
        ):
            continue
        found = tuple(
            crack
            for crack, node in places.items()
            if can_hold((*hole.facts, *passage.facts.of(node, True))) == "yes"
        )
        if found:
            return name, found
    return None


def common_end(passage: Passage, choice: Choice, overlap: Overlap) -> tuple[str, Fraction] | None:
    """The field and the one number at which two bands meet, if their exits have no more in common."""
    known = overlap.inside.facts
    one, other = (
        passage.facts.of(way.condition, True) if way.condition is not None else []
        for way in (overlap.earlier, overlap.later)
    )

    def never(facts: Sequence[Fact], name: str, operator: Comparator, end: Fraction) -> bool:
        beside = passage.facts.of(_compare(name, operator, end), True)
        return passage.solver.can_hold((*known, *facts, *beside)) == "no"

    for name, ends in _ends(passage, choice):
        for end in ends:
            if never(overlap.facts, name, "!=", end) and (
                (never(one, name, ">", end) and never(other, name, "<", end))
                or (never(one, name, "<", end) and never(other, name, ">", end))
            ):
                return name, end
    return None


def _ends(passage: Passage, choice: Choice) -> Iterator[tuple[str, list[Fraction]]]:
    """The fields that hold numbers, with all that the exits compare them with."""
    asked = [
        fact for _, condition in choice.conditions() for fact in passage.facts.of(condition, True)
    ]
    breaks = breaks_of(asked, passage.facts.definitions, _NO_DAY)
    for name, domain in passage.domains.items():
        ends = sorted(one for one in breaks.get(name, ()) if isinstance(one, Fraction))
        if domain.type in ("integer", "decimal", "money") and ends:
            yield name, ends[:_MOST_ENDS]


def _inside(name: str, crack: Crack) -> Node:
    if crack.low == crack.high:
        return _compare(name, "==", crack.low)
    return And(NOWHERE, (_compare(name, ">", crack.low), _compare(name, "<", crack.high)))


def _compare(name: str, operator: Comparator, value: Fraction) -> Node:
    return Compare(NOWHERE, operator, Name(NOWHERE, name), number(value))
