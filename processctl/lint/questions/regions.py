"""Which stages a question is about."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Handoff, Journey


def starting(journey: Journey) -> frozenset[str]:
    """Where cases are born."""
    return frozenset(journey.starts)


def receiving(journey: Journey) -> frozenset[str]:
    """Stages that receive from another team, and are no results."""
    return frozenset(one.edge.target for one in journey.handoffs if one.across) - winning(journey)


def winning(journey: Journey) -> frozenset[str]:
    """Stages of customers."""
    return frozenset(name for name, kind in journey.outcomes.items() if kind == "won")


def caring(journey: Journey) -> frozenset[str]:
    """Stages that the teams of customers' stages receive from others."""
    return frozenset(one.edge.target for one in into_care(journey))


def into_care(journey: Journey) -> Iterator[Handoff]:
    """Handoffs to a team that looks after those who were won."""
    owners = journey.owners
    carers = {owners[name].team for name in winning(journey) if name in owners}
    for one in journey.handoffs:
        if one.across and one.receiver.team in carers:
            yield one
