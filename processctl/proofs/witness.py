"""The values of a case that shows something: the first that will do, in an order of our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from processctl.criteria import NOWHERE, Compare, Has, In, Literal, Name, Node
from processctl.proofs.breaks import breaks_of
from processctl.proofs.domain import YES_OR_NO, Domain
from processctl.proofs.fact import TODAY, Fact, number
from processctl.proofs.passage import Passage
from processctl.proofs.pick import candidates

Value: TypeAlias = "bool | int | Fraction | str | date | frozenset[str] | None"
"""A value of a field; None where it is missing."""

SOME_WORD = "abc"  # a text that is none of those that conditions ask for
_STEPS = {
    "integer": Fraction(1),
    "decimal": Fraction(1, 1000),
    "money": Fraction(1, 100),
    "date": Fraction(1),
}
_KINDS = {"integer": "number", "decimal": "number", "money": "number"}


@dataclass(frozen=True, slots=True)
class Case:
    """A case: the values of the fields that matter, in the order the fields are declared.

    Of segments that no test tells, it is said behind them whether it is of them.

    ``rest`` are fields for which no value could be named within the limits, although there is one.
    """

    values: Mapping[str, Value]
    rest: tuple[str, ...] = ()


def case_of(passage: Passage, facts: Sequence[Fact], today: date) -> Case:
    """A case that has some facts, which can hold together: small, round, and always the same.

    Fields are fixed one by one in the order of the model. Today is the day ``today`` unless the
    facts speak against it. The order of the facts does not matter.
    """
    names = {name for fact in facts for name in fact.now}
    known = list(facts)
    if TODAY in names:
        day = _today_is(passage, today)
        if passage.solver.can_hold((*known, day)) == "yes":
            known.append(day)
    breaks = breaks_of(facts, passage.facts.definitions, today)
    asked = [name for name in passage.domains if name in names]
    asked += [name for name in passage.untested_segments if name in names]
    alike: dict[str, set[Fraction | str]] = {}  # values that other fields of a kind have got
    values: dict[str, Value] = {}
    for _ in range(2):  # again, because what is compared with a later field needs its value
        for name in asked:
            if name in values:
                continue
            domain = passage.domains.get(name, YES_OR_NO)
            others = alike.setdefault(_KINDS.get(domain.type, domain.type), set())
            for value in _values(domain, breaks.get(name, set()) | others, today):
                fixed = _is(passage, name, domain, value)
                if passage.solver.can_hold((*known, *fixed)) == "yes":
                    known += fixed
                    values[name] = value
                    others.update(_as_break(value))
                    break
    named = {name: values[name] for name in asked if name in values}
    return Case(named, tuple(name for name in asked if name not in values))


def _as_break(value: Value) -> list[Fraction | str]:
    """What another field may be compared with, once this one has a value."""
    match value:
        case bool() | None | frozenset():
            return []
        case date():
            return [Fraction(value.toordinal())]
        case str():
            return [value]
        case _:
            return [Fraction(value)]


def nearest(
    passage: Passage, facts: Sequence[Fact], wanted: Sequence[Sequence[Fact]]
) -> list[Fact]:
    """The facts of a case, and those that let it miss one of several conditions by a single part.

    ``wanted`` are the parts of each condition. What is too large is tried first: that a lead was too
    small for every rule surprises nobody. The facts alone, where no case is so near.
    """
    for parts in wanted:
        for missed in sorted(parts, key=lambda part: not _is_upper_bound(part)):
            others = [part for part in parts if part is not missed]
            if others and passage.solver.can_hold((*facts, *others)) == "yes":
                return [*facts, *others]
    return list(facts)


def _is_upper_bound(part: Fact) -> bool:
    node = part.node
    return (
        part.holds
        and isinstance(node, Compare)
        and node.operator in ("<", "<=")
        and isinstance(node.right, Literal)
    )


def facts_of_case(passage: Passage, case: Case, today: date) -> list[Fact]:
    """The facts that a case has these values, today."""
    found = [_today_is(passage, today)]
    for name, value in case.values.items():
        found += _is(passage, name, passage.domains.get(name, YES_OR_NO), value)
    return found


def _values(domain: Domain, breaks: Iterable[Fraction | str], today: date) -> Iterator[Value]:
    """The values of a field that are worth trying, the ones that are easiest to tell first."""
    match domain.type:
        case "boolean":
            yield from (False, True)
        case "choice":
            yield from domain.options
        case "list":
            yield frozenset()
            yield from (frozenset((one,)) for one in domain.options)
            yield frozenset(domain.options)
            yield from (frozenset(domain.options) - {one} for one in domain.options)
        case "text":
            yield SOME_WORD
            yield from sorted(one for one in breaks if isinstance(one, str))
        case "date":
            bounds = [one for one in (domain.least, domain.most) if one is not None]
            yield from _days([*breaks, *bounds], today)
        case "integer":
            yield from map(int, _numbers(domain, breaks))
        case _:
            yield from _numbers(domain, breaks)
    if domain.may_be_missing:
        yield None


def _numbers(domain: Domain, breaks: Iterable[Fraction | str]) -> Iterator[Fraction]:
    ends = [one for one in breaks if isinstance(one, Fraction)]
    return candidates(ends, domain.least, domain.most, _STEPS[domain.type])


def _days(breaks: Iterable[Fraction | str], today: date) -> Iterator[date]:
    """Dates, nearest to today first, at round distances."""
    here = today.toordinal()
    away = [one - here for one in breaks if isinstance(one, Fraction)]
    for distance in candidates([*away, Fraction(0)], None, None, _STEPS["date"]):
        day = here + int(distance)
        if date.min.toordinal() <= day <= date.max.toordinal():
            yield date.fromordinal(day)


def _today_is(passage: Passage, today: date) -> Fact:
    return passage.facts.one(
        Compare(NOWHERE, "==", Name(NOWHERE, TODAY), number(today.toordinal())),
        True,
    )


def _is(passage: Passage, name: str, domain: Domain, value: Value) -> list[Fact]:
    """The facts that a field has a value, or none."""
    field = Name(NOWHERE, name)
    if value is None:
        return [passage.facts.one(Has(NOWHERE, field), False)]
    there = [passage.facts.filled_in(name)] if domain.may_be_missing else []
    if isinstance(value, frozenset):
        members: list[tuple[Node, bool]] = [
            (In(NOWHERE, Literal(NOWHERE, one, "text"), field), one in value)
            for one in domain.options
        ]
        return [*there, *(passage.facts.one(node, holds) for node, holds in members)]
    if isinstance(value, bool):
        return [*there, passage.facts.one(field, value)]
    return [*there, passage.facts.one(Compare(NOWHERE, "==", field, _literal(value)), True)]


def _literal(value: int | Fraction | str | date) -> Literal:
    if isinstance(value, date):
        return Literal(NOWHERE, value.isoformat(), "text")
    if isinstance(value, str):
        return Literal(NOWHERE, value, "text")
    return number(value)
