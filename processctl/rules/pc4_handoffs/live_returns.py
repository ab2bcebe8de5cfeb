"""The returns in force, each way out once."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Edge, Journey


def live_returns(journey: Journey) -> Iterator[Edge]:
    """Every return that a case can take; one to wherever it came from is several, and told once."""
    seen = set()
    for edge in journey.edges:
        if not edge.live or edge.source not in journey.reachable:
            continue
        if edge.returns and edge.path not in seen:
            seen.add(edge.path)
            yield edge
