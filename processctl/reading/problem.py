"""What reading a workspace can meet: trouble as a value, so that reading goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.reading.edit import TextEdit
from processctl.reading.source import Span
from processctl.texts import Message

Kind: TypeAlias = Literal[
    "invalid-yaml",
    "duplicate-key",
    "schema-violation",
    "unsupported-language-version",
    "over-limit",
    "unreadable-file",
    "declared-twice",
    "refused-yaml-feature",
    "uses-outside-repository",
    "uses-cycle",
]
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a problem, and what it shows."""

    message: Message
    span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that cannot be read as it stands.

    ``path`` names the element and key that are unreadable because of it, where that is known:
    rules say nothing about those. ``ids`` are what tells this problem from its like. ``mends`` are
    edits of the text that mend it, where what was meant is certain.
    """

    kind: Kind
    span: Span
    message: Message
    hint: Message | None = None
    related: tuple[Related, ...] = ()
    path: Path = ()
    ids: tuple[str, ...] = ()
    mends: tuple[TextEdit, ...] = ()
