"""What the process does with a case that fits no exit: who has it, and who hears of it."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.stage import Stage
from processctl.proofs.words import length_in_words, party_in_words, stage_in_words
from processctl.texts import Listing, Message, say


def afterwards(journey: Journey, stage: Stage) -> Iterator[Message]:
    """With whom a case stays, and what the first deadlines of the stage do.

    Nothing is said of deadlines where they are others for some segments.
    """
    model = journey.model
    owner = journey.owners.get(stage.id)
    if owner is not None:
        yield say('It stays with "{owner}".', owner=party_in_words(model, owner.id))
    if any(variant.late or variant.within or variant.idle for variant in stage.varies):
        return
    is_told = False
    for step in stage.late:
        length = step.after or stage.within
        if length is None:
            continue
        time = length_in_words(model, length)
        if step.tell:
            told = Listing(tuple(party_in_words(model, one.id) for one in step.tell))
            yield say("After {time}, {names} hears of it.", time=time, names=told)
            is_told = True
        if step.to is not None:
            stage_words = stage_in_words(model, step.to.id)
            yield say('After {time} it goes to "{stage}".', time=time, stage=stage_words)
            return
    if not is_told:
        yield say("Nobody is told.")
