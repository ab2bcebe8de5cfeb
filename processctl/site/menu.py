"""The list of pages beside each page: all top pages, and below the one being read what is near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from processctl.site.page import Link, Page

MOST = 40
"""So many pages below one are shown beside it."""
BESIDE = 20
"""So many are shown beside each other, those nearest to the one that is read."""
FEW = 12
"""Of more than these a page shows only those on its own shelf, the next ones to read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A top page, and the pages below it that are shown now."""

    name: str
    path: str
    below: tuple[Link, ...] = ()


class Menu:
    """The list for each of the pages of one language."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._top = [page for page in pages if page.parent is None]
        self._below: dict[str, list[Page]] = {}
        for page in pages:
            if page.parent is not None and page.sheet is None:
                self._below.setdefault(page.parent, []).append(page)

    def entries(self, page: Page) -> tuple[Entry, ...]:
        """The list as it stands beside a page."""
        opened = page.parent or page.path
        return tuple(
            Entry(top.label or top.title, top.path, self._near(page) if top.path == opened else ())
            for top in self._top
        )

    def _near(self, page: Page) -> tuple[Link, ...]:
        below = self._below.get(page.parent or page.path, [])
        if page.parent is not None and page.shelf and len(below) > FEW:
            below = [one for one in below if one.shelf == page.shelf]
        if page in below:
            first = below.index(page) - BESIDE // 2
            first = max(0, min(first, len(below) - BESIDE))
            below = below[first : first + BESIDE]
        return tuple(Link(one.label or one.title, one.path) for one in below[:MOST])
