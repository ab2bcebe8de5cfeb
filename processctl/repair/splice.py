"""Edits of text that belong together, and the stretch that they need for themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from processctl.reading.edit import TextEdit
from processctl.reading.source import Span


@dataclass(frozen=True, slots=True)
class Splice:
    """What a repair does to the text: its edits, and what they lean on (``claims``).

    Two that lean on the same stretch are not made at once: the second would not fit any more.
    """

    edits: tuple[TextEdit, ...]
    claims: tuple[Span, ...]

    def meets(self, other: Splice) -> bool:
        """Whether the two lean on a common place, if only a border."""
        return any(_meet(one, two) for one in self.claims for two in other.claims)


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


def _meet(one: Span, two: Span) -> bool:
    same = one.source is two.source
    return same and one.start <= two.end and two.start <= one.end
