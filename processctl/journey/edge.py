"""Edges of the journey's graph: every way a case can go from one stage to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from processctl.model.exit import Exit, Reasons, Silent, Step
from processctl.model.model import Model
from processctl.model.reference import Reference, References
from processctl.model.stage import Clocked, Full, Stage
from processctl.reading.problem import Path

Kind: TypeAlias = Literal["exit", "late", "idle", "silent", "then", "full"]
Way: TypeAlias = "Exit | Step | Silent | Full"
ORIGIN = "origin"


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """One way from ``source`` to ``target``; each is itself only, so that it can be a key.

    ``path`` is where it is written, ``way`` what stands there. ``live`` is false for what is only
    planned or was retired. ``segment`` is set where only the cases of one segment can go this way.
    ``returns``: the case is given back; what comes ``then`` of a return is none.
    """

    source: str
    target: str
    kind: Kind
    path: Path
    way: Way
    live: bool
    segment: str | None = None
    from_origin: bool = False
    returns: bool = field(init=False)

    def __post_init__(self) -> None:
        # Made once: searches ask it of every edge, again and again.
        gives_back = isinstance(self.way, Exit | Step) and self.way.returns
        object.__setattr__(self, "returns", self.kind != "then" and gives_back)

    @property
    def reasons(self) -> Reasons | None:
        """Why cases go this way, where it is said."""
        return self.way.reasons if isinstance(self.way, Exit | Step) else None

    @property
    def leaves_at_once(self) -> bool:
        """Whether a case goes this way before its stage has recorded anything.

        It was not accepted in time, or met a full stage.
        """
        return self.kind in ("silent", "full")

    @property
    def resets(self) -> References:
        """The fields that are unknown again behind it; what comes ``then`` resets nothing."""
        return self.way.resets if self.kind == "exit" and isinstance(self.way, Exit) else ()

    @property
    def is_deadline(self) -> bool:
        """Whether the case goes this way because time is up."""
        return self.kind in ("late", "idle")


def edges(model: Model) -> tuple[Edge, ...]:
    """Every edge between known stages, in the order written; ``origin`` is resolved last."""
    direct: list[Edge] = []
    to_origin: list[Edge] = []
    for stage in model.stages.values():
        for edge in _from_stage(model, stage):
            (to_origin if edge.target == ORIGIN else direct).append(edge)
    if not to_origin:
        return tuple(direct)
    sources: dict[str, dict[str, None]] = {}
    for edge in direct:
        if edge.live and edge.source != edge.target:
            sources.setdefault(edge.target, {})[edge.source] = None
    return (
        *direct,
        *(
            Edge(
                edge.source,
                came_from,
                edge.kind,
                edge.path,
                edge.way,
                edge.live,
                edge.segment,
                True,
            )
            for edge in to_origin
            for came_from in sources.get(edge.source, ())
        ),
    )


def _from_stage(model: Model, stage: Stage) -> Iterator[Edge]:
    for exit_ in stage.exits:
        live = stage.live and exit_.live
        yield from _transition(model, stage, exit_, "exit", live)
        silent = exit_.handoff.silent if exit_.handoff else None
        receiver = exit_.to.id if exit_.to and exit_.to.section == "stages" else None
        if silent is not None and receiver is not None:
            yield from _one(model, model.stages[receiver], silent, "silent", live)
    yield from _clocks(model, stage, stage, None)
    for variant in stage.varies:
        yield from _clocks(model, stage, variant, variant.segment.id)
    full = stage.holds.full if stage.holds else None
    if full is not None:
        yield from _one(model, stage, full, "full", stage.live)


def _clocks(model: Model, stage: Stage, part: Clocked, segment: str | None) -> Iterator[Edge]:
    for step in part.late:
        yield from _transition(model, stage, step, "late", stage.live, segment)
    for step in part.idle:
        yield from _transition(model, stage, step, "idle", stage.live, segment)
    silent = part.accepts.silent if part.accepts else None
    if silent is not None:
        yield from _one(model, stage, silent, "silent", stage.live, segment)


def _transition(
    model: Model, stage: Stage, way: Exit | Step, kind: Kind, live: bool, segment: str | None = None
) -> Iterator[Edge]:
    yield from _one(model, stage, way, kind, live, segment)
    if way.then is not None and way.then.known:
        is_planned = way.to is not None and not _may_be_live(model, way.to)
        alive = live and not is_planned and model.stages[way.then.id].live
        path = (*way.path, "then")
        yield Edge(stage.id, way.then.id, "then", path, way, alive, segment)


def _may_be_live(model: Model, target: Reference) -> bool:
    """Whether a target is in force, or one of which that is not known."""
    return target.section != "stages" or model.stages[target.id].live


def _one(
    model: Model, stage: Stage, way: Way, kind: Kind, live: bool, segment: str | None = None
) -> Iterator[Edge]:
    if way.to is None or not way.to.known:
        return
    if way.to.id == ORIGIN:
        yield Edge(stage.id, ORIGIN, kind, way.path, way, live, segment)
        return
    alive = live and stage.live and model.stages[way.to.id].live
    yield Edge(stage.id, way.to.id, kind, way.path, way, alive, segment)
