"""Where cases go for which something holds when they enter a stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from processctl.journey import Edge
from processctl.model.condition import Expression
from processctl.proofs.fact import in_order
from processctl.proofs.flow import ways_on
from processctl.proofs.passage import Passage
from processctl.proofs.solver import Answer
from processctl.proofs.state import State, worse


@dataclass(frozen=True, slots=True)
class Assumption:
    """What is known of the cases for which something is assumed.

    ``enters`` says whether there are any: "no" is proved, "yes" is shown. ``ways`` are the edges by
    which they may go on, with whether it is sure of each; they never go by another.
    """

    enters: Answer
    ways: Mapping[Edge, bool]


def assumption(
    passage: Passage, entering: Iterable[State], assumed: Expression
) -> Assumption | None:
    """Follow the cases of some states for which a condition holds; None where it cannot be read."""
    facts, doubt = passage.of(assumed)
    if doubt:
        return None
    narrowed = []
    for state in entering:
        together = in_order((*state.facts, *facts))
        answer = passage.solver.can_hold(together)
        if answer != "no":
            doubt = worse(state.doubt, "limit" if answer == "unknown" else "")
            narrowed.append(replace(state, facts=together, doubt=doubt))
    if not narrowed:
        return Assumption("no", {})
    is_sure = any(not state.doubt for state in narrowed)
    return Assumption("yes" if is_sure else "unknown", ways_on(passage, narrowed))
