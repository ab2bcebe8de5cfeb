"""One cause, one finding: what is left when stronger findings have silenced those they explain."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from processctl.lint.orders import ORDERS
from processctl.lint.raised import Raised


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
            if not order.gives_way(one)
            or not (order.scope == "anywhere" or subjects & order.subjects(one))
        ]
    return left
