"""A way to print a scene, and the document that comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf

from processctl.diagrams import style
from processctl.diagrams.extent import extent
from processctl.diagrams.geometry import Rect, around
from processctl.diagrams.paper.chrome import Head
from processctl.diagrams.paper.page import Document, Page, Window
from processctl.diagrams.paper.sheets import MARGIN, Sheet
from processctl.diagrams.scene import Scene, texts
from processctl.texts import say, translator


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands on one page, from the upper left corner below its head; ``share`` of the plan's scale."""

    windows: tuple[Window, ...]
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Pages of one sheet size, with ``scale`` points for each pixel."""

    sheet: Sheet
    scale: float
    head: Head | None
    leaves: tuple[Leaf, ...]


def smallest(scene: Scene) -> float:
    """The size of the smallest text, in pixels; without any, that of a name."""
    return min((text.size for text in texts(scene.things)), default=style.NAME_SIZE)


def on_one(scene: Scene, sheet: Sheet, most: float = inf, foot: float = 0.0) -> Plan:
    """The whole scene on one sheet, at most ``most`` points for each pixel; ``foot`` points stay free."""
    view = around([extent(thing) for thing in scene.things]) if scene.things else Rect(0, 0, 1, 1)
    wide, high = sheet.room
    scale = min(wide / view.width, (high - foot) / view.height, most)
    left = (wide / scale - view.width) / 2
    return Plan(sheet, scale, None, (Leaf((Window(view, (left, 0.0), scene.things),)),))


def larger(plans: Iterable[Plan]) -> Plan:
    """The plan on which a drawing is larger; the first of equal ones."""
    return max(plans, key=lambda plan: plan.scale)


def document_of(scene: Scene, plan: Plan) -> Document:
    """The pages of a plan, each with its head."""
    pages = tuple(_page(scene, plan, number) for number in range(1, len(plan.leaves) + 1))
    return Document(scene.title, scene.summary, scene.language, scene.paper, pages)


def _page(scene: Scene, plan: Plan, number: int) -> Page:
    leaf = plan.leaves[number - 1]
    scale = plan.scale * leaf.share
    name = scene.title
    if len(plan.leaves) > 1:
        name = translator(scene.language).render(say("Page {page}", page=number))
    edge = MARGIN / scale
    down = edge
    placed: list[Window] = []
    if plan.head is not None:
        # As wide as the sheet, also on a page in a smaller scale.
        head = replace(plan.head, room=plan.sheet.room[0] / scale)
        view = Rect(0.0, 0.0, head.room, head.height)
        placed.append(Window(view, (edge, edge), head.things(number, len(plan.leaves))))
        down += head.height
    placed += [
        replace(window, at=(window.at[0] + edge, window.at[1] + down)) for window in leaf.windows
    ]
    return Page(name, plan.sheet.width, plan.sheet.height, scale, tuple(placed))
