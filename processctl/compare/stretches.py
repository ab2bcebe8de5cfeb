"""The values of one field for which something can hold, in the fewest words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from processctl.criteria import NOWHERE, And, Comparator, Compare, Has, In, Literal, Name, Or
from processctl.proofs.domain import Domain
from processctl.proofs.fact import Fact, Facts, number

Holds = Callable[[Iterable[Fact]], bool]
"""Whether something can hold together with further facts."""

_WHOLE = ("integer", "date")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Numbers from one to another; None where there is no end. Ends belong to it or do not."""

    least: Fraction | None
    has_least: bool
    most: Fraction | None
    has_most: bool


def stretches(
    facts: Facts, name: str, domain: Domain, breaks: Iterable[Fraction], holds: Holds
) -> tuple[Stretch, ...] | None:
    """The stretches of a field's numbers for which something can hold; None if that is all of them.

    ``breaks`` are the numbers at which anything changes: each, and each stretch between two of them,
    is asked for once.
    """
    ends = sorted({one for one in breaks if _is_inside(one, domain)})
    whole = domain.type in _WHOLE
    found: list[Stretch] = []
    everything = True
    for one in _pieces(ends, domain):
        if whole and not _has_whole(one):
            continue
        if not holds(_within(facts, name, domain, one)):
            everything = False
        elif found and _follows(found[-1], one, whole):
            last = found[-1]
            found[-1] = Stretch(last.least, last.has_least, one.most, one.has_most)
        else:
            found.append(one)
    if everything:
        return None
    return tuple(_closed(one) if whole else one for one in found)


def options(facts: Facts, name: str, words: Sequence[str], holds: Holds) -> tuple[str, ...] | None:
    """The options of a choice for which something can hold; None if that is all of them."""
    field = Name(NOWHERE, name)
    there = tuple(
        word
        for word in words
        if holds([facts.one(Compare(NOWHERE, "==", field, Literal(NOWHERE, word, "text")), True)])
    )
    return None if len(there) == len(words) else there


def members(
    facts: Facts, name: str, words: Sequence[str], holds: Holds
) -> Iterator[tuple[str, bool]]:
    """The options that a list must have, or must not have, for something to hold."""
    for word in words:
        has = facts.one(In(NOWHERE, Literal(NOWHERE, word, "text"), Name(NOWHERE, name)), True)
        lacks = facts.one(has.node, False)
        can = holds([has]), holds([lacks])
        if can == (True, False):
            yield word, True
        elif can == (False, True):
            yield word, False


def answers(facts: Facts, name: str, holds: Holds) -> bool | None:
    """The one answer of a question for which something can hold; None if both will do."""
    field = Name(NOWHERE, name)
    can = holds([facts.one(field, True)]), holds([facts.one(field, False)])
    return can[0] if can[0] != can[1] else None


def missing(facts: Facts, name: str, holds: Holds) -> bool | None:
    """Whether a value must be missing (True) or be there (False); None if both will do."""
    has = Has(NOWHERE, Name(NOWHERE, name))
    can = holds([facts.one(has, False)]), holds([facts.one(has, True)])
    return can[0] if can[0] != can[1] else None


def _pieces(ends: Sequence[Fraction], domain: Domain) -> Iterator[Stretch]:
    """Every end for itself, and what lies between them, from the least to the most."""
    inner = [one for one in ends if one not in (domain.least, domain.most)]
    bounds = [domain.least, *inner, domain.most]
    for place, (low, high) in enumerate(pairwise(bounds)):
        if place and low is not None:
            yield Stretch(low, True, low, True)
        first, last = place == 0, place == len(bounds) - 2
        if first and low is not None and low in ends:
            yield Stretch(low, True, low, True)
            first = False
        ends_here = last and high is not None and high in ends
        yield Stretch(
            low, first and low is not None, high, last and high is not None and not ends_here
        )
        if ends_here and high is not None:
            yield Stretch(high, True, high, True)


def _within(facts: Facts, name: str, domain: Domain, one: Stretch) -> list[Fact]:
    field = Name(NOWHERE, name)

    def written(value: Fraction) -> Literal:
        if domain.type == "date":
            return Literal(NOWHERE, date.fromordinal(int(value)).isoformat(), "text")
        return number(value)

    found = []
    if one.least is not None:
        sign: Comparator = ">=" if one.has_least else ">"
        found.append(facts.one(Compare(NOWHERE, sign, field, written(one.least)), True))
    if one.most is not None:
        sign = "<=" if one.has_most else "<"
        found.append(facts.one(Compare(NOWHERE, sign, field, written(one.most)), True))
    return found


def _is_inside(value: Fraction, domain: Domain) -> bool:
    return (domain.least is None or value >= domain.least) and (
        domain.most is None or value <= domain.most
    )


def _has_whole(one: Stretch) -> bool:
    closed = _closed(one)
    return closed.least is None or closed.most is None or closed.least <= closed.most


def _closed(one: Stretch) -> Stretch:
    """The whole numbers of a stretch: its ends belong to it."""
    least, most = one.least, one.most
    if least is not None:
        least = Fraction(ceil(least) if one.has_least else floor(least) + 1)
    if most is not None:
        most = Fraction(floor(most) if one.has_most else ceil(most) - 1)
    return Stretch(least, True, most, True)


def _follows(one: Stretch, other: Stretch, whole: bool) -> bool:
    """Whether there is nothing between two stretches."""
    if one.most is None or other.least is None:
        return False
    if one.most == other.least:
        return one.has_most or other.has_least
    if not whole:
        return False
    last, first = _closed(one).most, _closed(other).least
    return last is not None and first is not None and last + 1 >= first


def named(name: str) -> Name:
    """A field, as a condition."""
    return Name(NOWHERE, name)


def is_one_of(facts: Facts, name: str, words: Sequence[str]) -> Fact:
    """That a field has one of some options."""
    options_ = tuple(Literal(NOWHERE, word, "text") for word in words)
    return facts.one(In(NOWHERE, named(name), options_), True)


def in_one_of(facts: Facts, name: str, domain: Domain, found: Sequence[Stretch]) -> Fact:
    """That a field's number lies in one of some stretches."""
    parts = [
        And(NOWHERE, tuple(fact.node for fact in _within(facts, name, domain, one)))
        for one in found
    ]
    return facts.one(parts[0] if len(parts) == 1 else Or(NOWHERE, tuple(parts)), True)
