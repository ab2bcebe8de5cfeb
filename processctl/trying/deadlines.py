"""When time is over for a case in a stage, and where it then goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from processctl.criteria import Name, Node
from processctl.journey import Edge
from processctl.model.exit import Step
from processctl.model.stage import Clocked, Stage, Variant
from processctl.model.values import Duration
from processctl.trying.ground import Ground
from processctl.trying.partly import Partly
from processctl.trying.plan import Known

_KINDS = ("late", "idle")


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
    whose = {kind: _whose(stage, kind, partly) for kind in _KINDS}
    for edge in ground.journey.out[stage.id]:
        if edge.kind not in _KINDS or not isinstance(edge.way, Step):
            continue
        part = whose[edge.kind]
        if edge.segment != (part.segment.id if isinstance(part, Variant) else None):
            continue
        is_won = edge.returns and ground.journey.outcomes.get(edge.target) == "won"
        if is_won and edge.target not in entered:
            continue  # nobody is given back to being a customer who has not been one
        length = edge.way.after or part.within or stage.within
        if length is not None:
            since = _since(length, values, entered, ground) or entered[stage.id]
            yield Deadline(edge, ground.moments.later(since, length))


def _whose(stage: Stage, kind: str, partly: Partly) -> Clocked:
    """Whose deadlines count for a case: the first of its segments with some, or all others'."""
    for variant in stage.varies:
        if getattr(variant, kind) and partly.holds(_segment(variant)):
            return variant
    return stage


def _segment(variant: Variant) -> Name:
    return Name((0, 0), variant.segment.id)


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


def open_clocks(stage: Stage, partly: Partly) -> list[Node]:
    """The segments with deadlines of their own of which it is open whether the case is one of them."""
    found: list[Node] = []
    for variant in stage.varies:
        if variant.late or variant.idle:
            holds = partly.holds(_segment(variant))
            if holds:
                break  # those behind it do not count any more
            if holds is None:
                found.append(_segment(variant))
    return found
