"""What is read of the place under the pointer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from processctl.editor.cursor import Cursor, cursor_at
from processctl.editor.expressions import field_of_text, function_meaning
from processctl.editor.meanings import about, about_option, key_page
from processctl.editor.notes import Note
from processctl.editor.shapes import shape_at
from processctl.editor.target import source_word, target_at, word_at
from processctl.editor.wanted import is_condition
from processctl.journey import Journey
from processctl.reading.source import Source, Span
from processctl.reports.markdown_text import code, shown
from processctl.rules.page import blocks, markdown
from processctl.rules.rule import Rule
from processctl.texts import page_translator, translator

OF_RULES = (("lint", "severity"), ("lint", "options"))


def hover(
    source: Source, offset: int, names: Journey, notes: Iterable[Note], language: str
) -> tuple[Span, str] | None:
    """A stretch and the Markdown that is shown of it; None where there is nothing to say."""
    target = target_at(source, offset, names.model, language)
    parts: list[str] = []
    span = target.span if target is not None else Span(source, offset, offset)
    if target is not None and target.named is not None:
        parts.append(about(target.named, names, language))
    elif target is not None and target.key is not None:
        parts.append(key_page(target.key))
    else:
        found = next(_other(source, offset, names, language), None)
        if found is not None:
            span = found[0]
            parts.append(found[1])
    told = {note.code for note in notes if _is_at(note, source, offset)}
    for note in notes:
        if note.code in told and _is_at(note, source, offset):
            told.remove(note.code)  # the same page once
            parts.append(_why(note, language))
            span = span if target is not None else note.span
    return (span, "\n\n---\n\n".join(parts)) if parts else None


def _is_at(note: Note, source: Source, offset: int) -> bool:
    return note.span.start <= offset <= note.span.end and note.span.source.text == source.text


def _other(
    source: Source, offset: int, names: Journey, language: str
) -> Iterator[tuple[Span, str]]:
    """What stands there that is no name of an element and no key: options, functions, rules."""
    span = word_at(source, offset)
    if span is None:
        return
    cursor = cursor_at(source.text, span.end)
    shape = shape_at(cursor.path, language)
    if shape is None:
        return
    if cursor.path[-1:] == ("ignore",) or cursor.path in OF_RULES:
        yield from _rule_page(cursor, span, language)
    elif cursor.role == "none":
        return
    elif is_condition(shape):
        yield from _in_condition(cursor, span, names, language)
    elif "value" in shape.definitions:
        name = next((one for one in reversed(cursor.path) if isinstance(one, str)), "")
        field = names.model.fields.get(name)
        found = about_option(field, source_word(span, cursor), language) if field else None
        if found is not None:
            yield span, found


def _in_condition(
    cursor: Cursor, span: Span, names: Journey, language: str
) -> Iterator[tuple[Span, str]]:
    text = span.source.text
    word = text[span.start : span.end]
    field = field_of_text(
        names.model, text[cursor.start : span.start], text[span.end : cursor.end], cursor.quote
    )
    if field is not None:
        found = about_option(field, word, language)
        if found is not None:
            yield span, found
        return
    meaning = function_meaning(word, translator(language))
    if meaning is not None:
        yield span, f"{code(meaning[0])}\n\n{shown(meaning[1])}"


def _rule_page(cursor: Cursor, span: Span, language: str) -> Iterator[tuple[Span, str]]:
    from processctl.lint.plugins import registry

    start = cursor.start
    end = max(cursor.end, span.end)
    name = source_word(span, cursor)
    for rule in registry().rules:
        if rule.name == name:
            yield Span(span.source, start, end), _page(rule, language)


def _why(note: Note, language: str) -> str:
    """What a rule checks and why that matters."""
    from processctl.lint.plugins import registry

    rule = next((one for one in registry().rules if one.code == note.code), None)
    return _page(rule, language) if rule is not None else f"**{note.code} {shown(note.rule)}**"


def _page(rule: Rule, language: str) -> str:
    """The beginning of the page of a rule."""
    pages = page_translator(language)
    found = blocks(rule.pages.get(language, rule.page))
    told = []
    for number, block in enumerate(found):
        if block.kind == "heading" and block.text in ("What it checks", "Why it matters"):
            told += [one for one in found[number + 1 : number + 2] if one.kind == "paragraph"]
    words = markdown(tuple(told), pages.phrase).strip()
    return f"**{rule.code} {shown(rule.name)}**\n\n{words}"
