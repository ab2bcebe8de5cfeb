"""How long a case can stay in a stage at most, by the way that it leaves.

The clock of a stage ends by the last of its deadline exits (``late`` with ``to``), else with its
``within``; where only idle cases are moved on, when one has been idle for so long. A stage with none of
these has no worst time. A case that was handed over stays, besides, until it is accepted, for the
receiver's clock runs from then on. Who meets a full stage, or is accepted by nobody in time, leaves
without any of the stage's own time.

A time ``since`` an earlier stage is never longer from this one on. One since a date can lie anywhere:
no worst time is known.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from processctl.journey import Edge, Handoff, Journey
from processctl.model.exit import Exit, Step
from processctl.model.stage import Clocked, Stage, Variant
from processctl.model.values import Duration


@dataclass(frozen=True, slots=True)
class Wait:
    """A worst time: the longest of ``lengths``, or without any end if it is not ``bounded``.

    ``certain`` says whether a case can really stay so long; else it may be less than is known here.
    """

    lengths: tuple[Duration, ...] = ()
    bounded: bool = True
    certain: bool = True

    @property
    def is_endless(self) -> bool:
        """Whether a case can surely stay for ever."""
        return self.certain and not self.bounded

    def at_most(self, measure: Callable[[Duration], float]) -> float:
        """The worst time as somebody measures lengths; infinite where nothing bounds it."""
        return max(map(measure, self.lengths), default=0) if self.bounded else math.inf


NO_TIME = Wait()


class Clocks:
    """The worst times of a journey's stages and handoffs."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._stays: dict[str, Wait] = {}
        self._acceptances: dict[Edge, Wait] = {}

    def leaving(self, edge: Edge) -> Wait:
        """How long a case that leaves by an edge can have been in its source, once accepted."""
        if edge.leaves_at_once:
            return NO_TIME
        stage = self._journey.stages[edge.source]
        if isinstance(edge.way, Step):
            part = next(
                (one for one in stage.varies if one.segment.id == edge.segment),
                stage,
            )
            within = part.within or stage.within
            return self._wait(stage, [edge.way.after or within])
        if stage.id not in self._stays:
            self._stays[stage.id] = self._stay(stage)
        return self._stays[stage.id]

    def accepting(self, edge: Edge) -> Wait:
        """How long a case that comes by an edge can wait until it is accepted."""
        handoff = self.handoffs.get(edge)
        if handoff is None:
            return NO_TIME
        if edge not in self._acceptances:
            self._acceptances[edge] = self._acceptance(handoff)
        return self._acceptances[edge]

    def _acceptance(self, handoff: Handoff) -> Wait:
        terms, stage = handoff.terms, self._journey.stages[handoff.edge.target]
        if terms is not None and terms.mode != "declared":
            return NO_TIME
        lengths = [terms.within] if terms is not None and terms.within is not None else []
        own = handoff.exit.handoff
        if own is None or own.within is None:
            variants = (one.accepts for one in stage.varies if one.accepts is not None)
            lengths += [one.within for one in variants if one.within is not None]
        if lengths or not handoff.across:  # colleagues need not agree on a time
            return self._wait(stage, lengths)
        is_readable = stage.readable("accepts") and (terms is None or terms.readable)
        return Wait(bounded=False, certain=is_readable)

    @cached_property
    def handoffs(self) -> dict[Edge, Handoff]:
        """The handoff of each edge that is one."""
        return {handoff.edge: handoff for handoff in self._journey.handoffs}

    def is_left_by_time(self, name: str) -> bool:
        """Whether every case of a stage is moved on in the end, whatever anybody does."""
        stage = self._journey.stages[name]
        if any(self.counts_down(edge) for edge in self._journey.out[name]):
            return True
        return all(self._moves(stage, part) for part in (stage, *stage.varies))

    def counts_down(self, edge: Edge) -> bool:
        """Whether an exit comes true by the passing of time."""
        if edge.kind != "exit" or not isinstance(edge.way, Exit):
            return False
        return self._journey.conditions.counts_down(edge.way.when)

    def _moves(self, stage: Stage, part: Clocked) -> bool:
        return bool(self._steps(stage, part, "late") or self._steps(stage, part, "idle"))

    def _stay(self, stage: Stage) -> Wait:
        waits = [self._of_part(stage, part) for part in (stage, *stage.varies)]
        lengths = tuple(dict.fromkeys(length for wait in waits for length in wait.lengths))
        unbounded = [wait for wait in waits if not wait.bounded]
        if unbounded:
            return Wait(lengths, bounded=False, certain=any(wait.certain for wait in unbounded))
        return Wait(lengths, certain=all(wait.certain for wait in waits))

    def _of_part(self, stage: Stage, part: Clocked) -> Wait:
        within = part.within or stage.within
        late = [step.after or within for step in self._steps(stage, part, "late")]
        idle = [step.after for step in self._steps(stage, part, "idle")]
        ends = late or ([within, *idle] if within is not None else idle)
        if ends:
            return self._wait(stage, ends)
        counts_down = any(self.counts_down(edge) for edge in self._journey.out[stage.id])
        is_certain = not counts_down and stage.id not in self._journey.uncertain
        return replace(self._wait(stage, []), bounded=False, certain=is_certain)

    def _steps(self, stage: Stage, part: Clocked, kind: str) -> list[Step]:
        """The steps in force that move cases of a part on; a variant without its own has the base's."""
        own = part.late if kind == "late" else part.idle
        wanted = part.segment.id if own and isinstance(part, Variant) else None
        return [
            edge.way
            for edge in self._journey.out[stage.id]
            if edge.kind == kind and edge.segment == wanted and isinstance(edge.way, Step)
        ]

    def _wait(self, stage: Stage, ends: Iterable[Duration | None]) -> Wait:
        lengths = []
        bounded, certain = True, stage.readable("within", "late", "idle", "varies", "accepts")
        for end in ends:
            if end is None:
                bounded = False
            elif end.since is None:
                lengths.append(end)
            else:
                certain = False
                bounded = bounded and end.since in self._journey.model.stages
                lengths.append(replace(end, since=None))
        return Wait(tuple(lengths), bounded, certain)
