"""Quotation marks where they were forgotten: edits that mend a trap, if what was meant is certain.

Certain is what stands behind a key that wants a text or a condition, up to the end of its line, or
between braces up to a comma. A comment in doubt, a text that goes on in the next line, a key that
may hold something else: then a person has to look.
"""

from __future__ import annotations

import re
from functools import lru_cache

from processctl.reading.edit import TextEdit, quoted
from processctl.reading.form_schema import definitions, part
from processctl.reading.nodes import Scalar
from processctl.reading.source import Source, Span

_TEXTS = frozenset({"#/$defs/text", "#/$defs/header_name", "#/$defs/header_about"})
_CONDITIONS = frozenset({"#/$defs/expression", "#/$defs/formula", "#/$defs/when"})
_LANGUAGE = re.compile(r"[a-z]{2}")
_COMMENT = re.compile(r"(?<![ \t])[ \t]++#(?=[ \t]|$)")
_NEW_LINE = re.compile(r"(?:\r\n|\n|\r)(?P<indent> *)(?P<sign>[^\s#])")
_ENDS_BETWEEN_BRACES = re.compile(r"(?<![ \t])[ \t]*+[,}\r\n]")
_NAME = re.compile(r"!([a-z]\w*)")


@lru_cache(maxsize=1)
def _keys() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """All keys of the language, those that may hold a text, those that may hold a condition."""
    every: set[str] = set()
    texts: set[str] = set()
    conditions: set[str] = set()
    for name in definitions():
        for key, schema in part(part(definitions(), name), "properties").items():
            form = schema.get("$ref") if isinstance(schema, dict) else None
            every.add(key)
            texts.update([key] if form in _TEXTS else ())
            conditions.update([key] if form in _CONDITIONS else ())
    return frozenset(every), frozenset(texts), frozenset(conditions)


def is_key(word: str) -> bool:
    """Whether the language has such a key."""
    return word in _keys()[0] or word.startswith("x_")


def wants_condition(key: str) -> bool:
    """Whether a condition may stand under a key."""
    return key in _keys()[2]


def wants_text(key: str) -> bool:
    """Whether a text may stand under a key; a language code holds one."""
    every, texts, _ = _keys()
    return key in texts or (key not in every and _LANGUAGE.fullmatch(key) is not None)


def quote_line(source: Source, key: str, key_start: int, start: int) -> tuple[TextEdit, ...]:
    """Quotation marks around what stands behind a key, from ``start`` to the end of its line."""
    text = source.text
    end = start
    while end < len(text) and text[end] not in "\r\n":
        end += 1
    line_start = max(text.rfind("\n", 0, key_start), text.rfind("\r", 0, key_start)) + 1
    following = _NEW_LINE.search(text, end)
    if following and len(following["indent"]) > key_start - line_start:
        return ()  # the text may go on there
    comment = _COMMENT.search(text, start, end)
    last = comment.start() if comment else end
    return quote_stretch(source, key, start, last)


def quote_hash(
    source: Source, key: Scalar, map_start: int, start: int, end: int
) -> tuple[TextEdit, ...]:
    """Quotation marks around a text from ``start``, cut at ``end`` by a hash that belongs to it."""
    if source.text[map_start : map_start + 1] != "{":
        return quote_line(source, key.text, key.start, start)
    behind = _ENDS_BETWEEN_BRACES.search(source.text, end)
    return quote_stretch(source, key.text, start, behind.start()) if behind else ()


def quote_stretch(source: Source, key: str, start: int, end: int) -> tuple[TextEdit, ...]:
    """Quotation marks around a stretch that is meant as the value of a key."""
    raw = source.text[start:end]
    raw = raw.rstrip()
    if not (wants_text(key) or wants_condition(key)) or not raw or not _is_closed(raw):
        return ()
    return (TextEdit(Span(source, start, start + len(raw)), quoted(raw)),)


def negate(source: Source, key: str, start: int, end: int) -> tuple[TextEdit, ...]:
    """``!ready`` as ``not ready``; what is more than a name is put in quotation marks."""
    raw = source.text[start:end].rstrip()
    name = _NAME.fullmatch(raw)
    if not wants_condition(key) or raw.startswith(("!!", "!<")):
        return ()
    if name is None:
        return quote_stretch(source, key, start, end)
    return (TextEdit(Span(source, start, start + len(raw)), f"not {name[1]}"),)


def _is_closed(raw: str) -> bool:
    """Whether every bracket in a stretch is closed in it, and no line break tears it."""
    depth = 0
    for sign in raw:
        depth += (sign in "([{") - (sign in ")]}")
        if depth < 0 or sign in "\r\n":
            return False
    return depth == 0
