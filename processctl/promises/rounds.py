"""Ways round: by which a case can come back to where it was."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from processctl.criteria.components import components
from processctl.journey import Edge

K = TypeVar("K", bound=Hashable)


def shortest_round(
    steps: Mapping[K, Sequence[tuple[Edge, K]]],
) -> tuple[K, tuple[Edge, ...]] | None:
    """A shortest way round through the first key that is on one, and that key; None without any.

    Steps to what is no key lead out.
    """
    names = {key: str(place) for place, key in enumerate(steps)}
    graph = {
        names[key]: tuple(names[after] for _, after in ahead if after in names)
        for key, ahead in steps.items()
    }
    belongs = {one: place for place, some in enumerate(components(graph)) for one in some}
    together = {key: belongs[name] for key, name in names.items()}
    inside = {
        key: [(edge, after) for edge, after in ahead if together.get(after) == together[key]]
        for key, ahead in steps.items()
    }
    first = next((key for key, ahead in inside.items() if ahead), None)
    if first is None:
        return None
    came: dict[K, tuple[K, Edge]] = {}
    queue = deque([first])
    while first not in came:
        here = queue.popleft()
        for edge, after in inside[here]:
            if after not in came:
                came[after] = (here, edge)
                queue.append(after)
    here, edge = came[first]
    edges = [edge]
    while here != first:
        here, edge = came[here]
        edges.append(edge)
    return first, tuple(reversed(edges))
