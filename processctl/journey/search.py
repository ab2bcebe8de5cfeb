"""Linear questions to the graph: what can be reached, and by which shortest way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from processctl.journey.edge import Edge

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]


def reach(
    graph: Graph,
    sources: Iterable[str],
    without: frozenset[str] = frozenset(),
    counts: Callable[[Edge], bool] = lambda _: True,
) -> dict[str, Edge | None]:
    """Every stage that can be reached, with the edge by which breadth-first search met it first.

    The sources themselves have None. Stages in ``without`` are not entered, and only edges that
    ``counts`` are taken.
    """
    met: dict[str, Edge | None] = {source: None for source in sources if source not in without}
    queue = deque(met)
    while queue:
        here = queue.popleft()
        for target, ways in graph.adj[here].items():
            if target in met or target in without:
                continue
            edge = next((way["edge"] for way in ways.values() if counts(way["edge"])), None)
            if edge is not None:
                met[target] = edge
                queue.append(target)
    return met


def way_to(stage: str, met: Mapping[str, Edge | None]) -> tuple[str, ...]:
    """The stages from a source to ``stage``, by the edges that a search left behind."""
    way = [stage]
    edge = met[stage]
    while edge is not None:
        way.append(edge.source)
        edge = met[edge.source]
    return tuple(reversed(way))
