"""Edits: what a stretch of a file is to become, and how a text looks with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from processctl.reading.source import Span

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class TextEdit:
    """A stretch of a file and the text that is to stand there; an empty stretch is an insertion."""

    span: Span
    text: str


def apply(text: str, edits: Iterable[TextEdit]) -> str:
    """The text with edits spliced in; of insertions at one place the first comes first.

    Raises:
        ValueError: two edits overlap, or one lies outside the text.
    """
    pieces: list[str] = []
    here = 0
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end)):
        if not here <= edit.span.start <= edit.span.end <= len(text):
            raise ValueError("edits overlap, or lie outside the text")
        pieces += (text[here : edit.span.start], edit.text)
        here = edit.span.end
    return "".join((*pieces, text[here:]))


def line_end_of(text: str, offset: int) -> str:
    """How lines end around a place: as the one before it, else as the first one."""
    last = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
    found = (
        _LINE_END.match(text, last - (text[last - 1 : last + 1] == "\r\n")) if last >= 0 else None
    )
    found = found or _LINE_END.search(text)
    return found[0] if found else "\n"


def quoted(raw: str) -> str:
    """A stretch of unquoted YAML in quotation marks, its own characters kept.

    Double marks where nothing in it needs a code there, else single ones.
    """
    if '"' in raw or "\\" in raw:
        return "'" + raw.replace("'", "''") + "'"
    return f'"{raw}"'
