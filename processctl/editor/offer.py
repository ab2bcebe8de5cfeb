"""What is offered to somebody who writes: one thing that may stand where the cursor is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.editor.elements import Named

Kind: TypeAlias = Literal[
    "key", "stage", "person", "field", "condition", "name", "word", "value", "function", "rule"
]


@dataclass(frozen=True)
class Offer:
    """A label to choose, and what is then written from ``start`` to ``end`` of the text.

    ``insert`` may hold line ends: what follows one is indented like the line that it begins on.
    ``rank`` says which offers are shown first, the smallest ones. ``named`` is what a name means, for
    whoever wants to read of it.
    """

    label: str
    kind: Kind
    insert: str
    start: int
    end: int
    detail: str = ""
    documentation: str = ""
    rank: int = 5
    named: Named | None = None
