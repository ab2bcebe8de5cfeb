"""One cause, one finding: which finding keeps which others silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from processctl.rules.rule import Found, Place, Rule


class Raised(NamedTuple):
    """A finding in the making: its rule, and what the check found."""

    rule: Rule
    found: Found

    @property
    def stages(self) -> frozenset[str]:
        """The stages the finding speaks of."""
        where = self.found.where
        primary = where.path[1:2] if isinstance(where, Place) and where.path[0] == "stages" else ()
        return frozenset((*(str(step) for step in primary), *self.found.about))


@dataclass(frozen=True, slots=True)
class Order:
    """``winner`` silences what ``loses``: on the same stage, or ``anywhere`` in the process.

    A winner that was silenced itself still wins, unless ``only_if_told``.
    """

    winner: str
    loses: Callable[[str], bool]
    anywhere: bool = False
    only_if_told: bool = False


def _judges_a_stage(code: str) -> bool:
    """Everything but reading, names and the linter's own."""
    return not code.startswith(("PC0", "PC1", "PC99", "PC302"))


ORDERS: tuple[Order, ...] = (
    # A stage that nothing reaches: what else is wrong with it shows when something does.
    Order("PC302", _judges_a_stage),
    # A reachable dead end names the stages that nothing leads to: its missing exit is the cause.
    Order("PC303", lambda code: code == "PC302", anywhere=True, only_if_told=True),
    Order("PC303", lambda code: code in ("PC304", "PC306")),
    Order("PC315", lambda code: code in ("PC304", "PC306"), anywhere=True),
    # Without an owner nobody can hand over or receive.
    Order("PC201", lambda code: code.startswith("PC4")),
)


def without_silenced(
    raised: Iterable[Raised], is_ignored: Callable[[Raised], bool]
) -> list[Raised]:
    """What is left when every finding that a stronger one explains is taken away."""
    left = list(raised)
    for order in ORDERS:
        winners = [
            one
            for one in left
            if one.rule.code == order.winner and not (order.only_if_told and is_ignored(one))
        ]
        if not winners:
            continue
        stages = {stage for one in winners for stage in one.stages}
        left = [
            one
            for one in left
            if not order.loses(one.rule.code)
            or not (order.anywhere or any(stage in stages for stage in one.stages))
        ]
    return left
