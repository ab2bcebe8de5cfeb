"""Stages that no case can come to, by the gap that is to blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from processctl.journey.search import reach

if TYPE_CHECKING:
    from processctl.journey.journey import Journey


def unreached_groups(journey: Journey) -> list[tuple[str, ...]]:
    """Groups of unreachable stages: a first one that nothing leads to, and what only it leads to.

    Empty where no stage is a start. In the order written; each stage is in one group.
    """
    import networkx as nx

    if not journey.starts:
        return []
    missing = [
        name
        for name, stage in journey.stages.items()
        if name not in journey.reachable and stage.readable()
    ]
    if not missing:
        return []
    order = {stage: place for place, stage in enumerate(missing)}
    # Not graph.subgraph(): its nodes come in the order of a set, which differs from run to run.
    loose: nx.DiGraph[str] = nx.DiGraph()
    loose.add_nodes_from(missing)
    loose.add_edges_from(
        (stage, target)
        for stage in missing
        for target in journey.graph.adj[stage]
        if target in order
    )
    among = nx.condensation(loose)
    groups: dict[int, list[str]] = {}
    belongs: dict[int, int] = {}
    for component in nx.topological_sort(among):
        # A component without a predecessor begins a group; another joins its first one's.
        earlier = {belongs[before] for before in among.pred[component]}
        belongs[component] = min(
            earlier, key=lambda group: order[groups[group][0]], default=component
        )
        members = sorted(among.nodes[component]["members"], key=order.__getitem__)
        groups.setdefault(belongs[component], []).extend(members)
    ordered = [
        (members[0], *sorted(members[1:], key=order.__getitem__)) for members in groups.values()
    ]
    return sorted(ordered, key=lambda group: order[group[0]])


def cut_off_groups(journey: Journey) -> list[tuple[str, ...]]:
    """The groups of unreachable stages that lead to a result.

    Some reachable stage without an exit may have been cut off from these: an exit to one would mend
    both. A stage that leads nowhere itself is a gap of its own.
    """
    groups = unreached_groups(journey)
    if not groups:
        return []
    backwards = journey.graph.reverse(copy=False)
    leading = reach(backwards, journey.outcomes)
    # What waits for a plan was not cut off, unless it is the dead end's own exit that is planned.
    planned = {
        edge.target
        for edge in journey.edges
        if not edge.live and journey.out.get(edge.source) != ()
    }
    return [group for group in groups if group[0] in leading and group[0] not in planned]
