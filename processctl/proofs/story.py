"""What becomes of a case, told to somebody who sells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from processctl.proofs.choice import Choice, Way
from processctl.proofs.fact import Fact
from processctl.proofs.missed import failure_in_words
from processctl.proofs.passage import Passage
from processctl.proofs.witness import Case, case_of, facts_of_case, nearest
from processctl.proofs.words import exit_in_words, values_in_words
from processctl.texts import Listing, Message, say

_MOST_MISSED = 4  # exits whose conditions are told one by one


def values_alone(
    passage: Passage, facts: Sequence[Fact], today: date
) -> tuple[Case, tuple[Message, ...]]:
    """A case with some facts, and its values in words."""
    case = case_of(passage, facts, today)
    return case, (values_in_words(passage.journey.model, case),)


def of_hole(
    passage: Passage, choice: Choice, facts: Sequence[Fact], today: date
) -> tuple[Case, tuple[Message, ...]]:
    """A case that fits no exit, its values, and what each exit asks of it that it does not have."""
    wanted = [
        passage.facts.of(one.condition, True)
        for one in choice.conditions()
        if one.condition is not None and one.kind == "tested"
    ]
    case = case_of(passage, nearest(passage, facts, wanted), today)
    missed = _missed(passage, choice, case, today)
    return case, (values_in_words(passage.journey.model, case), *missed)


def _missed(passage: Passage, choice: Choice, case: Case, today: date) -> Iterator[Message]:
    model = passage.journey.model
    titles = {name: stage.title for name, stage in model.stages.items()}
    known = facts_of_case(passage, case, today)
    tested = [way for way in choice.conditions() if way.kind == "tested"]
    for way in tested[:_MOST_MISSED]:
        lacking = _lacking(passage, way, known)
        if lacking:
            yield say(
                'It misses the exit to "{stage}": {reasons}.',
                stage=exit_in_words(titles, way),
                reasons=Listing(
                    tuple(failure_in_words(model, part, case.values) for part in lacking),
                    quoted=False,
                ),
            )


def _lacking(passage: Passage, way: Way, known: Sequence[Fact]) -> list[Fact]:
    """The parts of an exit's condition that a case does not have."""
    if way.condition is None:
        return []
    parts = passage.facts.of(way.condition, True)
    return [part for part in parts if passage.solver.can_hold((*known, part)) == "no"]
