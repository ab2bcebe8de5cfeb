"""How many cases a month come to each stage, as far as the process declares it."""

from __future__ import annotations

from collections.abc import Mapping

from processctl.journey import Journey
from processctl.journey.search import reach

_MONTHS = {"day": 365 / 12, "week": 52 / 12, "month": 1.0, "quarter": 1 / 3, "year": 1 / 12}
_ROUNDS = 200  # a return brings a share of a share: after so many rounds nothing is left to count
_STILL = 0.05  # cases a month: what changes by less is not told anyway


def per_month(journey: Journey) -> Mapping[str, float]:
    """The cases a month that come to each stage for which that follows from what is declared.

    Born are what starts expect (`expects`). On they go by the shares of exits; the only way out of a
    stage takes all. Where a start expects nothing, or a stage with several ways out says no shares,
    nothing is known of it, nor of what comes behind it.
    """
    born = {
        name: float(stage.start.expects.count) * _MONTHS.get(stage.start.expects.unit, 0.0)
        for name in journey.starts
        if (stage := journey.stages[name]).start is not None and stage.start.expects is not None
    }
    shares = {name: _shares(journey, name) for name in journey.stages}
    unknown = [name for name in journey.starts if name not in born]
    unknown += [
        edge.target for name, share in shares.items() if share is None for edge in journey.out[name]
    ]
    hidden = reach(journey.graph, unknown)
    flow = dict.fromkeys(journey.stages, 0.0)
    for _ in range(_ROUNDS):
        coming = {name: born.get(name, 0.0) for name in journey.stages}
        for name, share in shares.items():
            for target, part in (share or {}).items():
                coming[target] += flow[name] * part
        moved = max((abs(coming[name] - flow[name]) for name in flow), default=0.0)
        flow = coming
        if moved < _STILL / 10:
            break
    else:
        return {}
    return {name: cases for name, cases in flow.items() if name not in hidden and cases >= _STILL}


def shares_of(journey: Journey, stage: str) -> Mapping[str, float]:
    """The share of a stage's cases that goes to each next stage; empty where that is not declared."""
    return _shares(journey, stage) or {}


def _shares(journey: Journey, stage: str) -> dict[str, float] | None:
    edges = journey.out[stage]
    if not edges:
        return {}
    exits = [one for one in journey.exits_in_force(journey.stages[stage]) if one.to is not None]
    if len(edges) == 1 and len(exits) == 1:
        return {edges[0].target: 1.0}
    found: dict[str, float] = {}
    for exit_ in exits:
        if exit_.share is None or exit_.to is None or exit_.to.id not in journey.stages:
            return None
        found[exit_.to.id] = found.get(exit_.to.id, 0.0) + float(exit_.share)
    return found if found else None
