"""What a place in a file speaks of: an element by its name, or a key of the language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from processctl.editor.cursor import Cursor, cursor_at
from processctl.editor.elements import Named, find
from processctl.editor.shapes import Key, shape_at
from processctl.editor.wanted import (
    IN_CONDITIONS,
    is_condition,
    sections_of_keys,
    sections_wanted,
)
from processctl.model.model import SECTIONS, Model
from processctl.reading.problem import Path
from processctl.reading.source import Source, Span

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True)
class Target:
    """What stands at a place. ``named`` is what it names; ``wanted`` are the sections it may be of."""

    span: Span
    word: str
    path: Path
    named: Named | None = None
    key: Key | None = None
    wanted: tuple[str, ...] = ()
    is_declaration: bool = False


def target_at(source: Source, offset: int, model: Model, language: str) -> Target | None:
    """What stands at an offset; None where nothing is known of it."""
    span = word_at(source, offset)
    if span is None:
        return None
    word = source.text[span.start : span.end]
    cursor = cursor_at(source.text, span.end)
    if cursor.role in ("key", "either") and cursor.start <= span.start:
        found = _key(cursor, span, word, model, language)
        if found is not None:
            return found
    if cursor.role in ("value", "either") and cursor.start <= span.start:
        return _value(cursor, span, word, model, language)
    return None


def word_at(source: Source, offset: int) -> Span | None:
    """The word around an offset, or that ends there."""
    start = source.text.rfind("\n", 0, offset) + 1
    end = source.text.find("\n", offset)
    for found in _WORD.finditer(source.text, start, end if end >= 0 else len(source.text)):
        if found.start() <= offset <= found.end():
            return Span(source, *found.span())
    return None


def _key(cursor: Cursor, span: Span, word: str, model: Model, language: str) -> Target | None:
    shape = shape_at(cursor.path, language)
    if shape is None:
        return None
    whole = source_word(span, cursor)
    declares = _section_of_declaration(cursor.path)
    if declares is not None:
        named = find(model, (declares,), whole)
        return Target(span, whole, cursor.path, named, None, (declares,), is_declaration=True)
    keys = shape.keys
    if whole in keys:
        return Target(span, whole, (*cursor.path, whole), key=keys[whole])
    wanted = sections_of_keys(shape)
    if wanted:
        return Target(span, word, cursor.path, find(model, wanted, word), None, wanted)
    return None


def source_word(span: Span, cursor: Cursor) -> str:
    """All of a key, also where it is no single word."""
    return span.source.text[cursor.start : max(cursor.end, span.end)].strip()


def _section_of_declaration(path: Path) -> str | None:
    if len(path) == 1 and path[0] in SECTIONS:
        return str(path[0])
    if path in (("process", "outcomes"), ("process", "phases")):
        return str(path[1])
    return None


def _value(cursor: Cursor, span: Span, word: str, model: Model, language: str) -> Target | None:
    shape = shape_at(cursor.path, language)
    if shape is None:
        return None
    text = span.source.text[cursor.start : cursor.end]
    wanted = sections_wanted(shape, cursor.path)
    if not wanted and is_condition(shape):
        if _inside_marks(span.source.text[cursor.start : span.start]):
            return None
        wanted = IN_CONDITIONS
    elif not wanted and "deadline" in shape.definitions and " since " in text:
        wanted = ("stages", "fields")
    elif wanted and text.strip() != word:
        return None
    if not wanted:
        return None
    named = find(model, wanted, word)
    return Target(span, word, cursor.path, named, None, wanted)


def _inside_marks(before: str) -> bool:
    return before.count('"') % 2 == 1 or before.count("'") % 2 == 1
