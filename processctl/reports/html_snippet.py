"""The lines around a finding, cut into what stands before, in and behind it."""

from __future__ import annotations

from typing import NamedTuple

from processctl.reading.source import Span
from processctl.reports.telling import plain

_LONGEST_LINE = 160
_AROUND = 1


class Line(NamedTuple):
    """A line of a file; ``marked`` is empty where the finding does not stand on it."""

    number: int
    before: str
    marked: str
    after: str
    is_hit: bool


def snippet(span: Span) -> list[Line]:
    """The line that a finding begins on, and its neighbours; nothing of an empty file."""
    if not span.source.text:
        return []
    (line, column), (last_line, last_column) = span.first, span.last
    end_of_file, _ = span.source.position(len(span.source.text))
    shown = []
    for number in range(max(1, line - _AROUND), min(end_of_file, line + _AROUND) + 1):
        raw = span.source.line(number)
        if number != line:
            if raw.strip():
                shown.append(Line(number, _cut(raw), "", "", is_hit=False))
            continue
        end = last_column - 1 if last_line == line else len(raw)
        # Of a long line its beginning is left out, so that the finding is seen.
        start = max(0, column - 1 - _LONGEST_LINE // 2) if len(raw) > _LONGEST_LINE else 0
        before = ("…" if start else "") + _shown(raw[start : column - 1])
        marked, after = raw[column - 1 : end], raw[end : start + _LONGEST_LINE]
        shown.append(Line(number, before, _cut(marked), _shown(after), is_hit=True))
    return shown


def _cut(text: str) -> str:
    return _shown(text) if len(text) <= _LONGEST_LINE else f"{_shown(text[:_LONGEST_LINE])}…"


def _shown(text: str) -> str:
    return plain(text.replace("\t", "    "))
