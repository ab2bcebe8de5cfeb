"""The page of a kind of change as Markdown, in a reader's language."""

from __future__ import annotations

from processctl.compare.kind import LEVEL_WORDS, Kind
from processctl.rules.page import Block, blocks, markdown
from processctl.texts import Message, Translator, say

HEADINGS: dict[str, Message] = {
    "What it tells": say("What it tells"),
    "Why it matters": say("Why it matters"),
    "Before": say("Before"),
    "After": say("After"),
}


def kind_page(kind: Kind, speaker: Translator) -> str:
    """The page of a kind of change: its head and its sections."""

    def said(text: str) -> str:
        heading = HEADINGS.get(text)
        return speaker.render(heading) if heading is not None else speaker.phrase(text)

    head = f"*{speaker.render(LEVEL_WORDS[kind.level])} · `processctl diff`*"
    parts = (Block("paragraph", head), *blocks(kind.page))
    return f"# {kind.code} {kind.name}\n\n{markdown(parts, said)}"
