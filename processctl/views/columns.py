"""Stages as the columns of a table, under their phases and the teams that answer for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from processctl.diagrams.sketch import Lane
from processctl.diagrams.tables.table import Column, Group
from processctl.model.stage import Stage
from processctl.texts import say
from processctl.views.boxes import ENDS, lane_of, tints_of
from processctl.views.journey import phases_of, shown_stages
from processctl.views.wording import Wording


def stage_columns(
    words: Wording, wanted: Iterable[str]
) -> tuple[tuple[Column, ...], tuple[tuple[Group, ...], ...]]:
    """The wanted stages, phase by phase as a case first meets them, and their groups."""
    chosen = set(wanted)
    every = shown_stages(words.journey)
    order = {phase.id: place for place, phase in enumerate(phases_of(words))}
    lanes = {stage.id: lane_of(words, stage) for stage in every}
    # A team has the colour here that its band has in the drawing of the journey.
    tints = tints_of(words, every)
    stages = [stage for stage in every if stage.id in chosen]
    stages.sort(key=lambda stage: order.get(stage.phase or "", len(order)))
    columns = tuple(
        Column(stage.id, words.say(stage.title), _tint(tints, lanes[stage.id])) for stage in stages
    )
    names = {phase.id: phase.name for phase in phases_of(words)}
    phases = _groups(stages, lambda stage: names.get(stage.phase or ""))
    teams = _groups(stages, lambda stage: lanes[stage.id].name)
    return columns, (phases, teams) if phases else (teams,)


def _tint(tints: Mapping[str, int], lane: Lane) -> int | None:
    return None if lane.id == ENDS else tints[lane.id]


def _groups(stages: list[Stage], of: Callable[[Stage], str | None]) -> tuple[Group, ...]:
    found: dict[str, list[str]] = {}
    for stage in stages:
        name = of(stage)
        if name is not None:
            found.setdefault(name, []).append(stage.id)
    return tuple(Group(name, tuple(members)) for name, members in found.items())


def view_title(words: Wording, title: str) -> str:
    """What a view shows, after the name of the process."""
    name = words.journey.model.process.name
    if name is None:
        return title
    return words.say(say("{process}: {title}", process=words.say(name), title=title))
