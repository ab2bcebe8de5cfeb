"""Texts that a comma tore apart: ``{says: Yes, a problem}`` is a map with two keys for YAML.

What gives it away is a key without a colon between braces. The text is put together again, so that
the mistake is told once and nothing that follows from it.
"""

from __future__ import annotations

import re

from processctl.reading.certain import is_key, quote_stretch
from processctl.reading.edit import TextEdit
from processctl.reading.nodes import Entry, Scalar
from processctl.reading.problem import Problem
from processctl.reading.source import Source, Span
from processctl.texts import say

_NO_COLON = re.compile(r"\s*[,}]")


def mend(source: Source, entries: dict[str, Entry]) -> list[Problem]:
    """Join torn texts among the entries of a map between braces, in place; tell each."""
    if not any(_is_torn(source, entry) for entry in entries.values()):
        return []
    problems = []
    whole: str | None = None
    for key, entry in list(entries.items()):
        if whole is not None and _is_torn(source, entry):
            del entries[key]
            entries[whole] = _joined(source, entries[whole], entry.key.end)
            continue
        if whole is not None:
            problems += _told(source, entries[whole])
        value = entry.value
        can_tear = isinstance(value, Scalar) and value.style == "plain" and value.end > value.start
        whole = key if can_tear else None
    if whole is not None:
        problems += _told(source, entries[whole])
    return problems


def _is_torn(source: Source, entry: Entry) -> bool:
    value = entry.value
    empty = isinstance(value, Scalar) and value.style == "plain" and not value.text
    plain = entry.key.style == "plain"
    return empty and plain and _NO_COLON.match(source.text, entry.key.end) is not None


def _joined(source: Source, entry: Entry, end: int) -> Entry:
    start = entry.value[-2]
    words = " ".join(source.text[start:end].split())
    return Entry(entry.key, Scalar(words, "plain", start, end))


def _told(source: Source, entry: Entry) -> list[Problem]:
    value = entry.value
    if not isinstance(value, Scalar) or "," not in value.text:
        return []
    mark = "'" if '"' in value.text else '"'
    return [
        Problem(
            "invalid-yaml",
            Span(source, value.start, value.end),
            say("This text has a comma: put it in quotes."),
            say("Write {key}: {text}", key=entry.key.text, text=f"{mark}{value.text}{mark}"),
            ids=(entry.key.text,),
            mends=_quoted(source, entry.key.text, value),
        )
    ]


def _quoted(source: Source, key: str, value: Scalar) -> tuple[TextEdit, ...]:
    """Quotation marks around the whole, unless a part of it may be a key that lacks its value."""
    parts = source.text[value.start : value.end].split(",")
    if any(is_key(one.strip()) for one in parts[1:]):
        return ()
    return quote_stretch(source, key, value.start, value.end)
