"""The longest walk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from processctl.journey import Edge
from processctl.promises.ground import Case
from processctl.promises.lengths import Minutes

Steps: TypeAlias = "Mapping[Case, tuple[tuple[Edge, Case], ...]]"


class Weights(Protocol):
    """What a walk weighs: where it begins, and by its steps."""

    def born(self, case: Case) -> Minutes:
        """The weight of beginning with a case."""
        ...

    def step(self, edge: Edge) -> Minutes:
        """The weight of a step."""
        ...


@dataclass(frozen=True, slots=True)
class Longest:
    """The longest walk: from ``case`` by ``edges``."""

    case: Case
    edges: tuple[Edge, ...]
    total: Minutes


def longest_walk(
    steps: Steps, order: Iterable[Case], sources: Iterable[Case], weights: Weights
) -> Longest:
    """The longest walk from one of ``sources`` on; ``order`` has each case before all it leads to."""
    best: dict[Case, tuple[Minutes, Edge | None, Case]] = {}
    for case in reversed(list(order)):
        best[case] = max(
            ((weights.step(edge) + best[after][0], edge, after) for edge, after in steps[case]),
            key=lambda one: one[0],
            default=(0, None, case),
        )
    begins = max(
        (case for case in sources if case in best),
        key=lambda case: weights.born(case) + best[case][0],
    )
    edges: list[Edge] = []
    _, edge, after = best[begins]
    while edge is not None:
        edges.append(edge)
        _, edge, after = best[after]
    return Longest(begins, tuple(edges), weights.born(begins) + best[begins][0])


def in_order(steps: Steps) -> list[Case]:
    """The cases, each before all that it leads to, but for those on ways round and behind them."""
    missing = dict.fromkeys(steps, 0)
    for ahead in steps.values():
        for _, after in ahead:
            missing[after] += 1
    order = [case for case, count in missing.items() if not count]
    for case in order:
        for _, after in steps[case]:
            missing[after] -= 1
            if not missing[after]:
                order.append(after)
    return order
