"""Regions: the stages that a case can pass through without leaving the team that has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import networkx as nx

    from processctl.journey.search import Graph

T = TypeVar("T")
Seeds = Mapping[str, Mapping[str, T]]


class Regions:
    """The stages of a graph, cut wherever the team changes.

    Each question is linear: strongly connected stages of one team are taken together, and what is
    known of some stages is passed along, team by team.
    """

    def __init__(self, graph: Graph, teams: Mapping[str, str | None]) -> None:
        import networkx as nx

        inside: nx.DiGraph[str] = nx.DiGraph()
        inside.add_nodes_from(graph.nodes)
        inside.add_edges_from(
            (source, target)
            for source, target in graph.edges()
            if teams.get(source) is not None and teams.get(source) == teams.get(target)
        )
        self._whole: nx.DiGraph[int] = nx.condensation(inside)
        self._order: list[int] = list(nx.topological_sort(self._whole))

    def ahead(self, seeds: Seeds[T], *, farthest: bool = False) -> dict[str, Mapping[str, T]]:
        """For each stage what ``seeds`` hold for it and for all that it leads to in its region.

        Of several things under one key the nearest stands, or the ``farthest``.
        """
        return self._spread(seeds, reversed(self._order), self._whole.adj, farthest=farthest)

    def behind(self, seeds: Seeds[T]) -> dict[str, Mapping[str, T]]:
        """For each stage what ``seeds`` hold for it and for all in its region that lead to it."""
        return self._spread(seeds, self._order, self._whole.pred)

    def _spread(
        self,
        seeds: Seeds[T],
        order: Iterable[int],
        neighbours: Mapping[int, Iterable[int]],
        *,
        farthest: bool = False,
    ) -> dict[str, Mapping[str, T]]:
        gathered: dict[int, Mapping[str, T]] = {}
        answer: dict[str, Mapping[str, T]] = {}
        for component in order:
            members: set[str] = self._whole.nodes[component]["members"]
            own = [seeds[stage] for stage in sorted(members) if stage in seeds]
            passed = [gathered[other] for other in neighbours[component] if gathered[other]]
            gathered[component] = _joined([*passed, *own] if farthest else [*own, *passed])
            for stage in members:
                answer[stage] = gathered[component]
        return answer


def _joined(parts: list[Mapping[str, T]]) -> Mapping[str, T]:
    if len(parts) < 2:
        return parts[0] if parts else {}
    joined: dict[str, T] = {}
    for part in parts:
        for key, value in part.items():
            joined.setdefault(key, value)
    return joined
