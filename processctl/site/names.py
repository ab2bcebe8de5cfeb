"""Names that lead to pages: what stands in a text alone, or with commas between, and is one page's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_BETWEEN = ", "


@dataclass(frozen=True)
class Names:
    """The pages by their names; names of several pages lead nowhere, for nobody knows which is meant."""

    paths: dict[str, str]

    def parts(self, text: str, here: str = "") -> list[tuple[str, str | None]]:
        """A text in parts, each with the page it leads to, if any; to ``here`` nothing leads."""
        pieces = text.split(_BETWEEN)
        if not all(piece in self.paths for piece in pieces):
            pieces = [text]
        found: list[tuple[str, str | None]] = []
        for number, piece in enumerate(pieces):
            if number:
                found.append((_BETWEEN, None))
            path = self.paths.get(piece)
            found.append((piece, path if path != here else None))
        return found


def names_of(pages: Sequence[tuple[str, str]]) -> Names:
    """From names and paths of pages."""
    count = Counter(name for name, _ in pages)
    return Names({name: path for name, path in pages if count[name] == 1})
