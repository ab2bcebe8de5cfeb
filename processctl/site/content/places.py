"""Stages and outcomes by the names that readers know."""

from __future__ import annotations

from processctl.model.reference import Reference
from processctl.texts import say
from processctl.views.wording import Wording


def place(words: Wording, reference: Reference) -> str:
    """A stage by its title, an outcome by its name."""
    outcome = (words.journey.model.process.outcomes or {}).get(reference.id)
    if reference.section != "stages" and outcome is not None and outcome.name is not None:
        return words.say(outcome.name)
    known = {"won": say("won"), "lost": say("lost")}.get(reference.id)
    if reference.section != "stages" and known is not None:
        return words.say(known)
    return words.reference(reference)
