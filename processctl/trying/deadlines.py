"""When time is over for a case in a stage, and where it then goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from processctl.criteria import Node
from processctl.journey import Edge
from processctl.model.exit import Step
from processctl.model.stage import Clocked, Stage
from processctl.model.values import Duration
from processctl.proofs.variants import whose_clock
from processctl.trying.ground import Ground
from processctl.trying.partly import Partly
from processctl.trying.plan import Known


@dataclass(frozen=True, slots=True)
class Deadline:
    """An edge that a case goes by when time is over, and when that is."""

    edge: Edge
    due: datetime


def deadlines(
    ground: Ground,
    stage: Stage,
    partly: Partly,
    values: Mapping[str, Known],
    entered: Mapping[str, datetime],
) -> list[Deadline]:
    """The deadline exits of a case in a stage, the first to come first.

    ``entered`` says when it last came into each stage, this one too. A step without a time of its own
    waits for the stage's; one without any never comes.
    """
    found = list(_deadlines(ground, stage, partly, values, entered))
    return sorted(found, key=lambda one: one.due)


def _deadlines(
    ground: Ground,
    stage: Stage,
    partly: Partly,
    values: Mapping[str, Known],
    entered: Mapping[str, datetime],
) -> Iterator[Deadline]:
    for edge in ground.journey.out[stage.id]:
        if not (edge.is_deadline and isinstance(edge.way, Step)):
            continue
        if not all(partly.holds(node) for node in whose_clock(stage, edge)):
            continue
        is_won = edge.returns and ground.journey.outcomes.get(edge.target) == "won"
        if is_won and edge.target not in entered:
            continue  # nobody is given back to being a customer who has not been one
        length = edge.way.after or _part(stage, edge).within or stage.within
        if length is not None:
            since = _since(length, values, entered, ground) or entered[stage.id]
            yield Deadline(edge, ground.moments.later(since, length))


def _part(stage: Stage, edge: Edge) -> Clocked:
    return next((one for one in stage.varies if one.segment.id == edge.segment), stage)


def _since(
    length: Duration,
    values: Mapping[str, Known],
    entered: Mapping[str, datetime],
    ground: Ground,
) -> datetime | None:
    """When a length begins to count that names something else than the stage it stands in."""
    if length.since is None:
        return None
    value = values.get(length.since)
    if isinstance(value, date):
        return ground.moments.morning(value)
    return entered.get(length.since)


def open_clocks(ground: Ground, stage: Stage, partly: Partly) -> list[Node]:
    """The conditions of which it is open whether they hold, and so whose clock is the case's."""
    return [
        node
        for edge in ground.journey.out[stage.id]
        if edge.is_deadline
        for node in whose_clock(stage, edge)
        if partly.holds(node) is None
    ]
