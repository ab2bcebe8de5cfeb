"""Writes the drawing as DOT: plain nodes and edges with their places, for an ordinary Graphviz.

``dot -Tsvg FILE`` shows the places that stand in the file, because its layout is ``nop2``; without
that attribute Graphviz makes a layout of its own.
"""

from __future__ import annotations

from itertools import pairwise

from processctl.diagrams import style
from processctl.diagrams.draw import draw, offset
from processctl.diagrams.files.names import names
from processctl.diagrams.files.xdot import operations
from processctl.diagrams.geometry import Point
from processctl.diagrams.links import safe
from processctl.diagrams.mark import MARK
from processctl.diagrams.placing.layout import Picture
from processctl.diagrams.scene import Group, Scene, Thing
from processctl.diagrams.sketch import Box, Line
from processctl.diagrams.themes import Theme, colour, themed

_INCH = 72.0
_HEAD = 10.0
_HEADS = {"full": "normal", "open": "vee", "hollow": "empty"}
# What nodes and edges show.
_OWN = ("box", "line", "label", "marker")
_TAILS = {"none": "none", "dot": "dot", "bar": "tee", "diamond": "odiamond"}


def dot(picture: Picture, theme: Theme = "light") -> bytes:
    """The picture as a DOT file in UTF-8, in the colours of a theme."""
    import graphviz  # type: ignore[import-untyped]  # it ships no types

    scene = themed(draw(picture), theme)
    ids = names(box.id for box in picture.sketch.boxes)
    graph = graphviz.Digraph(
        "process",
        graph_attr={
            "layout": "nop2",
            "splines": "ortho",
            "bgcolor": scene.paper,
            "fontname": style.FAMILY,
            "tooltip": _text([scene.title]),
        },
        node_attr={
            "shape": "box",
            "fontname": style.FAMILY,
            "fontsize": "11.5",
            "fixedsize": "true",
        },
        edge_attr={
            "fontname": style.FAMILY,
            "fontsize": "11.5",
            "fontcolor": colour(style.INK, theme),
        },
    )
    for box in picture.sketch.boxes:
        graph.node(ids[box.id], **_node(picture, box, scene.height, theme))
    for line in picture.sketch.lines:
        graph.edge(ids[line.source], ids[line.target], **_edge(picture, line, scene.height, theme))
    graph.attr("graph", _background=operations(_backdrop(scene), scene.height))
    return f"// {MARK}\n{graph.source}".encode()


def _backdrop(scene: Scene) -> list[Thing]:
    """What is neither a node nor an edge: title, phases, lanes, notes and legend."""
    return [
        thing for thing in scene.things if not isinstance(thing, Group) or thing.kind not in _OWN
    ]


def _node(picture: Picture, box: Box, height: float, theme: Theme) -> dict[str, str]:
    look = style.box_style(box)
    rect = picture.places.boxes[box.id]
    card = picture.cards[box.id]
    x, y = _point(picture, rect.centre, height)
    shape = "rounded,filled" if look.radius > style.SQUARE else "filled"
    warned = bool(box.problems)
    return {
        "label": _text(
            [row.text for row in card.rows] + [f"! {row.text}" for row in card.warnings]
        ),
        "tooltip": _text(card.full_text.split("\n")),
        "pos": f"{x:.2f},{y:.2f}!",
        "width": f"{rect.width / _INCH:.4f}",
        "height": f"{rect.height / _INCH:.4f}",
        "style": f"{shape},dashed" if box.planned or look.dash else shape,
        "fillcolor": colour(look.paper, theme),
        "color": colour(style.WARNING if warned else look.border, theme),
        "fontcolor": colour(style.WARNING if warned else style.INK, theme),
        "penwidth": f"{style.START_WIDTH if box.is_start else look.width:g}",
        "peripheries": "2" if look.double else "1",
        **({"URL": _text([href]), "target": "_top"} if (href := safe(box.href)) else {}),
    }


def _edge(picture: Picture, line: Line, height: float, theme: Theme) -> dict[str, str]:
    look = style.line_style(line)
    points = [_point(picture, point, height) for point in picture.routes[line.id]]
    found = {
        "pos": _spline(points, tail=look.tail != "none"),
        "color": colour(look.colour, theme),
        "penwidth": f"{look.width:g}",
        "style": look.dot,
        "arrowhead": _HEADS[look.head],
        "arrowtail": _TAILS[look.tail],
        "dir": "both" if look.tail != "none" else "forward",
        "tooltip": _text([*line.label]),
    }
    label = next((label for label in picture.labels if label.line == line.id), None)
    if label is not None:
        x, y = _point(picture, label.rect.centre, height)
        found |= {"label": _text([*label.words.lines]), "lp": f"{x:.2f},{y:.2f}"}
    marker = next((marker for marker in picture.markers if marker.line == line.id), None)
    if marker is not None:
        x, y = _point(picture, marker.rect.centre, height)
        found |= {"label": str(marker.number), "lp": f"{x:.2f},{y:.2f}"}
    return found


def _point(picture: Picture, point: Point, height: float) -> Point:
    x, y = offset(picture)
    return point[0] + x, height - point[1] - y


def _spline(points: list[Point], *, tail: bool) -> str:
    """The straight pieces as a spline that leaves room for the arrowhead, and for a tail."""
    corners = list(points)
    corners[-1] = _nearer(points[-1], points[-2])
    start = ""
    if tail:
        corners[0] = _nearer(points[0], corners[1])
        start = f"s,{points[0][0]:.2f},{points[0][1]:.2f} "
    spline = [corners[0]]
    for (ax, ay), (bx, by) in pairwise(corners):
        spline += [
            (ax + (bx - ax) / 3, ay + (by - ay) / 3),
            (ax + (bx - ax) * 2 / 3, ay + (by - ay) * 2 / 3),
            (bx, by),
        ]
    ways = " ".join(f"{x:.2f},{y:.2f}" for x, y in spline)
    return f"{start}e,{points[-1][0]:.2f},{points[-1][1]:.2f} {ways}"


def _nearer(end: Point, before: Point) -> Point:
    """The point where a head that ends at ``end`` begins."""
    (x, y), (bx, by) = end, before
    share = min(_HEAD / (abs(bx - x) + abs(by - y) or 1.0), 0.45)
    return x + (bx - x) * share, y + (by - y) * share


def _text(lines: list[str]) -> str:
    """Lines of text as Graphviz reads them: without its own escapes, entities and HTML."""
    import graphviz

    # An entity is read even in a plain label; and a string between < and > would be HTML.
    plain: str = graphviz.nohtml(
        "\\n".join(line.replace("\\", "\\\\").replace("&", "&amp;") for line in lines)
    )
    return plain
