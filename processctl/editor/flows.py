"""How many cases come to each stage, by what the process itself says of births and shares."""

from __future__ import annotations

from collections.abc import Mapping

from processctl.journey import Edge, Journey
from processctl.model.exit import Exit

_DAYS = {"day": 30.4, "week": 4.35, "month": 1.0, "quarter": 1 / 3, "year": 1 / 12}
_ROUNDS = 200  # of passing cases on; loops lose cases at every round, or nothing is said of them


def cases_a_month(journey: Journey) -> Mapping[str, float]:
    """The cases that come to stages in a month; a stage that not all is said of is left out."""
    births = {name: _born(journey, name) for name in journey.starts}
    shares = {name: _shares(journey, name) for name in journey.stages}
    unknown = _below(journey, {
        name for name in journey.stages
        if births.get(name, 0.0) is None or (shares[name] is None and name in journey.reachable)
    }, {name for name, born in births.items() if born is None})  # fmt: skip
    if not journey.certain or journey.uncertain:
        return {}
    known = {name: born or 0.0 for name, born in births.items()}
    cases = dict(known)
    for _ in range(_ROUNDS):
        following = dict(known)
        for name, many in cases.items():
            for target, share in (shares.get(name) or {}).items():
                following[target] = following.get(target, 0.0) + many * share
        if _same(cases, following):
            break
        cases = following
    else:
        return {}
    return {name: many for name, many in cases.items() if name not in unknown and many > 0}


def _same(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    return one.keys() == other.keys() and all(
        abs(many - one[name]) <= 1e-6 * max(1.0, many) for name, many in other.items()
    )


def _below(journey: Journey, silent: set[str], births: set[str]) -> set[str]:
    """The stages behind those that say too little, and starts that do not say how many are born."""
    found, ahead = set(births), [*births, *silent]
    while ahead:
        for edge in journey.out[ahead.pop()]:
            if edge.target not in found:
                found.add(edge.target)
                ahead.append(edge.target)
    return found


def _born(journey: Journey, name: str) -> float | None:
    start = journey.stages[name].start
    expects = start.expects if start is not None else None
    return float(expects.count) * _DAYS[expects.unit] if expects is not None else None


def _shares(journey: Journey, name: str) -> dict[str, float] | None:
    """The part of the cases of a stage that goes to each other one; None where that is not said."""
    exits = [edge for edge in journey.out[name] if edge.kind == "exit"]
    if len({id(edge.way) for edge in exits}) == 1 and len(journey.out[name]) == 1:
        return {exits[0].target: _share(exits[0]) or 1.0}
    found: dict[str, float] = {}
    for edge in exits:
        share = _share(edge)
        if share is None or edge.from_origin:
            return None
        found[edge.target] = found.get(edge.target, 0.0) + share
    return found if sum(found.values()) <= 1.000001 else None


def _share(edge: Edge) -> float | None:
    way = edge.way
    return float(way.share) if isinstance(way, Exit) and way.share is not None else None
