"""Spreads a scene over sheets: on one if it can be read there, else on as few as it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TypeAlias

from processctl.diagrams.breaks import Breaks
from processctl.diagrams.geometry import Rect
from processctl.diagrams.paper.chrome import Head, Map, map_of
from processctl.diagrams.paper.content import Content, content_of, is_empty
from processctl.diagrams.paper.cuts import rows_of, windows_of
from processctl.diagrams.paper.filling import filled
from processctl.diagrams.paper.page import Document
from processctl.diagrams.paper.parts import Parts, is_whole, taken_apart
from processctl.diagrams.paper.plan import Plan, document_of, larger, on_one, smallest
from processctl.diagrams.paper.sheets import LARGEST, SMALLEST, Sheet, both_ways
from processctl.diagrams.paper.tags import SIDE
from processctl.diagrams.scene import Group, Scene
from processctl.texts import translator

_Rows: TypeAlias = tuple[tuple[Rect, ...], ...]

# Pixels that tags at an upper or lower edge are expected to take; where they take more, all gets smaller.
ENDS = 36.0
# How full pages are made: lower rows can often be cut where fewer lines cross, and a little more than a
# page may save a whole one.
DOWN = (1.1, 1.0, 0.75, 0.5, 0.35)
ACROSS = (1.1, 1.0)
# What smaller text costs, and what larger text is worth, against the logarithm of the count of pages. The
# first grows with the square: for three pages instead of four text may be a twelfth smaller than it should
# be, and for one instead of ten a quarter.
SMALLER = 40.0
LARGER = 0.3
TRIED = 4


def on_sheets(scene: Scene, name: str) -> Document:
    """The scene on sheets of one size, whichever way round it is read better."""
    unit = SMALLEST / smallest(scene)
    plans = _plans(scene, name)
    return document_of(
        scene, min(plans, key=lambda plan: _loss(len(plan.leaves), plan.scale / unit))
    )


def _loss(pages: int, share: float) -> float:
    """What is wrong with so many pages of text that has this share of the size it should have."""
    return log(pages) + SMALLER * max(0.0, 1 - share) ** 2 - LARGER * log(share)


def _plans(scene: Scene, name: str) -> Iterator[Plan]:
    whole = larger(on_one(scene, sheet, LARGEST) for sheet in both_ways(name))
    yield whole
    if scene.breaks is None or whole.scale >= SMALLEST / smallest(scene):
        return
    parts = taken_apart(scene, scene.breaks)
    ways = [
        (spread, rows)
        for spread in (_Spread(scene, scene.breaks, parts, sheet) for sheet in both_ways(name))
        for rows in dict.fromkeys(spread.rows(down, across) for down in DOWN for across in ACROSS)
    ]
    # Tags and notes, which take time, are only put where it may be worth it.
    for spread, rows in sorted(ways, key=lambda way: way[0].guess(way[1]))[:TRIED]:
        yield from spread.plans(rows)


@dataclass(frozen=True)
class _Spread:
    """Ways to spread a scene over sheets that lie one way."""

    scene: Scene
    breaks: Breaks
    parts: Parts
    sheet: Sheet

    @cached_property
    def unit(self) -> float:
        """Points for each pixel so that the smallest text can just be read."""
        return SMALLEST / smallest(self.scene)

    def plans(self, rows: _Rows) -> Iterator[Plan]:
        """The plans with these windows: as large as can be, and as small as may be."""
        views = [view for row in rows for view in row]
        # Of a drawing without groups there is one page all the same.
        shown = [view for view in views if not is_empty(self.parts, view)] or views[:1]
        number = {view: place for place, view in enumerate(shown, start=1)}
        map_ = map_of(rows, [number.get(view) for view in views]) if len(shown) > 1 else None
        words = translator(self.scene.language)
        contents = [
            content_of(self.parts, view, lambda key: self._page_of(key, number), words)
            for view in shown
        ]
        scale = self._scale(contents, map_)
        for one in dict.fromkeys((scale, min(scale, self.unit))):
            yield self._plan(contents, number, map_, one)

    def rows(self, down: float, across: float) -> _Rows:
        """The windows, by rows, for pages that are so full.

        They are shares of what a page holds when text is as small as it may be.
        """
        field = self.breaks.field
        wide, high = (size / self.unit for size in self.sheet.room)
        wide, high = wide - self.breaks.left, high - self._head(None).height - self.breaks.top
        if field.width <= wide and field.height <= high:
            return ((field,),)
        if field.height > high * down:
            high -= 2 * ENDS
        room = wide * across
        room = room if field.width <= room else room - 2 * SIDE
        rows = rows_of(self.parts, high * down)
        return tuple(tuple(windows_of(self.parts, row, room)) for row in rows)

    def guess(self, rows: _Rows) -> float:
        """About how good pages with these windows will be; the less, the better."""
        views = [view for row in rows for view in row]
        wide = max(view.width for view in views) + self.breaks.left
        high = max(view.height for view in views) + self.breaks.top + self._head(None).height
        wide += SIDE if len(views) > len(rows) else 0.0
        high += ENDS if len(rows) > 1 else 0.0
        room = self.sheet.room
        return _loss(len(views), min(LARGEST, room[0] / wide, room[1] / high) / self.unit)

    def _page_of(self, key: str, number: dict[Rect, int]) -> int:
        rect = self.parts.groups[key][1]
        return next(page for view, page in number.items() if is_whole(rect, view))

    def _head(self, map_: Map | None, scale: float | None = None) -> Head:
        room = self.sheet.room[0] / (scale or self.unit)
        return Head(self.scene.title, translator(self.scene.language), room, map_)

    def _scale(self, contents: Sequence[Content], map_: Map | None) -> float:
        """As large as the largest page can be."""
        wide, high = self.sheet.room
        return min(
            LARGEST,
            wide / max(content.width for content in contents),
            high / (max(content.height for content in contents) + self._head(map_).height),
        )

    def _plan(
        self, contents: Sequence[Content], number: dict[Rect, int], map_: Map | None, scale: float
    ) -> Plan:
        head = self._head(map_, scale)
        wide, high = self.sheet.room[0] / scale, self.sheet.room[1] / scale - head.height
        notes: dict[int, list[Group]] = {}
        others = []
        for block in self.parts.below:
            if block.key in self.parts.groups:
                notes.setdefault(self._page_of(block.key, number) - 1, []).append(block)
            else:
                others.append(block)
        return Plan(self.sheet, scale, head, filled(contents, notes, others, (wide, high)))
