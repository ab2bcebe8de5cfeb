"""Sheets of paper: parts of a scene, and what stands around them."""

from __future__ import annotations

from processctl.diagrams.paper.page import Document, on_one_page
from processctl.diagrams.paper.sheets import Paper
from processctl.diagrams.paper.spread import on_sheets
from processctl.diagrams.paper.wall import on_the_wall
from processctl.diagrams.scene import Scene


def on_paper(scene: Scene, paper: Paper | None) -> Document:
    """The scene on sheets of paper; without any, on one page of its own size."""
    if paper is None:
        return on_one_page(scene)
    return on_the_wall(scene) if paper == "wall" else on_sheets(scene, paper)
