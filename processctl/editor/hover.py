"""What is read of the place under the pointer."""

from __future__ import annotations

from collections.abc import Iterable

from processctl.editor.meanings import about, key_page
from processctl.editor.notes import Note
from processctl.editor.target import target_at
from processctl.journey import Journey
from processctl.reading.source import Source, Span
from processctl.reports.markdown_text import shown
from processctl.rules.page import blocks, markdown
from processctl.texts import page_translator


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
    for note in notes:
        if note.span.start <= offset <= note.span.end and note.span.source.text == source.text:
            parts.append(_why(note, language))
            span = span if target is not None else note.span
    return (span, "\n\n---\n\n".join(parts)) if parts else None


def _why(note: Note, language: str) -> str:
    """What a rule checks and why that matters: the beginning of its page."""
    from processctl.lint.plugins import registry

    head = f"**{note.code} {shown(note.rule)}**"
    rule = next((one for one in registry().rules if one.code == note.code), None)
    if rule is None:
        return head
    pages = page_translator(language)
    found = blocks(rule.pages.get(language, rule.page))
    told = []
    for number, block in enumerate(found):
        if block.kind == "heading" and block.text in ("What it checks", "Why it matters"):
            told += [one for one in found[number + 1 : number + 2] if one.kind == "paragraph"]
    return f"{head}\n\n{markdown(tuple(told), pages.phrase)}"
