"""What the passing of time does for a case that fits no exit of its stage."""

from __future__ import annotations

from collections.abc import Sequence

from processctl.criteria import NOWHERE, And, Compare, DaysSince, Has, Name, Not, Or
from processctl.proofs.choice import Choice, Way
from processctl.proofs.fact import TODAY, Fact, number
from processctl.proofs.passage import Passage

_A_LONG_TIME = number(1_000_000)  # in days: no condition counts so many


def clocks_of(passage: Passage, choice: Choice) -> list[Way]:
    """The exits that come true by the passing of time."""
    counts_down = passage.journey.conditions.counts_down
    return [way for way in choice.ways if counts_down(way.exit.when)]


def without_deadline(passage: Passage, choice: Choice) -> tuple[list[Fact] | None, bool]:
    """What holds for the cases that nothing takes out of a stage in the end; None if there are none.

    Deadlines may be those of one segment. Nor is it always certain that one leads on: who has not been
    there cannot go back there.
    """
    found: list[Fact] = []
    is_certain = True
    for edge in passage.journey.out[choice.stage.id]:
        if edge.is_deadline:
            whose = passage.variants.whose_clock(choice.stage, edge)
            is_certain = is_certain and not passage.return_doubt(edge)
            if not whose:
                return None, is_certain
            found += passage.facts.of(And(NOWHERE, tuple(whose)), False)
    return found, is_certain


def now_and_later(passage: Passage, clocks: Sequence[Way], facts: Sequence[Fact]) -> list[Fact]:
    """Facts that speak of today, and the same for a day that is later than any that matters.

    An exit that counts days comes true by itself, but for the cases that it never lets pass, however
    late it gets.
    """
    make = passage.facts
    late = {TODAY: "later"}
    dates = {
        name
        for way in clocks
        if way.condition is not None
        for name in make.reads(way.condition)
        if name in passage.domains and passage.domains[name].type == "date"
    }
    found = list(facts)
    for name in sorted(dates):
        field = Name(NOWHERE, name)
        past = Compare(NOWHERE, ">=", DaysSince(NOWHERE, field), _A_LONG_TIME)
        found.append(make.one(Or(NOWHERE, (Not(NOWHERE, Has(NOWHERE, field)), past)), True, late))
    found += [make.with_versions(fact, late) for fact in facts if TODAY in fact.now]
    return found
