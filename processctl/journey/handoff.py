"""Handoffs: exits on which the accountable owner changes, their contracts and ways back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from processctl.journey.edge import Edge
from processctl.journey.owner import Owner, same_hat
from processctl.model.model import Model
from processctl.model.reference import Reference
from processctl.model.stage import Contract, Exit, Silent
from processctl.model.values import Duration
from processctl.texts import Text

if TYPE_CHECKING:
    from processctl.journey.search import Graph


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
    """A case goes from one owner to another. ``across`` says whether from team to team."""

    edge: Edge
    exit: Exit
    giver: Owner
    receiver: Owner
    across: bool
    terms: Terms | None

    @property
    def needs_return(self) -> bool:
        """Whether the receiver has to be able to give the case back."""
        return self.across


def find_handoffs(
    model: Model, edges: Iterable[Edge], owners: Mapping[str, Owner], final: frozenset[str]
) -> tuple[Handoff, ...]:
    """Every handoff among the live edges, in the order written."""
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
        terms = _terms(model.stages[edge.target].accepts, edge.way.handoff)
        found.append(Handoff(edge, edge.way, giver, receiver, across, terms))
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


def teams_returned_to(
    graph: Graph, edges: Iterable[Edge], owners: Mapping[str, Owner]
) -> dict[str, frozenset[str]]:
    """For every stage the teams that a case can be given back to without leaving its own team.

    Linear: the stages of one team are condensed to strongly connected components, and what each
    gives back to is passed up against the edges.
    """
    import networkx as nx

    given: dict[str, set[str]] = {}
    for edge in edges:
        target = owners.get(edge.target)
        if edge.returns and target is not None and target.team is not None:
            given.setdefault(edge.source, set()).add(target.team)
    team = {stage: owner.team for stage, owner in owners.items()}
    inside: nx.DiGraph[str] = nx.DiGraph()
    inside.add_nodes_from(graph.nodes)
    inside.add_edges_from(
        (source, target)
        for source, target in graph.edges()
        if team.get(source) is not None and team.get(source) == team.get(target)
    )
    whole = nx.condensation(inside)
    gathered: dict[int, frozenset[str]] = {}
    answer: dict[str, frozenset[str]] = {}
    # A condensation's topological order reversed: what is reached comes before what reaches it.
    for component in reversed(list(nx.topological_sort(whole))):
        teams: set[str] = set()
        for following in whole.adj[component]:
            teams |= gathered[following]
        for stage in whole.nodes[component]["members"]:
            teams |= given.get(stage, set())
        gathered[component] = frozenset(teams)
        for stage in whole.nodes[component]["members"]:
            answer[stage] = gathered[component]
    return answer
