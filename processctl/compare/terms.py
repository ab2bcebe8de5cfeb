"""Handoffs and their contracts, in a form in which two states can be held against each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from processctl.journey import Journey
from processctl.journey.handoff import Handoff, Terms
from processctl.model.model import Model
from processctl.model.reference import Reference
from processctl.repair.portrait import said
from processctl.texts import Argument, Text

Key: TypeAlias = tuple[str, str, int]
"""Giving stage, receiving stage, and which of several handoffs between the two."""


def handoffs_of(journey: Journey) -> Mapping[Key, Handoff]:
    """The handoffs of a journey, each by the stages between which it takes place."""
    found: dict[Key, Handoff] = {}
    for one in journey.handoffs:
        number = 0
        while (one.edge.source, one.edge.target, number) in found:
            number += 1
        found[one.edge.source, one.edge.target, number] = one
    return found


def parts(journey: Journey, handoff: Handoff) -> tuple[object, ...]:
    """What the exit says of a contract, and the receiving stage."""
    contracts = handoff.exit.handoff, journey.model.stages[handoff.edge.target].accepts
    return tuple(
        {
            **said(journey.model, one),
            "needs": frozenset(needed(journey.model, one.needs)),
            "by": who(one.by),
        }
        if one is not None
        else None
        for one in contracts
    )


def needed(
    model: Model, needs: tuple[Reference | Text, ...]
) -> dict[tuple[str, ...] | Text, Argument]:
    """What has to be known, each in words."""
    found: dict[tuple[str, ...] | Text, Argument] = {}
    for need in needs:
        if isinstance(need, Text):
            found[need] = need
        else:
            field = model.fields.get(need.id)
            found["fields", need.id] = field.title if field is not None else need.id
    return found


def who(references: tuple[Reference, ...]) -> frozenset[tuple[str | None, str]]:
    """Roles, teams and people, in no order."""
    return frozenset((one.section, one.id) for one in references)


def silent(terms: Terms) -> object:
    """What happens when nobody accepts a case."""
    on_silence = terms.silent
    if on_silence is None:
        return None
    return who(on_silence.tell), on_silence.to.id if on_silence.to is not None else None
