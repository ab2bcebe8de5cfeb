"""Within a stage the flow runs straight, from its start to its gateway; other lines make way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

from processctl.bpmn import shapes
from processctl.bpmn.chart import BOUNDARY, Flow, Node
from processctl.bpmn.shapes import FORMS
from processctl.diagrams.geometry import Point, Rect, merged

Side: TypeAlias = Literal["left", "right"]
_NEAR = 0.6
# Half of the room that a line needs beside another, and an event at its beginning.
_LINE, _EVENT = 6.0, 17.0
_JOG = 14.0


@dataclass(frozen=True, slots=True)
class _End:
    """Where a line begins or ends: its height, and the room that it needs on either side."""

    flow: str
    begins: bool
    y: float
    room: float


def straightened(
    flows: Iterable[Flow],
    nodes: Mapping[str, Node],
    cells: Mapping[str, Rect],
    ways: Mapping[str, tuple[Point, ...]],
) -> dict[str, tuple[Point, ...]]:
    """The lines with those inside of a stage made straight; ``cells`` hold the nodes."""
    found = dict(ways)
    every = tuple(flows)
    for flow in every:
        source, target = nodes[flow.source], nodes[flow.target]
        if source.stage != target.stage or source.host is not None:
            continue
        if cells[source.id].right > cells[target.id].left:
            continue  # it leads back to its own stage
        begin, end = cells[source.id], cells[target.id]
        y = shapes.middle(begin)[1]
        _make_way(flow, source, "right", every, nodes, cells[source.id], found)
        _make_way(flow, target, "left", every, nodes, cells[target.id], found)
        found[flow.id] = ((begin.right, y), (end.left, y))
    return found


def _make_way(
    straight: Flow,
    node: Node,
    side: Side,
    flows: Iterable[Flow],
    nodes: Mapping[str, Node],
    cell: Rect,
    ways: dict[str, tuple[Point, ...]],
) -> None:
    """Keep other lines off the middle of one side of a node."""
    x = cell.right if side == "right" else cell.left
    ends = [end for flow in flows for end in _ends(flow, node.id, nodes, ways[flow.id], x)]
    middle = shapes.middle(cell)[1]
    own = next((end.y for end in ends if end.flow == straight.id), middle)
    others = sorted((end for end in ends if end.flow != straight.id), key=lambda end: end.y)
    # Beside what is no box, the others go by way of its upper or lower end.
    shape = shapes.inside(cell, FORMS[node.kind])
    first = _LINE if FORMS[node.kind] == "box" else shape.height / 2 + 6
    for up in (True, False):
        at, before = float(middle), first
        chosen = [end for end in others if (end.y < own) == up]
        # Lines that have joined each other end in one place, and go on doing so.
        for y, alike in groupby(reversed(chosen) if up else chosen, key=lambda end: end.y):
            joined = list(alike)
            room = max(end.room for end in joined)
            at = min(y, at - before - room) if up else max(y, at + before + room)
            at = max(at, cell.top + 3) if up else min(at, cell.bottom - 3)
            before = room
            for end in joined:
                ways[end.flow] = _moved(ways[end.flow], end.begins, at)


def _ends(
    flow: Flow, node: str, nodes: Mapping[str, Node], way: tuple[Point, ...], x: float
) -> Iterable[_End]:
    source = nodes[flow.source]
    if node in (source.id, source.host) and _is_on(way[0], way[1], x):
        yield _End(flow.id, True, way[0][1], _EVENT if source.kind in BOUNDARY else _LINE)
    if flow.target == node and _is_on(way[-1], way[-2], x):
        yield _End(flow.id, False, way[-1][1], _LINE)


def _is_on(end: Point, following: Point, x: float) -> bool:
    return abs(end[0] - x) < _NEAR and abs(end[1] - following[1]) < _NEAR


def _moved(way: tuple[Point, ...], begins: bool, y: float) -> tuple[Point, ...]:
    """The line with its first piece, or its last, at another height."""
    points = list(way if begins else way[::-1])
    (x, old), (next_x, _) = points[0], points[1]
    if len(points) == 2:
        turn = x + (_JOG if next_x > x else -_JOG)
        points[1:1] = [(turn, y), (turn, old)]
    else:
        points[1] = (next_x, y)
    points[0] = (x, y)
    done = merged(points)
    return done if begins else done[::-1]
