"""The ways of the lines around the boxes, found by a Graphviz of the user's own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from processctl.diagrams.engine import run
from processctl.diagrams.errors import LayoutFailed
from processctl.diagrams.geometry import Point, Rect, merged, squared
from processctl.diagrams.sketch import Line
from processctl.texts import say

POINTS_PER_INCH = 72.0


def routes(
    boxes: Mapping[str, Rect], lines: Sequence[Line], program: Path
) -> dict[str, tuple[Point, ...]]:
    """The corners of every line by its id, from the border of a box to that of another.

    The engine sees numbers only, never a name: nothing that a process says can be taken for DOT.
    Lines from a box to itself are not for Graphviz, which bends them.
    """
    if not lines:
        return {}
    return _read(run(_graph(boxes, lines), "json", program=program), lines, boxes)


def _graph(boxes: Mapping[str, Rect], lines: Sequence[Line]) -> str:
    import graphviz  # type: ignore[import-untyped]  # it ships no types

    graph = graphviz.Digraph(
        graph_attr={"splines": "ortho"},
        node_attr={"shape": "box", "label": "", "fixedsize": "true"},
        edge_attr={"arrowhead": "none"},
    )
    number = {}
    for place, (box, rect) in enumerate(boxes.items()):
        number[box] = f"b{place}"
        x, y = rect.centre
        graph.node(
            number[box],
            pos=f"{x:.2f},{-y:.2f}!",
            width=f"{rect.width / POINTS_PER_INCH:.5f}",
            height=f"{rect.height / POINTS_PER_INCH:.5f}",
        )
    for place, line in enumerate(lines):
        graph.edge(number[line.source], number[line.target], id=f"e{place}")
    source: str = graph.source
    return source


def _read(
    answer: bytes, lines: Sequence[Line], boxes: Mapping[str, Rect]
) -> dict[str, tuple[Point, ...]]:
    try:
        graph = json.loads(answer)
        # Graphviz moves everything so that its own box of the drawing begins at nought.
        first = next(node for node in graph["objects"] if node["name"] == "b0")
        shift = _shift(first["pos"], next(iter(boxes.values())))
        edges = {edge["id"]: edge["pos"] for edge in graph["edges"]}
        return {line.id: _corners(edges[f"e{at}"], shift) for at, line in enumerate(lines)}
    except (ValueError, KeyError, TypeError, IndexError, StopIteration) as trouble:
        raise LayoutFailed(
            say(
                "Graphviz found no way for some lines of this process. "
                "Draw a part of it, or try another Graphviz with --dot."
            )
        ) from trouble


def _shift(place: str, box: Rect) -> Point:
    x, y = place.split(",")[:2]
    return box.centre[0] - float(x), box.centre[1] + float(y)


def _corners(spline: str, shift: Point) -> tuple[Point, ...]:
    """The corners of an orthogonal spline: its control points lie on the straight pieces."""
    points = []
    for word in spline.replace(";", " ").split():
        if word[0] in "es":
            continue
        x, y = word.split(",")[:2]
        points.append((float(x) + shift[0], shift[1] - float(y)))
    return squared(merged(points, slack=0.05))
