"""One page of a drawing that is spread over several: its part, and what belongs to that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from processctl.diagrams import style
from processctl.diagrams.extent import extent
from processctl.diagrams.geometry import Rect, around
from processctl.diagrams.heads import part_of
from processctl.diagrams.paper.page import Window
from processctl.diagrams.paper.parts import Parts
from processctl.diagrams.paper.tags import across, beside, tags_of
from processctl.diagrams.scene import Group, Stroke, Thing
from processctl.texts import Translator


@dataclass(frozen=True, slots=True)
class Content:
    """Windows from the upper left corner of what a page shows, and how much room they take."""

    view: Rect
    windows: tuple[Window, ...]
    width: float
    height: float


def content_of(
    parts: Parts, view: Rect, page_of: Callable[[str], int], words: Translator
) -> Content:
    """The part of the field in ``view``, with headings and tags; ``page_of`` a group by its key."""
    breaks = parts.breaks
    tags = tags_of(parts, view, page_of, words)
    edges = [
        beside(tags, view, "left"), beside(tags, view, "right"),
        across(tags, view, "top"), across(tags, view, "bottom"),
    ]  # fmt: skip
    x, y = breaks.left + edges[0].reach, breaks.top + edges[2].reach
    around_it: list[Thing] = [
        *_edges(view, breaks.field),
        *(one for edge in edges for one in edge.things),
    ]
    rows = Rect(breaks.body.left, view.top, breaks.left, view.height)
    columns = Rect(view.left, breaks.body.top, view.width, breaks.top)
    corner = Rect(breaks.body.left, breaks.body.top, breaks.left, breaks.top)
    # With the ground of the field: headings let it shine through.
    windows = [
        Window(corner, (0.0, 0.0), (*parts.below_all(corner), *parts.corner)),
        Window(rows, (0.0, y), (*parts.below_all(rows), *_heads(parts.left, rows, words.language))),
        Window(
            columns,
            (x, 0.0),
            (*parts.below_all(columns), *_heads(parts.top, columns, words.language)),
        ),
        Window(view, (x, y), (*parts.below_all(view), *parts.groups_in(view))),
    ]
    windows = [one for one in windows if one.view.width > 0 and one.view.height > 0]
    whole = view
    if around_it:
        whole = around([view, *(extent(thing) for thing in around_it)])
        at = x - (view.left - whole.left), y - (view.top - whole.top)
        windows.append(Window(whole, at, tuple(around_it)))
    right, low = x + whole.right - view.left, y + view.height + edges[3].reach
    below = y + whole.bottom - view.top
    return Content(view, tuple(windows), right, max(low, below))


def is_empty(parts: Parts, view: Rect) -> bool:
    """Whether there is nothing in a window but the ground."""
    if any(not group.ends for group in parts.groups_in(view)):
        return False
    return not any(view.meets_segment(piece) for piece in parts.pieces)


def _heads(groups: tuple[Group, ...], view: Rect, language: str) -> tuple[Thing, ...]:
    seen = (part_of(group, view, language) for group in groups)
    return tuple(group for group in seen if group is not None)


def _edges(view: Rect, field: Rect) -> list[Thing]:
    """A thin line where the drawing is cut."""
    corners = {
        (view.left, view.top, view.left, view.bottom): view.left > field.left,
        (view.right, view.top, view.right, view.bottom): view.right < field.right,
        (view.left, view.top, view.right, view.top): view.top > field.top,
        (view.left, view.bottom, view.right, view.bottom): view.bottom < field.bottom,
    }
    return [
        Stroke(((x1, y1), (x2, y2)), style.RULE, 1.0)
        for (x1, y1, x2, y2), cut in corners.items()
        if cut
    ]
