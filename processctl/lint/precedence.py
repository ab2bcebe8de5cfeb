"""One cause, one finding: which finding keeps which others silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from processctl.rules.rule import Found, Place, Rule


class Raised(NamedTuple):
    """A finding in the making: its rule, and what the check found."""

    rule: Rule
    found: Found

    @property
    def stages(self) -> frozenset[str]:
        """The stages the finding speaks of."""
        return self.own_stage | frozenset(self.found.about)

    @property
    def own_stage(self) -> frozenset[str]:
        """The stage the finding stands on, where it stands on one."""
        where = self.found.where
        own = where.path[1:2] if isinstance(where, Place) and where.path[0] == "stages" else ()
        return frozenset(str(step) for step in own)


Scope: TypeAlias = Literal["stage", "place", "about", "anywhere"]


@dataclass(frozen=True, slots=True)
class Order:
    """``winner`` silences what ``loses``, in a ``scope``.

    The scope is the same stage, the same stage as the place of both, the same things that both are ``about`` (ways from team to team),
    or anywhere in the process. A winner that was silenced itself still wins, unless
    ``only_if_told``.
    """

    winner: str
    loses: Callable[[str], bool]
    scope: Scope = "stage"
    only_if_told: bool = False

    def subjects(self, one: Raised) -> frozenset[str]:
        """What has to be the same in the winner and in what it silences."""
        if self.scope == "place":
            return one.own_stage
        return frozenset(one.found.about) if self.scope == "about" else one.stages


def _judges_a_stage(code: str) -> bool:
    """Everything but reading, names, the linter's own, and dead ends (they come next)."""
    return not code.startswith(("PC0", "PC1", "PC99", "PC302", "PC303"))


ORDERS: tuple[Order, ...] = (
    # A stage that nothing reaches: what else is wrong with it shows when something does.
    Order("PC302", _judges_a_stage),
    # A dead end speaks of the stages it was cut off from too; those may well be unreachable.
    Order("PC302", lambda code: code == "PC303", "place"),
    # A reachable dead end names the stages that it may have been cut off from by its missing exit.
    Order("PC303", lambda code: code == "PC302", only_if_told=True),
    Order("PC303", lambda code: code in ("PC304", "PC306")),
    # A dead end is often a result that does not say so: nothing need be done in one. And without
    # any exit there is none to give a case back by either.
    Order("PC303", lambda code: code in ("PC312", "PC403", "PC414")),
    Order("PC315", lambda code: code in ("PC304", "PC306"), "anywhere"),
    # Without an owner nobody can hand over or receive.
    Order("PC201", lambda code: code.startswith("PC4")),
    # The condition that one of several exits lacks is also the one that its handoff lacks.
    Order("PC516", lambda code: code == "PC401"),
    # Given back to the right team, the case would have its way back to the giver too.
    # Nor are reasons told to a team that should not have got the case.
    Order("PC406", lambda code: code in ("PC403", "PC405", "PC414"), "about"),
    # Reasons cannot be heard where nothing is told that way at all.
    Order("PC701", lambda code: code == "PC405", "about"),
    Order("PC702", lambda code: code == "PC405", "about"),
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
        subjects = {subject for one in winners for subject in order.subjects(one)}
        left = [
            one
            for one in left
            if not order.loses(one.rule.code)
            or not (order.scope == "anywhere" or subjects & order.subjects(one))
        ]
    return left
