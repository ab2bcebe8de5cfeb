"""The chance of winning that the shares of exits give, in bounds where something is left open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias

from processctl.journey import Journey
from processctl.rules.pc8_goals.shares import Shares

Range: TypeAlias = tuple[Fraction, Fraction]
_NOTHING_KNOWN: Range = (Fraction(0), Fraction(1))


def chances(journey: Journey, shares: Mapping[str, Shares]) -> dict[str, Range]:
    """For each stage whose shares can be true, between which bounds they put its chance of winning.

    Linear: each stage asks the stages that its exits lead to once. Those that say their own chance
    are taken at their word, so that circles are cut there; in any other circle nothing is known.
    """
    if not shares or all(journey.stages[name].chance is None for name in shares):
        return {}
    said: dict[str, Range] = {}
    for name, stage in journey.stages.items():
        kind = journey.outcomes.get(name)
        if kind == "won":
            said[name] = (Fraction(1), Fraction(1))
        elif kind is not None:
            is_over = name in journey.final
            said[name] = (Fraction(0), Fraction(0)) if is_over else _NOTHING_KNOWN
        elif stage.chance is not None:
            said[name] = (stage.chance, stage.chance)
    known = dict(said)
    for name in _targets_first(shares, said):
        known[name] = _range(shares[name], known)
    return {name: _range(one, known) for name, one in shares.items() if _can_be_true(one)}


def _targets_first(shares: Mapping[str, Shares], said: Mapping[str, Range]) -> Iterator[str]:
    """The stages whose chance has to be computed, each after those it leads to; no circles."""
    import networkx as nx

    open_ = {name: one for name, one in shares.items() if name not in said and _can_be_true(one)}
    asking: nx.DiGraph[str] = nx.DiGraph()
    asking.add_nodes_from(open_)
    asking.add_edges_from(
        (name, target)
        for name, one in open_.items()
        for _, targets in one.ways
        for target in targets
        if target in open_
    )
    whole: nx.DiGraph[int] = nx.condensation(asking)
    for component in reversed(list(nx.topological_sort(whole))):
        members: set[str] = whole.nodes[component]["members"]
        name = next(iter(members))
        if len(members) == 1 and not asking.has_edge(name, name):
            yield name


def _can_be_true(shares: Shares) -> bool:
    return shares.sum == 1 or (shares.sum < 1 and not shares.is_whole)


def _range(shares: Shares, known: Mapping[str, Range]) -> Range:
    """What comes of the shares; the rest, of which nothing is said, may be won or lost."""
    low, high = Fraction(0), 1 - shares.sum
    for share, targets in shares.ways:
        ranges = [known.get(target, _NOTHING_KNOWN) for target in targets]
        low += share * min(lowest for lowest, _ in ranges)
        high += share * max(highest for _, highest in ranges)
    return low, high
