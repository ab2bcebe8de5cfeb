"""What the exits of a stage say of a case, and which of them it takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from processctl.journey import Edge
from processctl.journey.edge import ORIGIN
from processctl.proofs.choice import Choice, Way
from processctl.trying.ground import Ground
from processctl.trying.partly import Partly
from processctl.trying.plan import Known
from processctl.trying.told import Bar, Look, Why


@dataclass(frozen=True, slots=True)
class Inside:
    """A case in a stage: where it came from, the stages it was in, what is known, and the answers."""

    stage: str
    origin: str | None
    been: frozenset[str]
    values: Mapping[str, Known]
    answers: Mapping[str, bool]
    chosen: frozenset[str] = field(default=frozenset())


def edge_of(ground: Ground, way: Way, here: Inside) -> Edge | None:
    """The edge of an exit for a case that came as this one did."""
    for edge in ground.journey.out[here.stage]:
        is_open = not edge.from_origin or edge.target == here.origin
        if edge.way is way.exit and edge.kind == "exit" and is_open:
            return edge
    return None


def looks(ground: Ground, choice: Choice, here: Inside, partly: Partly) -> tuple[Look, ...]:
    """Each exit with a condition, and whether it holds."""
    return tuple(_look(ground, way, here, partly) for way in choice.ways)


def _look(ground: Ground, way: Way, here: Inside, partly: Partly) -> Look:
    bar = _bar(ground, way, here)
    if way.condition is None:
        return Look(way, way.kind == "bare" and not bar, bar=bar)
    holds = partly.holds(way.condition)
    if holds is None:
        return Look(way, None, open=ground.open_names(way.condition, here.values, here.answers))
    if holds:
        return Look(way, not bar, bar=bar)
    parts = ground.facts.of(way.condition, True)
    missed = tuple(part for part in parts if partly.holds(part.node) is (not part.holds))
    return Look(way, False, missed)


def _bar(ground: Ground, way: Way, here: Inside) -> Bar:
    target = way.exit.to.id if way.exit.to is not None else None
    if target == ORIGIN:
        return "" if edge_of(ground, way, here) is not None else "origin"
    is_won = way.exit.returns and ground.journey.outcomes.get(target or "") == "won"
    return "never_been" if is_won and target not in here.been else ""


@dataclass(frozen=True, slots=True)
class Choosing:
    """What exits come to: one is taken, or several hold, or something is open, or nothing of it."""

    taken: Look | None = None
    why: Why = "only"
    several: bool = False
    lacks: tuple[str, ...] = ()


def choose(ground: Ground, choice: Choice, found: Sequence[Look], here: Inside) -> Choosing:
    """Which exit a case takes."""
    if choice.stage.in_order:
        return _first(found)
    holding = [look for look in found if look.holds and look.way.kind != "otherwise"]
    still_open = _open(look for look in found if look.holds is None)
    judged_only = ground.required.isdisjoint(still_open)
    if still_open and not (holding and judged_only):
        return Choosing(lacks=still_open)
    if not holding:
        left = next((look for look in found if look.way.kind == "otherwise" and not look.bar), None)
        return Choosing(left, "otherwise")
    if len(holding) == 1:
        return Choosing(holding[0], "bare" if holding[0].way.kind == "bare" else "only")
    named = [look for look in holding if _target(look) in here.chosen]
    if len(named) == 1:
        return Choosing(named[0], "chosen")
    return Choosing(several=True)


def _first(found: Sequence[Look]) -> Choosing:
    for look in found:
        if look.holds is None:
            return Choosing(lacks=look.open)
        if look.way.kind == "otherwise" and not look.bar:
            return Choosing(look, "otherwise")
        if look.holds:
            return Choosing(look, "bare" if look.way.kind == "bare" else "first")
    return Choosing()


def _target(look: Look) -> str | None:
    return look.way.exit.to.id if look.way.exit.to is not None else None


def _open(found: Iterable[Look]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for look in found for name in look.open))
