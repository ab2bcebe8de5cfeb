"""The returns in force, each way out once."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Edge, Journey


def live_returns(journey: Journey) -> Iterator[Edge]:
    """Every return in force; one to wherever a case came from is several edges, and told once."""
    seen = set()
    for edge in journey.edges:
        if edge.live and edge.returns and edge.path not in seen:
            seen.add(edge.path)
            yield edge
