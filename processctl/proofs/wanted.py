"""Which values are still asked for: backward may-analysis of live variables (Kildall, 1973)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from processctl.journey import Edge, Journey
from processctl.journey.search import spread
from processctl.model.stage import Stage


def recorded(stage: Stage) -> frozenset[str]:
    """The fields that get a new value in a stage, of whatever segment a case is."""
    parts = [stage.captures, *(one.captures for one in stage.varies if one.captures)]
    several = [frozenset(field.id for field in part if field.known) for part in parts]
    return frozenset.intersection(*several)


def resets(edge: Edge) -> tuple[str, ...]:
    """The known fields among those that are unknown again behind an edge."""
    return tuple(field.id for field in edge.resets if field.known)


class Wanted:
    """Asked by stage and name; ``asked`` are the names that are read in each stage.

    That is by its ways out, and by all that is asked of who comes to the stages that these lead to.
    ``assumed`` is what promises ask of who comes into a stage.
    """

    def __init__(
        self,
        journey: Journey,
        asked: Mapping[str, Iterable[str]],
        assumed: Mapping[str, frozenset[str]],
    ) -> None:
        self._read_in = {stage: frozenset(names) for stage, names in asked.items()}
        self._assumed = assumed
        self._new_in = {name: _surely_new(journey, one) for name, one in journey.stages.items()}
        backwards = journey.graph.reverse(copy=False)
        self._read_later = spread(backwards, self._read_in, self._forgotten)

    def inside(self, stage: str, name: str) -> bool:
        """Whether a value that a case has when the stage has recorded may still be asked for."""
        return name in self._read_in[stage] or self._read_later(stage, name)

    def on_arrival(self, stage: str, name: str) -> bool:
        """The same of a value that a case has when it comes into a stage."""
        if name in self._assumed.get(stage, ()):
            return True
        return name not in self._new_in[stage] and self.inside(stage, name)

    def _forgotten(self, edge: Edge) -> Iterable[str]:
        return (*self._new_in[edge.target], *resets(edge))


def _surely_new(journey: Journey, stage: Stage) -> frozenset[str]:
    """What is recorded before anything in the stage asks for it.

    A case that was not accepted in time, or met a full stage, leaves with the old values, and which
    segment it is of is decided on those.
    """
    is_left_early = any(edge.leaves_at_once for edge in journey.out[stage.id])
    return frozenset() if is_left_early or stage.varies else recorded(stage)
