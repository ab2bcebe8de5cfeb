"""How a drawing is made, whatever it shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from processctl.diagrams.paper.sheets import Paper
from processctl.diagrams.themes import Theme


@dataclass(frozen=True, slots=True)
class Options:
    """The wishes of whoever asks for a drawing.

    ``program`` is a Graphviz of the user's own that finds the ways of the lines. Mermaid has the colours
    of the page that draws it, whatever the ``theme``. ``paper`` is for PDF alone: sheets of one size, or
    one for the wall. ``in_page`` is an SVG for a page that has the title, the fonts, and the colours of
    both themes (``themes.sheet``).
    """

    program: Path | None = None
    theme: Theme = "light"
    paper: Paper | None = None
    in_page: bool = False
