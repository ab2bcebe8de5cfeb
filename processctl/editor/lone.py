"""What documents name that belong to no workspace, also while a line of theirs is half written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from processctl.editor.session import alone
from processctl.journey import Journey
from processctl.reading.limits import Limits
from processctl.reading.source import Source


@dataclass
class Lone:
    """Remembers of each document the last text that could be read."""

    limits: Limits
    _readable: dict[Path, Source] = field(default_factory=dict)

    def names(self, source: Source, offset: int | None = None) -> Journey:
        """The names of a document: of its text, else of that without the line that is written at ``offset``.

        Where neither can be read, of the last one that could.
        """
        tries = (
            [source]
            if offset is None
            else [source, source.without_line(source.position(offset)[0])]
        )
        for one in tries:
            found = alone(one, self.limits)
            if _is_read(found):
                self._readable[source.path] = one
                return found
        return alone(self._readable.get(source.path, source), self.limits)

    def forget(self, path: Path) -> None:
        """A document is closed."""
        self._readable.pop(path, None)


def _is_read(journey: Journey) -> bool:
    read = journey.model.workspace
    return len(read.own) == len(read.sources)
