"""Ids for what people say: short, valid, each once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

_RESERVED = frozenset(
    {"otherwise", "origin", "won", "lost", "in", "and", "or", "not", "true", "false", "has"}
)
_LONGEST = 40


@dataclass
class Names:
    """The ids given so far: the same words always have the same id.

    ``taken`` are ids that the document has of its own.
    """

    taken: set[str]
    _known: dict[str, str] = field(default_factory=dict)

    def of(self, words: str, otherwise: str) -> str:
        """The id of what somebody said; ``otherwise`` where no letter of it can stand in an id."""
        key = " ".join(words.split()).casefold()
        if key not in self._known:
            self._known[key] = self._free(_folded(words) or otherwise)
            self.taken.add(self._known[key])
        return self._known[key]

    def another(self, words: str, otherwise: str) -> str:
        """A new id, even for words that have one: two things may be called the same."""
        found = self._free(_folded(words) or otherwise)
        self.taken.add(found)
        return found

    def _free(self, wanted: str) -> str:
        if wanted not in self.taken and wanted not in _RESERVED:
            return wanted
        number = 2
        while f"{wanted}_{number}" in self.taken:
            number += 1
        return f"{wanted}_{number}"


def _folded(words: str) -> str:
    """Words as an id: letters without their marks, underscores between them."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    joined = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    # What begins with "x_" is a team's own extra key, and no id.
    begun = re.sub(r"^x(_|$)", "xx", re.sub(r"^[0-9_]+", "", joined))
    return begun[:_LONGEST].strip("_")
