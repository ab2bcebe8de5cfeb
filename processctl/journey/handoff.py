"""Handoffs: exits on which the accountable owner changes, and their contracts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from processctl.journey.edge import Edge
from processctl.journey.owner import Owner, same_hat
from processctl.model.exit import Contract, Exit, Silent
from processctl.model.model import Model
from processctl.model.reference import Reference
from processctl.model.values import Duration
from processctl.texts import Text


@dataclass(frozen=True, slots=True)
class Terms:
    """A contract in force: the receiving stage's, with what the exit says otherwise."""

    mode: str
    needs: tuple[Reference | Text, ...]
    by: tuple[Reference, ...]
    within: Duration | None
    silent: Silent | None
    readable: bool


@dataclass(frozen=True, slots=True)
class Handoff:
    """A case goes from one owner to another.

    ``across`` says whether from team to team, ``needs_return`` whether the receiver has to be able
    to give it back: between teams, unless the case goes on in another process.
    """

    edge: Edge
    exit: Exit
    giver: Owner
    receiver: Owner
    across: bool
    terms: Terms | None
    needs_return: bool


def find_handoffs(
    model: Model, edges: Iterable[Edge], owners: Mapping[str, Owner], final: frozenset[str]
) -> tuple[Handoff, ...]:
    """Every exit in force between two owners that is not marked as a return, as written.

    ``final`` are the stages that nothing is handed to: results that a case never leaves, and dead
    ends, which are often results that do not say so.
    """
    found = []
    for edge in edges:
        if not edge.live or edge.kind != "exit" or edge.returns or edge.target in final:
            continue
        giver, receiver = owners.get(edge.source), owners.get(edge.target)
        if giver is None or receiver is None or same_hat(model, giver, receiver):
            continue
        if giver.team is None or receiver.team is None:
            continue
        across = giver.team != receiver.team
        if not across and "teams" in (giver.kind, receiver.kind):
            continue  # a team and a role in it are no two parties
        assert isinstance(edge.way, Exit)  # noqa: S101 - edges of kind exit come of exits
        if not edge.way.readable("return", "status"):
            continue  # it may have been meant as a return, or as a plan
        stage = model.stages[edge.target]
        terms = _terms(stage.accepts, edge.way.handoff)
        needs_return = across and stage.lacks("continues")
        found.append(Handoff(edge, edge.way, giver, receiver, across, terms, needs_return))
    return tuple(found)


def _terms(stage: Contract | None, exit_: Contract | None) -> Terms | None:
    if stage is None and exit_ is None:
        return None
    parts = [part for part in (exit_, stage) if part is not None]
    declared = [part for part in parts if part.mode != "declared"]
    return Terms(
        mode=declared[0].mode if declared else "declared",
        needs=next((part.needs for part in parts if part.needs), ()),
        by=next((part.by for part in parts if part.by), ()),
        within=next((part.within for part in parts if part.within), None),
        silent=next((part.silent for part in parts if part.silent), None),
        readable=not any(part.unread for part in parts),
    )


Pairs = Mapping[tuple[str, str], tuple[Handoff, ...]]
"""Two teams, the giver of the first handoff first, and all handoffs between them, either way."""


def between_teams(handoffs: Iterable[Handoff]) -> Pairs:
    """The handoffs across teams, by the pair of teams."""
    pairs: dict[tuple[str, str], list[Handoff]] = {}
    for handoff in handoffs:
        giver, receiver = handoff.giver.team, handoff.receiver.team
        if handoff.across and giver is not None and receiver is not None:
            pair = (receiver, giver) if (receiver, giver) in pairs else (giver, receiver)
            pairs.setdefault(pair, []).append(handoff)
    return {pair: tuple(found) for pair, found in pairs.items()}
