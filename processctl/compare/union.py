"""Both states in one journey, to be drawn: what is new, what is gone, and what is otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from processctl.compare.compare import Comparison
from processctl.compare.kinds import ways
from processctl.journey import Edge, Journey, make_journey
from processctl.model.exit import Exit, Step
from processctl.model.model import Model
from processctl.model.stage import Stage
from processctl.reading.problem import Path
from processctl.repair.portrait import said

Became: TypeAlias = Literal["added", "removed", "changed"]
_Key: TypeAlias = tuple[str, str, str, int]
_BEHIND = 10_000  # old ways stand behind all new ones, under places of their own


@dataclass(frozen=True, eq=False)
class Union:
    """The journey of both states; what became of stages by id, and of ways by where they are written."""

    journey: Journey
    stages: Mapping[str, Became]
    ways: Mapping[Path, Became]


def union(comparison: Comparison) -> Union:
    """Put two states together. What is gone is in it as if it were still there."""
    old, new = comparison.old, comparison.new
    was, now = _edges(old), _edges(new)
    gone = {key: edge for key, edge in was.items() if key not in now}
    stages = {
        **{name: _with_gone(stage, gone.values()) for name, stage in new.model.stages.items()},
        **{
            name: _alive(stage)
            for name, stage in old.model.stages.items()
            if name in old.stages and name not in new.stages
        },
    }
    words = comparison.words
    both = make_journey(replace(words, stages=stages))
    return Union(both, _stages(comparison), _ways(comparison, was, now, both))


def _edges(journey: Journey) -> dict[_Key, Edge]:
    """The ways in force, each by its ends, its kind, and which of several it is."""
    found: dict[_Key, Edge] = {}
    for edge in journey.edges:
        if edge.live:
            number = 0
            while (edge.source, edge.target, edge.kind, number) in found:
                number += 1
            found[edge.source, edge.target, edge.kind, number] = edge
    return found


def _with_gone(stage: Stage, gone: Iterable[Edge]) -> Stage:
    """A stage with the exits and deadlines that it had, behind those that it has."""
    ways = [edge.way for edge in gone if edge.source == stage.id and edge.segment is None]
    exits = tuple(replace(way, path=_behind(way.path)) for way in ways if isinstance(way, Exit))
    steps = {
        key: tuple(
            replace(way, path=_behind(way.path))
            for way in ways
            if isinstance(way, Step) and key in way.path
        )
        for key in ("late", "idle")
    }
    return replace(
        stage,
        exits=(*stage.exits, *exits),
        late=(*stage.late, *steps["late"]),
        idle=(*stage.idle, *steps["idle"]),
    )


def _behind(path: Path) -> Path:
    *above, last = path
    return (*above, _BEHIND + (last if isinstance(last, int) else 0))


def _alive(stage: Stage) -> Stage:
    return replace(stage, status="live")


def _stages(comparison: Comparison) -> dict[str, Became]:
    old, new = comparison.old, comparison.new
    found: dict[str, Became] = {
        str(change.path[1]): "changed"
        for change in comparison.changes
        if change.level != "clarifying"
        and change.path[0] == "stages"
        and "exits" not in change.path
    }
    found |= {name: "added" for name in new.stages if name not in old.stages}
    found |= {name: "removed" for name in old.stages if name not in new.stages}
    return found


def _ways(
    comparison: Comparison, was: Mapping[_Key, Edge], now: Mapping[_Key, Edge], both: Journey
) -> dict[Path, Became]:
    models = comparison.old.model, comparison.new.model
    moved = _moved(comparison)
    found: dict[Path, Became] = {}
    for key, edge in now.items():
        before = was.get(key)
        if before is None:
            found[edge.path] = "added"
        elif _said(models[0], before) != _said(models[1], edge):
            found[edge.path] = "changed"
    for edge in now.values():
        if edge.kind == "exit" and (edge.source, edge.target) in moved:
            found.setdefault(edge.path, "changed")
    gone = {edge.path for key, edge in was.items() if key not in now}
    for edge in both.edges:
        last = edge.path[-1]
        if (isinstance(last, int) and last >= _BEHIND) or (
            edge.path in gone and edge.source not in comparison.new.stages
        ):
            found[edge.path] = "removed"
    return found


def _moved(comparison: Comparison) -> frozenset[tuple[str, str]]:
    """The ways that other cases go than before, though they may be written the same."""
    return frozenset(
        (change.stages[0], target)
        for change in comparison.changes
        if change.kind in (ways.LOST, ways.ELSEWHERE, ways.FOUND, ways.CHOICE)
        for target in change.stages[1:]
    )


def _said(model: Model, edge: Edge) -> object:
    return {
        key: value
        for key, value in said(model, edge.way).items()
        if key not in ("name", "about", "because", "links", "tags", "ignore", "share", "takes")
    }
