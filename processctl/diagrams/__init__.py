"""Drawings of a process in many formats, from a sketch in plain data.

A drawing depends on nothing but its sketch: the same bytes on every run and machine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from processctl.diagrams.errors import LayoutFailed
from processctl.diagrams.mark import is_ours
from processctl.diagrams.options import Options
from processctl.diagrams.sketch import Box, Lane, Line, Phase, Sketch, clean, plain, tidy
from processctl.diagrams.tables.exchange import Exchange
from processctl.diagrams.tables.table import Table

if TYPE_CHECKING:
    from processctl.diagrams.scene import Scene

__all__ = [
    "WRITERS",
    "Box",
    "Drawing",
    "Exchange",
    "Lane",
    "LayoutFailed",
    "Line",
    "Options",
    "Phase",
    "Sketch",
    "Table",
    "is_ours",
    "write_dot",
    "write_mermaid",
    "write_mermaid_parts",
    "write_pdf",
    "write_png",
    "write_svg",
]

_DEFAULT = Options()
Drawing: TypeAlias = "Sketch | Table | Exchange"


def write_svg(drawing: Drawing, options: Options = _DEFAULT) -> bytes:
    """The drawing as SVG, with its fonts inside.

    Raises:
        LayoutFailed: if Graphviz gives no layout.
    """
    from processctl.diagrams.files.svg import svg
    from processctl.diagrams.themes import themed, variables

    scene = _scene(drawing, options)
    if options.in_page:
        return svg(variables(scene), fonts=False)
    return svg(themed(scene, options.theme))


def write_png(drawing: Drawing, options: Options = _DEFAULT) -> bytes:
    """The same picture as PNG, two pixels for one of the SVG. See ``write_svg``."""
    from processctl.diagrams.files.png import png
    from processctl.diagrams.themes import themed

    return png(themed(_scene(drawing, options), options.theme))


def write_pdf(drawing: Drawing, options: Options = _DEFAULT) -> bytes:
    """The same picture as PDF, with its fonts inside, on as many pages as its paper asks for.

    See ``write_svg``.
    """
    from processctl.diagrams.files.pdf import pdf
    from processctl.diagrams.paper import on_paper
    from processctl.diagrams.paper.page import themed_document

    # Pages are chosen in the colours that everything is drawn in.
    return pdf(themed_document(on_paper(_scene(drawing, options), options.paper), options.theme))


def write_dot(drawing: Drawing, options: Options = _DEFAULT) -> bytes:
    """The boxes and lines as DOT with all places, for an ordinary Graphviz. See ``write_svg``."""
    from processctl.diagrams.files.dot import dot
    from processctl.diagrams.placing.layout import layout

    return dot(layout(tidy(_graph(drawing)), program=options.program), options.theme)


def write_mermaid(drawing: Drawing, options: Options = _DEFAULT) -> bytes:  # noqa: ARG001 - as the others
    """The boxes and lines as a Mermaid flowchart; Mermaid makes the layout."""
    from processctl.diagrams.files.mermaid import mermaid

    return mermaid(tidy(_graph(drawing)))


def write_mermaid_parts(drawing: Drawing) -> Mapping[str, bytes]:
    """The same within what pages take: alone under the name ``""``, or an overview and parts.

    Raises:
        LayoutFailed: a part is still too large.
    """
    from processctl.diagrams.files.mermaid_parts import mermaid_parts

    return mermaid_parts(tidy(_graph(drawing)))


WRITERS: Mapping[str, Callable[[Drawing, Options], bytes]] = {
    ".svg": write_svg,
    ".png": write_png,
    ".pdf": write_pdf,
    ".dot": write_dot,
    ".mmd": write_mermaid,
}
"""What writes a drawing, by the ending of the file it goes into."""


def _graph(drawing: Drawing) -> Sketch:
    return drawing if isinstance(drawing, Sketch) else drawing.graph


def _scene(drawing: Drawing, options: Options) -> Scene:
    from processctl.diagrams.draw import draw
    from processctl.diagrams.placing.layout import layout
    from processctl.diagrams.tables.draw import draw_table
    from processctl.diagrams.tables.exchange_draw import draw_exchange

    if options.in_page and drawing.title:
        bare = _scene(replace(drawing, title=""), replace(options, in_page=False))
        return replace(bare, title=plain(drawing.title))
    if isinstance(drawing, Exchange):
        return draw_exchange(clean(drawing))
    if isinstance(drawing, Table):
        return draw_table(clean(drawing))
    return draw(layout(tidy(drawing), program=options.program))
