"""What only stages have: starts, exits with their questions, contracts where nothing is handed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from processctl.compare.change import Change, Sides
from processctl.compare.keys import key_changes
from processctl.compare.kinds.rest import REWORDED
from processctl.compare.terms import handoffs_of
from processctl.journey import Journey
from processctl.model.condition import Judgement
from processctl.model.exit import Exit
from processctl.model.model import Model
from processctl.model.stage import Stage
from processctl.repair.portrait import Portrait, said
from processctl.texts import say

_PROVED = frozenset({"to", "when"})
"""Of exits, where the solver says who goes."""


def inner_changes(sides: Sides, old: Stage, new: Stage) -> Iterator[Change]:
    """The parts of a stage in force in both states that say something else."""
    if old.start is not None and new.start is not None:
        pair = old.start.when, new.start.when
        is_asked = None in pair and any(isinstance(one, Judgement) for one in pair)
        elsewhere = frozenset({"brings"} if is_asked else {"brings", "when"})
        yield from key_changes(sides, old.start, new.start, new.title, elsewhere, is_plan=False)
        yield from _question(sides, new, *pair)
    handed = {(key[0], key[1]) for key in handoffs_of(sides.new)}
    was = _by_target(sides.old.exits_in_force(old))
    is_return_told = _backs(sides.old, old.id) != _backs(sides.new, new.id)
    for key, exit_ in _by_target(sides.new.exits_in_force(new)).items():
        before = was.get(key)
        if before is None:
            continue
        elsewhere = _PROVED | ({"handoff"} if (new.id, key[0]) in handed else frozenset())
        elsewhere = elsewhere | ({"returns"} if is_return_told else frozenset())
        yield from key_changes(sides, before, exit_, new.title, elsewhere, is_plan=False)
        yield from _question(sides, new, before.when, exit_.when)
    if not any(target == new.id for _, target in handed):
        only = frozenset(said(sides.new.model, new)) - {"accepts"}
        yield from key_changes(sides, old, new, new.title, only, is_plan=False)
    yield from _planned_exits(sides, old, new)


def _backs(journey: Journey, stage: str) -> frozenset[str]:
    """The teams that cases of a stage can be given back to."""
    return frozenset(journey.returned_to.get(stage, ()))


def _by_target(exits: Iterable[Exit]) -> dict[tuple[str, int], Exit]:
    found: dict[tuple[str, int], Exit] = {}
    for exit_ in exits:
        target = exit_.to.id if exit_.to is not None else ""
        number = sum(key[0] == target for key in found)
        found[target, number] = exit_
    return found


def _question(sides: Sides, stage: Stage, old: object, new: object) -> Iterator[Change]:
    """A question that people answer, in the same place."""
    if isinstance(old, Judgement) and isinstance(new, Judgement):
        yield from key_changes(sides, old, new, stage.title, frozenset(), is_plan=False)


def _planned_exits(sides: Sides, old: Stage, new: Stage) -> Iterator[Change]:
    """Exits that are not in force in either state, and say something else."""
    was, now = _not_in_force(sides.old, old), _not_in_force(sides.new, new)
    ways = [
        {_way(side.model, one) for one in side.exits_in_force(stage)}
        for side, stage in ((sides.old, old), (sides.new, new))
    ]
    gone = [one for way, one in was if (way, one) not in now and way not in ways[1]]
    come = [one for way, one in now if (way, one) not in was and way not in ways[0]]
    if gone or come:
        yield sides.changed(
            REWORDED,
            say('What is planned for the exits of stage "{stage}" is otherwise.', stage=new.title),
            (*new.path, "exits"),
            say("It is not in force, and no case goes elsewhere for that."),
        )


def _not_in_force(journey: Journey, stage: Stage) -> list[tuple[Portrait, Portrait]]:
    """The exits of a stage that no case can take, each as a way and as all that it says."""
    in_force = journey.exits_in_force(stage)
    return [
        (_way(journey.model, one), tuple(said(journey.model, one).items()))
        for one in stage.exits
        if one not in in_force
    ]


def _way(model: Model, exit_: Exit) -> Portrait:
    return tuple(value for key, value in said(model, exit_).items() if key in ("to", "when"))
