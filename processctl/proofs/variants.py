"""What is otherwise for the cases of a segment: whose clock an edge is, and who records what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from processctl.criteria import NOWHERE, Name, Node, Not
from processctl.journey import Edge
from processctl.journey.judgeable import Judgeable
from processctl.model.stage import Clocked, Stage, Variant
from processctl.proofs.fact import Fact, Facts, in_order
from processctl.proofs.solver import Solver

_CLOCKS = ("late", "idle", "accepts")


@dataclass(frozen=True)
class Variants:
    """Of several segments that a case may be of, the first that says something counts."""

    facts: Facts
    solver: Solver
    judgeable: Judgeable

    def are_clear(self, stage: Stage) -> bool:
        """Whether it is known of every case which of the stage's variants it is."""
        return stage.readable("varies") and all(
            variant.segment.known and self.judgeable.is_clear(_of(variant))
            for variant in stage.varies
        )

    def record_clearly(self, stage: Stage) -> bool:
        """Whether it is known of every case which fields the stage records."""
        return self.are_clear(stage) and all(
            part.readable("captures") and all(field.known for field in part.captures)
            for part in (stage, *stage.varies)
        )

    def whose_clock(self, stage: Stage, edge: Edge) -> list[Node]:
        """What holds for the cases whose clock an edge is: of a segment, or of none with its own.

        Conditions that all have to hold. The stage's variants have to be clear.
        """
        key = str(edge.path[2 if edge.segment is None else 4])
        if key not in _CLOCKS:  # an exit's own contract, or a stage that is full
            return []
        found: list[Node] = []
        for variant in stage.varies:
            if variant.segment.id == edge.segment:
                return [*found, _of(variant)]
            if getattr(variant, key) not in ((), None):
                found.append(Not(NOWHERE, _of(variant)))
        return found

    def recording(
        self, stage: Stage, facts: tuple[Fact, ...]
    ) -> Iterator[tuple[Clocked, tuple[Fact, ...]]]:
        """The base and the variants of a stage, each with what is known of its cases.

        Only those that record something else, and that some case with ``facts`` may be of.
        """
        so_far = facts
        for variant in stage.varies:
            if not variant.captures:
                continue
            of_it = in_order((*so_far, *self.facts.of(_of(variant), True)))
            if self.solver.can_hold(of_it) != "no":
                yield variant, of_it
            so_far = in_order((*so_far, *self.facts.of(_of(variant), False)))
        if so_far is facts or self.solver.can_hold(so_far) != "no":
            yield stage, so_far


def _of(variant: Variant) -> Node:
    return Name(NOWHERE, variant.segment.id)
