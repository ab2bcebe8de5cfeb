"""Writes a scene as PNG.

The layout engine is also our painter: it draws whatever stands in the background of a graph, and
has the font of our drawings built in. So the picture is that of the SVG, without another library.
"""

from __future__ import annotations

from processctl.diagrams.engine import run
from processctl.diagrams.files.xdot import operations
from processctl.diagrams.geometry import Rect
from processctl.diagrams.mark import marked_png
from processctl.diagrams.scene import Plate, Scene

# Twice the size of the SVG: sharp on paper and on fine screens.
SCALE = 2.0
# A picture of more pixels than this is drawn at a smaller scale; it would not fit in memory.
MOST_PIXELS = 80_000_000
_POINTS_PER_INCH = 72.0


def png(scene: Scene) -> bytes:
    """The scene as a PNG file, ``SCALE`` pixels for each of the scene's."""
    scale = min(SCALE, (MOST_PIXELS / (scene.width * scene.height)) ** 0.5)
    page = Plate(Rect(0, 0, scene.width, scene.height), paper=scene.paper)
    dot = (
        f'graph {{ graph [bgcolor=white, pad=0, margin=0, dpi="{_POINTS_PER_INCH * scale:.4f}",'
        f' _background="{operations((page, *scene.things), scene.height)}"];'
        ' node [shape=point, style=invis, width=0, height=0, label=""];'
        f' a [pos="0,0!"]; b [pos="{scene.width},{scene.height}!"]; }}'
    )
    # The shipped engine, whatever routed the lines: another one may lack the font.
    return marked_png(run(dot, "png"))
