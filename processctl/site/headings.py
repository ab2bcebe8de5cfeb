"""Headings that can be linked to: each has an id of its own on its page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from processctl.site.page import Agreement, Cell, Facts, Page, Table, Term, Terms

_BETWEEN = re.compile(r"[\W_]+")
_LONGEST = 60


class Headings:
    """The ids of one page's headings, made of their words; ``taken`` are those that it has already."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def anchor(self, title: str) -> str:
        """The id of the next heading: its words without accents, and a number where they were used before."""
        letters = unicodedata.normalize("NFKD", title.casefold())
        bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
        words = _BETWEEN.sub("-", bare)[:_LONGEST].strip("-") or "section"
        name, number = words, 2
        while name in self._taken:
            name, number = f"{words}-{number}", number + 1
        self._taken.add(name)
        return name


def anchors(page: Page) -> tuple[str, ...]:
    """The ids that the blocks of a page have already."""
    parts: list[Facts | Agreement | Term | Cell] = []
    for block in page.blocks:
        if isinstance(block, Facts | Agreement):
            parts.append(block)
        elif isinstance(block, Terms):
            parts += block.terms
        elif isinstance(block, Table):
            parts += (row[0] for row in block.rows)
    return tuple(part.anchor for part in parts if part.anchor)
