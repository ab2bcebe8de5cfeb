"""Puts notes and the legend where pages have room: below what they show, or beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from processctl.diagrams.extent import extent
from processctl.diagrams.geometry import Rect
from processctl.diagrams.paper.blocks import flow
from processctl.diagrams.paper.content import Content
from processctl.diagrams.paper.page import Window
from processctl.diagrams.paper.plan import Leaf
from processctl.diagrams.scene import Group

# Pixels between what a page shows and blocks, and between blocks of two kinds.
APART = 16.0


def filled(
    contents: Sequence[Content],
    notes: Mapping[int, Sequence[Group]],
    others: Sequence[Group],
    room: tuple[float, float],
) -> tuple[Leaf, ...]:
    """The pages with ``contents``, and as many behind them as the blocks need.

    ``notes`` belong to the page of their number, from 0, and stand there as far as there is room; the rest
    of them on the last page that has it. All ``others`` of a kind stand on the first one that has. ``room``
    is that of a page.
    """
    pages = [_Filling(content, room) for content in contents]
    late: list[Group] = []
    for number, blocks in notes.items():
        late += pages[number].put(blocks)
    if late and any(page.put_all(late) for page in reversed(pages)):
        late = []
    for batch in _kinds(others):
        if not any(page.put_all(batch) for page in pages):
            late += batch
    leaves = [Leaf(tuple(page.windows)) for page in pages]
    while late:
        leaf, late = _last(late, room)
        leaves.append(leaf)
    return tuple(leaves)


class _Filling:
    """A page that is being filled: its windows, and where there is still room."""

    def __init__(self, content: Content, room: tuple[float, float]) -> None:
        wide, high = room
        right, low = content.width + APART, content.height + APART
        self.windows = list(content.windows)
        self.free = [
            Rect(0.0, low, wide, high - low),
            Rect(right, 0.0, wide - right, content.height),
        ]

    def put(self, blocks: Sequence[Group]) -> Sequence[Group]:
        """Put as many of the blocks as there is room for, and return the others."""
        for place in range(len(self.free)):
            windows, taken, blocks = flow(blocks, self.free[place])
            self.windows += windows
            self.free[place] = _below(self.free[place], taken)
        return blocks

    def put_all(self, blocks: Sequence[Group]) -> bool:
        """Put all blocks into one place, if they go there."""
        for place, free in enumerate(self.free):
            windows, taken, others = flow(blocks, free)
            if not others:
                self.windows += windows
                self.free[place] = _below(free, taken)
                return True
        return False


def _below(room: Rect, taken: float) -> Rect:
    if not taken:
        return room
    return Rect(room.left, room.top + taken + APART, room.width, room.height - taken - APART)


def _kinds(blocks: Sequence[Group]) -> list[list[Group]]:
    return [list(batch) for _, batch in groupby(blocks, key=lambda block: block.kind)]


def _last(blocks: Sequence[Group], room: tuple[float, float]) -> tuple[Leaf, list[Group]]:
    """A page of blocks alone, each kind below the other; and what finds no room there.

    Where a block is larger than a page, that page is in a smaller scale.
    """
    sizes = [extent(block) for block in blocks]
    share = min(
        1.0,
        room[0] / (max(size.width for size in sizes) + 1),
        room[1] / (max(size.height for size in sizes) + 1),
    )
    free = Rect(0.0, 0.0, room[0] / share, room[1] / share)
    windows: list[Window] = []
    late: list[Group] = []
    for batch in _kinds(blocks):
        if late:
            late += batch
            continue
        placed, taken, late = flow(batch, free)
        windows += placed
        free = _below(free, taken)
    return Leaf(tuple(windows), share), late
