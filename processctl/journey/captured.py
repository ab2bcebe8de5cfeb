"""What is known of a case in a stage: the fields that every way there has recorded.

A forward analysis over the graph, joined by "and": the standard method (Kildall, "A unified approach
to global program optimization", 1973), as it decides in Java whether a variable has been assigned
(Java Language Specification, chapter 16). Sets of fields are the bits of a whole number, and stages
are taken in reverse post order and back again, each only if less is known on entering it than before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from typing import TYPE_CHECKING, TypeAlias

from processctl.journey.edge import Edge
from processctl.journey.search import reach, upstream_first
from processctl.model.reference import References
from processctl.model.stage import Stage

if TYPE_CHECKING:
    from processctl.journey.journey import Journey

Bits: TypeAlias = int
"""A set of fields: the bit of each is ``Captured.bit``."""


class Captured:
    """Which fields are known where. Only stages that cases can be followed to are in the maps.

    What cannot be read, or names a field that does not exist, may have been meant as any field: it
    records them all, so that nothing is called unknown because of it.
    """

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self.fields: tuple[str, ...] = tuple(journey.model.fields)
        self._places = {field: place for place, field in enumerate(self.fields)}
        self.everything: Bits = (1 << len(self.fields)) - 1

    def bit(self, field: str) -> Bits:
        """The set of one field; empty for a field that does not exist."""
        place = self._places.get(field)
        return 0 if place is None else 1 << place

    def recorded(self, stage: str) -> Bits:
        """What being in a stage makes known, whatever segment the case belongs to."""
        return self._recorded[stage]

    def brought(self, stage: str) -> Bits:
        """What is known of a case that is born in a start."""
        return self._brought[stage]

    @cached_property
    def entering(self) -> Mapping[str, Bits]:
        """What is known of every case that enters a stage."""
        return _Flow(self._journey, self._order, tuple(self._order)).run(
            self._brought, self._passed
        )

    def at_exits(self, stage: str) -> Bits:
        """What is known of every case that takes an exit of a stage: its own captures count."""
        return self.entering[stage] | self.recorded(stage)

    def after(self, edge: Edge, known: Bits) -> Bits:
        """What is known behind an edge, of a case of which ``known`` was on entering its source."""
        if edge.leaves_at_once:
            return known
        return (known | self.recorded(edge.source)) & ~self.resets(edge)

    def resets(self, edge: Edge) -> Bits:
        """What an edge makes unknown. What comes ``then`` resets nothing."""
        return self._set(edge.resets)

    def _passed(self, edge: Edge, known: Bits) -> Bits:
        """As ``after``; but an edge that nobody arrives first by brings back who has been there.

        Then only what was reset on the way is unknown that was known before.
        """
        if not self._journey.can_be_first(edge):
            known = self._kept[edge.source]
        return self.after(edge, known)

    @cached_property
    def _kept(self) -> Mapping[str, Bits]:
        """What no way has reset without recording it again, were everything known at birth."""
        born = dict.fromkeys(self._journey.starts, self.everything)
        return _Flow(self._journey, self._order, tuple(self._order)).run(born, self.after)

    @cached_property
    def _order(self) -> Mapping[str, int]:
        graph = self._journey.graph
        reached = reach(graph, self._journey.starts)
        stages = (stage for stage in upstream_first(graph) if stage in reached)
        return {stage: place for place, stage in enumerate(stages)}

    @cached_property
    def _recorded(self) -> Mapping[str, Bits]:
        return {name: self._of_stage(stage) for name, stage in self._journey.stages.items()}

    def _of_stage(self, stage: Stage) -> Bits:
        if not stage.readable("captures", "varies"):
            return self.everything
        found = self._set(stage.captures, unknown=self.everything)
        for variant in stage.varies:
            if variant.captures:
                found &= self._set(variant.captures, unknown=self.everything)
        return found

    @cached_property
    def _brought(self) -> Mapping[str, Bits]:
        found = {}
        for name in self._journey.starts:
            start = self._journey.stages[name].start
            readable = start is not None and start.readable("brings")
            brings = start.brings if start is not None else ()
            found[name] = self._set(brings, self.everything) if readable else self.everything
        return found

    def _set(self, references: References, unknown: Bits = 0) -> Bits:
        found = 0
        for reference in references:
            found |= self.bit(reference.id) if reference.known else unknown
        return found


@dataclass(frozen=True, slots=True)
class _Flow:
    """What flows along the edges that cases can be followed by."""

    journey: Journey
    order: Mapping[str, int]
    stages: tuple[str, ...]

    def run(
        self, born: Mapping[str, Bits], after: Callable[[Edge, Bits], Bits]
    ) -> Mapping[str, Bits]:
        """The greatest sets that agree with what cases are born with and with every edge."""
        known = dict(born)
        sign = 1
        ahead = sorted(self.order[stage] for stage in born)
        while ahead:
            sweep = _Sweep(sign, ahead)
            for place in sweep:
                for edge in self.journey.out[self.stages[place]]:
                    target = edge.target
                    if target not in known and not self.journey.can_be_first(edge):
                        continue  # whoever comes back has been there: it is met another way first
                    moved = after(edge, known[edge.source])
                    if target in known:
                        moved &= known[target]
                    else:
                        for way in self._back_to(target):
                            if way.source in known:
                                sweep.again(self.order[way.source])
                    if known.get(target) != moved:
                        known[target] = moved
                        sweep.again(self.order[target])
            sign = -sign
            ahead = sorted(sign * place for place in sweep.later)
        return known

    def _back_to(self, stage: str) -> Iterator[Edge]:
        return (edge for edge in self.journey.into[stage] if not self.journey.can_be_first(edge))


class _Sweep:
    """Places in one direction; those that have to be looked at again lie ahead, or are for ``later``."""

    def __init__(self, sign: int, ahead: list[int]) -> None:
        self._sign = sign
        self._ahead = ahead
        self._waiting = set(ahead)
        self._here = 0
        self.later: set[int] = set()

    def __iter__(self) -> Iterator[int]:
        while self._ahead:
            self._here = heappop(self._ahead)
            self._waiting.discard(self._here)
            yield self._sign * self._here

    def again(self, place: int) -> None:
        """Look at a place once more."""
        signed = self._sign * place
        if signed <= self._here:
            self.later.add(place)
        elif signed not in self._waiting:
            self._waiting.add(signed)
            heappush(self._ahead, signed)
