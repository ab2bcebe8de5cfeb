"""Edits of text that belong together, and the stretch that they need for themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from processctl.reading.edit import TextEdit
from processctl.reading.source import Span


@dataclass(frozen=True, slots=True)
class Splice:
    """What a repair does to the text: its edits, and what they lean on (``claims``).

    Two that lean on the same stretch are not made at once: the second would not fit any more.
    """

    edits: tuple[TextEdit, ...]
    claims: tuple[Span, ...]

    @property
    def stretches(self) -> tuple[tuple[Path, int, int], ...]:
        """What it leans on, in order: file, start and end, those that touch joined to one."""
        joined: list[tuple[Path, int, int]] = []
        for file, start, end in sorted(
            (one.source.path, one.start, one.end) for one in self.claims
        ):
            if joined and joined[-1][0] == file and start <= joined[-1][2]:
                joined[-1] = (file, joined[-1][1], max(end, joined[-1][2]))
            else:
                joined.append((file, start, end))
        return tuple(joined)


def edits(span: Span, *made: TextEdit) -> Splice:
    """Edits within one stretch that they need for themselves."""
    return Splice(made, (span,))


def joined(splices: Iterable[Splice]) -> Splice:
    """Several as one."""
    parts = tuple(splices)
    return Splice(
        tuple(edit for part in parts for edit in part.edits),
        tuple(claim for part in parts for claim in part.claims),
    )
