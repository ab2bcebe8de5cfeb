"""What becomes of a case, told to somebody who sells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from processctl.proofs.afterwards import afterwards
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
    """A case that fits no exit: its values, what each exit asks of it that it lacks, and what becomes of it."""
    wanted = {
        way: passage.facts.of(condition, True)
        for way, condition in choice.conditions()
        if way.kind == "tested"
    }
    case = case_of(passage, nearest(passage, facts, list(wanted.values())), today)
    missed = _missed(passage, wanted, case, today)
    after = afterwards(passage.journey, choice.stage)
    return case, (values_in_words(passage.journey.model, case), *missed, *after)


def _missed(
    passage: Passage, wanted: Mapping[Way, Sequence[Fact]], case: Case, today: date
) -> Iterator[Message]:
    """What the first of the exits ask of a case that it does not have; ``wanted`` are their parts."""
    model = passage.journey.model
    known = facts_of_case(passage, case, today)
    for way, parts in islice(wanted.items(), _MOST_MISSED):
        lacking = [part for part in parts if passage.solver.can_hold((*known, part)) == "no"]
        if lacking:
            yield say(
                'It misses the exit to "{stage}": {reasons}.',
                stage=exit_in_words(model, way),
                reasons=Listing(
                    tuple(failure_in_words(model, part, case.values) for part in lacking),
                    quoted=False,
                ),
            )
