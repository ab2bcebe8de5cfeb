"""A rule's page, cut into what is translated and what stands in every language.

A page is the docstring of the rule's module: Markdown with one sentence first, then sections. Each
paragraph and each item of a list is a message of the catalogue, lines joined, so that a changed
paragraph shows as untranslated; code and headings stay apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["heading", "paragraph", "item", "code"]
_FENCE = "```"
_ITEM = "- "


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a page; ``text`` is without ``##`` and ``-``, code with its fences."""

    kind: Kind
    text: str


def blocks(page: str) -> tuple[Block, ...]:
    """The parts of a page, in order."""
    return tuple(_blocks(page.strip().splitlines()))


def _blocks(lines: list[str]) -> Iterator[Block]:
    said: list[str] = []
    kind: Kind = "paragraph"
    code: list[str] = []
    for line in [*lines, ""]:
        if code or line.startswith(_FENCE):
            code.append(line)
            if len(code) > 1 and line.startswith(_FENCE):
                yield Block("code", "\n".join(code))
                code = []
            continue
        begins = not line.strip() or line.startswith(("## ", _ITEM))
        if begins and said:
            yield Block(kind, " ".join(said))
            said = []
        if line.startswith("## "):
            yield Block("heading", line.removeprefix("## "))
        elif line.strip():
            if not said:
                kind = "item" if line.startswith(_ITEM) else "paragraph"
            said.append(line.removeprefix(_ITEM).strip() if not said else line.strip())


def paragraphs(page: str) -> tuple[str, ...]:
    """What of a page has to be translated, headings apart: they are the same on every page."""
    return tuple(block.text for block in blocks(page) if block.kind in ("paragraph", "item"))


def markdown(parts: tuple[Block, ...], phrase: Callable[[str], str]) -> str:
    """Parts as Markdown again, said by ``phrase``."""
    lines: list[str] = []
    before: Kind | None = None
    for part in parts:
        if lines and not (before == part.kind == "item") and before != "heading":
            lines.append("")
        if part.kind == "code":
            lines.append(part.text)
        else:
            mark = {"heading": "## ", "item": _ITEM}.get(part.kind, "")
            lines.append(f"{mark}{phrase(part.text)}")
        before = part.kind
    return "\n".join(lines) + "\n"
