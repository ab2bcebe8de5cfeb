"""How a rule says what would mend what it found: by elements and keys, never by offsets.

The repair room makes edits of a file's text of it, late, as places become lines late.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Literal, TypeAlias

from processctl.reading.edit import TextEdit
from processctl.reading.problem import Path
from processctl.texts import Message

Kind: TypeAlias = Literal["safe", "unsafe"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a stub: a key, its value (None is left empty), and a question to whoever fills it in."""

    key: str
    value: str | None = None
    asks: Message | None = None


@dataclass(frozen=True, slots=True)
class Surround:
    """Signs before and behind a part of the text that stands at ``path``, an expression say.

    ``inside`` are offsets into that text.
    """

    path: Path
    inside: tuple[int, int]
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class Insert:
    """A new key in the element at ``path``, at the place that the order of the language gives it."""

    path: Path
    line: Line


@dataclass(frozen=True, slots=True)
class Append:
    """New items, maps each, at the end of the list under ``key`` of the element at ``path``.

    Where the element has no such list, it gets one.
    """

    path: Path
    key: str
    items: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Remove:
    """Takes away what stands at ``path``, with the comments that are its own.

    Maps and lists that are left empty go too, as far as they stand below the first ``keep`` steps
    of the path.
    """

    path: Path
    keep: int


@dataclass(frozen=True, slots=True)
class Sort:
    """Puts the entries of the map at ``path`` into an order, each with its comments.

    ``order`` names all keys; where it names others, nothing is done. ``file`` says which one is meant
    of the files that a section is spread over.
    """

    path: Path
    order: tuple[str, ...]
    file: FilePath | None = None


Edit: TypeAlias = "Surround | Insert | Append | Remove | Sort | TextEdit"


@dataclass(frozen=True, slots=True)
class Repair:
    """Edits that mend a finding together or not at all.

    A ``safe`` one changes nothing that is meant. An ``unsafe`` one takes something away, or writes
    a stub: a question that a person has to answer.
    """

    kind: Kind
    edits: tuple[Edit, ...]
