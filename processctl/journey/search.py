"""Linear questions to the graph: what can be reached, and by which shortest way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from typing import TYPE_CHECKING, TypeVar

from processctl.journey.edge import Edge

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

Thing = TypeVar("Thing", bound=Hashable)


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
    return dict(arrivals(graph, sources, without, counts))


def arrivals(
    graph: Graph,
    sources: Iterable[str],
    without: frozenset[str] = frozenset(),
    counts: Callable[[Edge], bool] = lambda _: True,
) -> Iterator[tuple[str, Edge | None]]:
    """The same one by one, the nearest first, for those who stop at the first that will do."""
    queue = deque(dict.fromkeys(source for source in sources if source not in without))
    met = set(queue)
    yield from [(source, None) for source in queue]
    while queue:
        here = queue.popleft()
        for target, ways in graph.adj[here].items():
            if target in met or target in without:
                continue
            edge = next((way["edge"] for way in ways.values() if counts(way["edge"])), None)
            if edge is not None:
                met.add(target)
                queue.append(target)
                yield target, edge


def backwards(
    into: Mapping[str, Iterable[Edge]], stages: Iterable[str], counts: Callable[[Edge], bool]
) -> Iterator[str]:
    """Some stages and all that lead to them, the nearest first; ``into`` has the edges to each.

    For those who ask often: a view of the graph turned round takes longer to look at than the edges.
    """
    queue = deque(dict.fromkeys(stages))
    met = set(queue)
    yield from tuple(queue)
    while queue:
        by_source: dict[str, bool] = {}
        for edge in into[queue.popleft()]:
            if edge.source not in met:
                by_source[edge.source] = by_source.get(edge.source, False) or counts(edge)
        for source, leads in by_source.items():
            if leads:
                met.add(source)
                queue.append(source)
                yield source


def spread(
    graph: Graph,
    done: Mapping[str, Iterable[Thing]],
    undone: Callable[[Edge], Iterable[Thing] | None],
) -> Callable[[str, Thing], bool]:
    """Whether a case may come to a stage with a thing that stages leading to it have ``done``.

    ``undone`` are the things that an edge takes away, None for all of them. This is the forward
    may-analysis of reaching definitions (Kildall, "A unified approach to global program
    optimization", 1973): a set is a number with a bit for each thing, so that a step takes time in
    the number of things divided by the length of a word.
    """
    things = list(dict.fromkeys(thing for several in done.values() for thing in several))
    bit = {thing: 1 << place for place, thing in enumerate(things)}
    order = upstream_first(graph)
    place = {stage: number for number, stage in enumerate(order)}
    ahead: list[list[tuple[int, int]]] = [
        [
            (place[target], _bits(gone, bit))
            for target, ways in graph.adj[stage].items()
            for way in ways.values()
            if (gone := undone(way["edge"])) is not None
        ]
        for stage in order
    ]
    born = [_bits(done.get(stage, ()), bit) for stage in order]
    found = [0] * len(order)
    queue = [number for number, bits in enumerate(born) if bits]  # sorted, so it is a heap
    waiting = set(queue)
    while queue:
        here = heappop(queue)
        waiting.discard(here)
        along = found[here] | born[here]
        for target, lost in ahead[here]:
            more = found[target] | (along & ~lost)
            if more != found[target]:
                found[target] = more
                if target not in waiting:
                    waiting.add(target)
                    heappush(queue, target)
    return lambda stage, thing: bool(found[place[stage]] & bit.get(thing, 0))


def upstream_first(graph: Graph) -> list[str]:
    """All stages, each before those that it leads to, circles apart: most steps are then final."""
    import networkx as nx

    return list(reversed(list(nx.dfs_postorder_nodes(graph))))


def _bits(several: Iterable[Thing], bit: Mapping[Thing, int]) -> int:
    made = 0
    for thing in several:
        made |= bit.get(thing, 0)  # what nobody did cannot be undone
    return made


def way_to(stage: str, met: Mapping[str, Edge | None]) -> tuple[str, ...]:
    """The stages from a source to ``stage``, by the edges that a search left behind."""
    way = [stage]
    edge = met[stage]
    while edge is not None:
        way.append(edge.source)
        edge = met[edge.source]
    return tuple(reversed(way))
