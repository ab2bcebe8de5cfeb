"""Ways back: which teams a case can be given back to, and by what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from processctl.journey.edge import Edge
from processctl.journey.handoff import Handoff
from processctl.journey.owner import Owner, is_owner_placed, owner_of
from processctl.journey.regions import Regions
from processctl.model.exit import Exit

if TYPE_CHECKING:
    from processctl.journey.journey import Journey
    from processctl.journey.search import Graph

WaysBack = Mapping[str, Mapping[str, Edge]]
"""For each stage the teams that it can give a case back to, each with the first return."""


@dataclass(frozen=True, slots=True)
class UnmarkedReturn:
    """An exit that leads back to the team that gave the case, and does not say that it returns it.

    It only looks like a handoff. ``of`` is the real one, which it would answer.
    """

    handoff: Handoff
    of: Handoff


def ways_back(regions: Regions, edges: Iterable[Edge], owners: Mapping[str, Owner]) -> WaysBack:
    """By returns from a stage itself, or from one it leads to without leaving its team."""
    seeds: dict[str, dict[str, Edge]] = {}
    for edge in edges:
        target = owners.get(edge.target)
        if edge.returns and target is not None and target.team is not None:
            seeds.setdefault(edge.source, {}).setdefault(target.team, edge)
    return regions.ahead(seeds)


def planned_ways_back(journey: Journey) -> WaysBack:
    """The ways back that there would be if everything planned were in force."""
    import networkx as nx

    stages = {name: stage for name, stage in journey.model.stages.items() if _in_plan(stage.status)}
    edges = [
        edge
        for edge in journey.edges
        if edge.source in stages
        and edge.target in stages
        and (not isinstance(edge.way, Exit) or _in_plan(edge.way.status))
    ]
    graph: Graph = nx.MultiDiGraph()
    graph.add_nodes_from(stages)
    graph.add_edges_from((edge.source, edge.target) for edge in edges)
    found = ((name, owner_of(journey.model, stage)) for name, stage in stages.items())
    owners = {name: owner for name, owner in found if owner is not None}
    regions = Regions(graph, {name: owner.team for name, owner in owners.items()})
    return ways_back(regions, edges, owners)


def _in_plan(status: str) -> bool:
    return status != "retired"


def hidden_ways_back(journey: Journey) -> frozenset[str]:
    """Stages from which a way back may lead that cannot be read, or not to a known team."""
    owners = journey.owners
    placed = {name: is_owner_placed(journey.model, stage) for name, stage in journey.stages.items()}
    hidden: dict[str, dict[str, bool]] = {stage: {"": True} for stage in journey.uncertain}
    for edge in journey.edges:
        if not edge.live:
            continue
        target = owners.get(edge.target)
        returns_to_nobody = edge.returns and (target is None or target.team is None)
        if returns_to_nobody or not edge.way.readable("return") or not placed[edge.target]:
            hidden[edge.source] = {"": True}
    return frozenset(stage for stage, found in journey.regions.ahead(hidden).items() if found)


def unmarked_returns(journey: Journey, handoffs: Iterable[Handoff]) -> tuple[UnmarkedReturn, ...]:
    """The seeming handoffs that are rather returns without the mark.

    Such an exit leads from a stage that is no result to a team that cases pass earlier and that
    gave this one, and has no contract, or no return of its own. And either the giver gets no case
    back otherwise, or the exit has what mostly returns have, a limit or reasons.
    """
    across = [handoff for handoff in handoffs if handoff.across]
    given: dict[str, dict[str, Handoff]] = {}
    unanswered: dict[str, dict[str, Handoff]] = {}
    for handoff in across:
        giver, target = handoff.giver.team, handoff.edge.target
        if giver is not None and handoff.needs_return:
            given.setdefault(target, {}).setdefault(giver, handoff)
            if is_unanswered(journey, handoff):
                unanswered.setdefault(target, {}).setdefault(giver, handoff)
    given_behind = journey.regions.behind(given)
    unanswered_behind = journey.regions.behind(unanswered)
    order = _team_order(journey)
    found = []
    for handoff in across:
        if not _may_return(journey, handoff, order):
            continue
        source, team = handoff.edge.source, handoff.receiver.team or ""
        answered = unanswered_behind[source].get(team)
        if answered is None and _looks_back(handoff):
            answered = given_behind[source].get(team)
        if answered is not None:
            found.append(UnmarkedReturn(handoff, answered))
    return tuple(found)


def is_unanswered(journey: Journey, handoff: Handoff) -> bool:
    """Whether a handoff needs a return path and has none in force."""
    return handoff.needs_return and (
        handoff.giver.team not in journey.returned_to[handoff.edge.target]
    )


def _team_order(journey: Journey) -> dict[str, int]:
    """The teams in the order in which cases first come to them."""
    order: dict[str, int] = {}
    for stage in journey.met:
        owner = journey.owners.get(stage)
        if owner is not None and owner.team is not None:
            order.setdefault(owner.team, len(order))
    return order


def _may_return(journey: Journey, handoff: Handoff, order: Mapping[str, int]) -> bool:
    target = journey.stages[handoff.edge.target]
    goes_back = order.get(handoff.receiver.team or "", len(order)) < order.get(
        handoff.giver.team or "", len(order)
    )
    return (
        goes_back
        and handoff.edge.source not in journey.outcomes
        and handoff.exit.lacks("handoff")
        and target.readable("accepts")
        and (handoff.terms is None or is_unanswered(journey, handoff))
    )


def _looks_back(handoff: Handoff) -> bool:
    exit_ = handoff.exit
    return handoff.edge.from_origin or exit_.at_most is not None or exit_.reasons is not None
