"""Which ways out of a stage are taken because time passes."""

from __future__ import annotations

from processctl.journey import Edge, Journey
from processctl.model.condition import Expression
from processctl.model.exit import Exit


def is_clock(journey: Journey, edge: Edge) -> bool:
    """Whether a case goes this way by the passing of time alone."""
    if edge.is_deadline or edge.kind == "silent":
        return True
    return (
        edge.kind == "exit"
        and isinstance(edge.way, Exit)
        and journey.conditions.counts_down(edge.way.when)
    )


def is_unclear(edge: Edge) -> bool:
    """Whether an exit has a condition that cannot be read: it may count days."""
    if not isinstance(edge.way, Exit):
        return False
    when = edge.way.when
    return not edge.way.readable("when") or (isinstance(when, Expression) and when.tree is None)
