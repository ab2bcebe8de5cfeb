"""Names that lead to pages: what stands in a text alone, or with commas between, and is one page's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_BETWEEN = ", "
_QUOTED = re.compile('"([^"]+)"')


@dataclass(frozen=True)
class Names:
    """The pages by their names; names of several pages lead nowhere, for nobody knows which is meant."""

    paths: dict[str, str]

    def parts(self, text: str, here: str = "") -> list[tuple[str, str | None]]:
        """A text in parts, each with the page it leads to, if any; to ``here`` nothing leads.

        A name leads somewhere where it is the whole text, one of several with commas between, or in quotes, as
        our sentences put them.
        """
        found: list[tuple[str, str | None]] = []
        pieces = text.split(_BETWEEN)
        if all(piece in self.paths for piece in pieces):
            for number, piece in enumerate(pieces):
                found += [(_BETWEEN, None)] if number else []
                found.append((piece, self._path(piece, here)))
            return found
        at = 0
        for name in _QUOTED.finditer(text):
            path = self._path(name[1], here)
            if path is not None:
                found += [(text[at : name.start(1)], None), (name[1], path)]
                at = name.end(1)
        return [*found, (text[at:], None)] if at < len(text) or not found else found

    def _path(self, name: str, here: str) -> str | None:
        path = self.paths.get(name)
        return path if path != here else None


def names_of(pages: Sequence[tuple[str, str]]) -> Names:
    """From names and paths of pages."""
    count = Counter(name for name, _ in pages)
    return Names({name: path for name, path in pages if count[name] == 1})
