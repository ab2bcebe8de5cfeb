"""Who tells whom: feedback loops in force, from team to team."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from processctl.journey.owner import is_placed, resolve_owner
from processctl.model.meeting import Feedback
from processctl.model.model import Model
from processctl.model.reference import Reference


@dataclass(frozen=True, slots=True)
class Loop:
    """A feedback loop in force, its parties as teams.

    ``blurred`` is true where a party cannot be read or its team cannot: then it may be any team.
    """

    feedback: Feedback
    givers: frozenset[str]
    hearers: frozenset[str]
    blurred: bool

    def tells(self, giver: str, hearer: str) -> bool:
        """Whether the loop goes from one team to another."""
        return giver in self.givers and hearer in self.hearers


def loops(model: Model) -> tuple[Loop, ...]:
    """Every feedback loop in force, in the order written."""
    return tuple(_loops(model))


def _loops(model: Model) -> Iterator[Loop]:
    for feedback in model.feedback.values():
        if not feedback.live:
            continue
        parties = (*feedback.givers, *feedback.hearers)
        blurred = not feedback.readable("from", "to", "status") or any(
            not is_placed(model, party) for party in parties
        )
        givers, hearers = _teams(model, feedback.givers), _teams(model, feedback.hearers)
        yield Loop(feedback, givers, hearers, blurred)


def _teams(model: Model, parties: tuple[Reference, ...]) -> frozenset[str]:
    owners = (resolve_owner(model, party) for party in parties)
    return frozenset(owner.team for owner in owners if owner is not None and owner.team is not None)
