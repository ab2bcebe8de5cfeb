"""Drawings of a process: SVG, PNG, DOT and Mermaid, from a sketch in plain data.

A drawing depends on nothing but its sketch: the same bytes on every run and machine.
"""

from __future__ import annotations

from pathlib import Path

from processctl.diagrams.errors import LayoutFailed
from processctl.diagrams.mark import is_ours
from processctl.diagrams.sketch import Box, Lane, Line, Phase, Sketch, tidy

__all__ = [
    "Box",
    "Lane",
    "LayoutFailed",
    "Line",
    "Phase",
    "Sketch",
    "is_ours",
    "write_dot",
    "write_mermaid",
    "write_png",
    "write_svg",
]


def write_svg(sketch: Sketch, *, program: Path | None = None) -> bytes:
    """The drawing as SVG, with its fonts inside.

    Args:
        sketch: what to draw.
        program: a Graphviz of the user's own that finds the ways of the lines.

    Raises:
        LayoutFailed: if Graphviz gives no layout.
    """
    from processctl.diagrams.draw import draw
    from processctl.diagrams.layout import layout
    from processctl.diagrams.svg import svg

    return svg(draw(layout(tidy(sketch), program=program)))


def write_png(sketch: Sketch, *, program: Path | None = None) -> bytes:
    """The same picture as PNG, two pixels for one of the SVG. See ``write_svg``."""
    from processctl.diagrams.draw import draw
    from processctl.diagrams.layout import layout
    from processctl.diagrams.png import png

    return png(draw(layout(tidy(sketch), program=program)))


def write_dot(sketch: Sketch, *, program: Path | None = None) -> bytes:
    """The drawing as DOT with all places, for an ordinary Graphviz. See ``write_svg``."""
    from processctl.diagrams.dot import dot
    from processctl.diagrams.layout import layout

    return dot(layout(tidy(sketch), program=program))


def write_mermaid(sketch: Sketch) -> bytes:
    """The process as a Mermaid flowchart; Mermaid makes the layout."""
    from processctl.diagrams.mermaid import mermaid

    return mermaid(tidy(sketch))
