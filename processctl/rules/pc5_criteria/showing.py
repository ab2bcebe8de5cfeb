"""What findings of proofs have in common: the case that shows them, as of the day of the run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from processctl.journey import Journey
from processctl.model.exit import Exit
from processctl.proofs import proofs_of
from processctl.proofs.fact import Fact
from processctl.proofs.groups import bearing_on
from processctl.proofs.passage import Inside
from processctl.proofs.story import of_hole, values_alone
from processctl.proofs.verdict import Hole
from processctl.proofs.words import plain_values
from processctl.rules.rule import Case, Given, Place
from processctl.texts import Message

_ANY_DAY = date(2000, 1, 1)


def day_for(journey: Journey, facts: Sequence[Fact], given: Given) -> date:
    """Today where the facts are about dates; else any day, so that the result holds tomorrow too."""
    return given.today if proofs_of(journey).needs_today(facts) else _ANY_DAY


def place_of(exit_: Exit) -> Place:
    """The condition of an exit, or the exit where it has none of its own."""
    if exit_.when is None:
        return Place(exit_.path)
    return Place((*exit_.path, "when"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A case as a finding has it: its values, the way it came, and what becomes of it."""

    values: Case
    way: tuple[str, ...]
    story: tuple[Message, ...]


def shown_hole(journey: Journey, given: Given, hole: Hole) -> Shown:
    """A case that falls through, with what each exit asks of it that it does not have."""
    passage = proofs_of(journey).passage
    choice = passage.choices[hole.inside.state.stage]
    facts = bearing_on(hole.facts, hole.inside.facts)
    case, story = of_hole(passage, choice, facts, day_for(journey, facts, given))
    return Shown(tuple(plain_values(case)), hole.inside.state.way(), story)


def shown_values(journey: Journey, given: Given, inside: Inside, facts: Sequence[Fact]) -> Shown:
    """A case with some facts, and nothing but its values."""
    asked = bearing_on(facts, inside.facts)
    case, story = values_alone(proofs_of(journey).passage, asked, day_for(journey, asked, given))
    return Shown(tuple(plain_values(case)), inside.state.way(), story)
