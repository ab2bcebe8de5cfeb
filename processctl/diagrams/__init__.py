"""Drawings of a process in many formats, from a sketch in plain data.

A drawing depends on nothing but its sketch: the same bytes on every run and machine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from processctl.diagrams.errors import LayoutFailed
from processctl.diagrams.mark import is_ours
from processctl.diagrams.options import Options
from processctl.diagrams.sketch import Box, Lane, Line, Phase, Sketch, tidy

if TYPE_CHECKING:
    from processctl.diagrams.scene import Scene

__all__ = [
    "WRITERS",
    "Box",
    "Lane",
    "LayoutFailed",
    "Line",
    "Options",
    "Phase",
    "Sketch",
    "is_ours",
    "write_dot",
    "write_mermaid",
    "write_pdf",
    "write_png",
    "write_svg",
]

_DEFAULT = Options()


def write_svg(sketch: Sketch, options: Options = _DEFAULT) -> bytes:
    """The drawing as SVG, with its fonts inside.

    Raises:
        LayoutFailed: if Graphviz gives no layout.
    """
    from processctl.diagrams.svg import svg
    from processctl.diagrams.themes import themed

    return svg(themed(_scene(sketch, options), options.theme))


def write_png(sketch: Sketch, options: Options = _DEFAULT) -> bytes:
    """The same picture as PNG, two pixels for one of the SVG. See ``write_svg``."""
    from processctl.diagrams.png import png
    from processctl.diagrams.themes import themed

    return png(themed(_scene(sketch, options), options.theme))


def write_pdf(sketch: Sketch, options: Options = _DEFAULT) -> bytes:
    """The same picture as PDF, with its fonts inside. See ``write_svg``."""
    from processctl.diagrams.paper.page import on_one_page, themed_document
    from processctl.diagrams.pdf import pdf

    return pdf(themed_document(on_one_page(_scene(sketch, options)), options.theme))


def write_dot(sketch: Sketch, options: Options = _DEFAULT) -> bytes:
    """The drawing as DOT with all places, for an ordinary Graphviz. See ``write_svg``."""
    from processctl.diagrams.dot import dot
    from processctl.diagrams.layout import layout

    return dot(layout(tidy(sketch), program=options.program), options.theme)


def write_mermaid(sketch: Sketch, options: Options = _DEFAULT) -> bytes:  # noqa: ARG001 - as the others
    """The process as a Mermaid flowchart; Mermaid makes the layout."""
    from processctl.diagrams.mermaid import mermaid

    return mermaid(tidy(sketch))


def _scene(sketch: Sketch, options: Options) -> Scene:
    from processctl.diagrams.draw import draw
    from processctl.diagrams.layout import layout

    return draw(layout(tidy(sketch), program=options.program))


WRITERS: Mapping[str, Callable[[Sketch, Options], bytes]] = {
    ".svg": write_svg,
    ".png": write_png,
    ".pdf": write_pdf,
    ".dot": write_dot,
    ".mmd": write_mermaid,
}
"""What writes a drawing, by the ending of the file it goes into."""
