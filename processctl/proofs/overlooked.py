"""Cases that wait, or rest, for good because nobody asks whether a value of theirs is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from processctl.model.exit import Exit
from processctl.proofs.choice import Choice
from processctl.proofs.fact import Fact, in_order
from processctl.proofs.passage import Inside, Passage
from processctl.proofs.passing_time import clocks_of, now_and_later, without_deadline
from processctl.proofs.state import State


@dataclass(frozen=True, slots=True)
class Overlooked:
    """A field that an exit compares, and cases without it that fit no exit however long they wait."""

    field: str
    exit: Exit
    inside: Inside
    facts: tuple[Fact, ...]


def overlooked(passage: Passage, name: str, states: Sequence[State]) -> Iterator[Overlooked]:
    """The optional fields that the exits of a stage in which cases may stay do not ask for.

    Where cases may not stay, one that fits no exit is a gap. A yes or no that is missing is a no.
    """
    choice, stage = passage.choices[name], passage.journey.stages[name]
    if not (stage.waits or name in passage.journey.outcomes) or not choice.is_readable:
        return
    if choice.otherwise is not None or choice.has_bare or name in passage.journey.uncertain:
        return
    if not stage.readable("exits", "late", "idle") or not passage.variants.are_clear(stage):
        return
    compared = _compared(passage, choice)
    whatever = choice.fits_none_whatever() if compared else None
    for_ever, _ = without_deadline(passage, choice)
    if whatever is None or for_ever is None:
        return
    stays = [*for_ever, *now_and_later(passage, clocks_of(passage, choice), whatever)]
    insides = [inside for state in states for inside in passage.inside(state)]
    for field, exit_ in compared.items():
        gone = passage.facts.one(passage.facts.filled_in(field).node, False)
        for inside in insides:
            together = in_order((*inside.facts, *stays, gone))
            if not inside.state.doubt and passage.solver.can_hold(together) == "yes":
                yield Overlooked(field, exit_, inside, together)
                break


def _compared(passage: Passage, choice: Choice) -> dict[str, Exit]:
    """The optional fields that exits compare, none of which asks for them, with the first that does."""
    model, conditions = passage.journey.model, passage.journey.conditions
    found: dict[str, Exit] = {}
    asked: set[str] = set()
    for way in choice.ways:
        reads = conditions.fields(way.exit.when)
        unguarded = {field for read in conditions.unguarded(way.exit.when) for field in read.fields}
        asked |= reads - unguarded
        for field in sorted(unguarded):
            domain = passage.domains.get(field)
            if domain is not None and domain.type != "boolean" and model.fields[field].optional:
                found.setdefault(field, way.exit)
    return {field: exit_ for field, exit_ in found.items() if field not in asked}
