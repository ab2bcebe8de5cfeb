"""One large sheet for the wall, with a line at its foot that says how far away it can be read."""

from __future__ import annotations

from dataclasses import replace

from processctl.diagrams import style
from processctl.diagrams.geometry import Rect
from processctl.diagrams.measure import width
from processctl.diagrams.paper.page import Document, Window
from processctl.diagrams.paper.plan import Plan, document_of, larger, on_one, smallest
from processctl.diagrams.paper.sheets import ARM, MARGIN, ROOM, SMALLEST, WALL, both_ways
from processctl.diagrams.scene import Scene, Text
from processctl.texts import Message, say, translator

# Points: the words at the foot, and the room they have.
_SIZE = 9.0
_FOOT = 20.0
# Centimetres: nobody measures it more exactly.
_STEP = 10


def on_the_wall(scene: Scene) -> Document:
    """The scene on the smallest sheet that can be read from ``ROOM``, else on the largest there is."""
    plans = [larger(on_one(scene, sheet, foot=_FOOT) for sheet in both_ways(name)) for name in WALL]
    plan = next((one for one in plans if readable_from(scene, one) >= ROOM), plans[-1])
    document = document_of(scene, plan)
    (page,) = document.pages
    return replace(document, pages=(replace(page, windows=(*page.windows, _foot(scene, plan))),))


def readable_from(scene: Scene, plan: Plan) -> int:
    """From how many centimetres away the smallest text can still be read."""
    far = ARM * plan.scale * smallest(scene) / SMALLEST
    return int(far // _STEP) * _STEP


def _foot(scene: Scene, plan: Plan) -> Window:
    words = translator(scene.language).render(_said(scene, plan))
    size = _SIZE / plan.scale
    right, low = (edge / plan.scale for edge in (plan.sheet.width, plan.sheet.height))
    edge = MARGIN / plan.scale
    view = Rect(0.0, 0.0, width(words, size), size * 1.5)
    text = Text((0.0, size), words, size, style.QUIET)
    return Window(view, (right - edge - view.width, low - edge - view.height), (text,))


def _said(scene: Scene, plan: Plan) -> Message:
    sheet, far = plan.sheet, readable_from(scene, plan)
    if not far:
        return say(
            "{sheet}, {across} x {down} mm", sheet=sheet.name, across=sheet.across, down=sheet.down
        )
    return say(
        "{sheet}, {across} x {down} mm, readable up to {far} cm away",
        sheet=sheet.name,
        across=sheet.across,
        down=sheet.down,
        far=far,
    )
