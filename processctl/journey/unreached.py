"""Stages that no case can come to, by the gap that is to blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from processctl.journey.journey import Journey


def unreached_groups(journey: Journey) -> list[tuple[str, ...]]:
    """Groups of unreachable stages: a first one that nothing leads to, and what only it leads to.

    Empty where no stage is a start. In the order written; each stage is in one group.
    """
    import networkx as nx

    if not journey.starts:
        return []
    missing = [stage for stage in journey.stages if stage not in journey.reachable]
    if not missing:
        return []
    order = {stage: place for place, stage in enumerate(missing)}
    among = nx.condensation(nx.DiGraph(journey.graph.subgraph(missing)))
    groups: dict[int, list[str]] = {}
    belongs: dict[int, int] = {}
    for component in nx.topological_sort(among):
        # A component without a predecessor begins a group; another joins its first one's.
        earlier = [belongs[before] for before in among.pred[component]]
        belongs[component] = min(earlier, default=component)
        members = sorted(among.nodes[component]["members"], key=order.__getitem__)
        groups.setdefault(belongs[component], []).extend(members)
    ordered = [
        (members[0], *sorted(members[1:], key=order.__getitem__)) for members in groups.values()
    ]
    return sorted(ordered, key=lambda group: order[group[0]])
