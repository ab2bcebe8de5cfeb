"""Moves comments that cannot stand where they stood, within the element that they speak of."""

from __future__ import annotations

import re

from processctl.fmt.tree import Document, Entry, Leaf, Value

_NUMBERED = re.compile(r"#[0-9]")  # behind a plain text, reading takes it for a part of the text


def settle(document: Document) -> None:
    """Give every comment a place where it can be printed and is read back as what it was."""
    holder, root = document.holder, document.root
    if not document.explicit and root.anchor is None:
        root.tail[:0], holder.beside = holder.beside, []
    if holder.above and root.parts:
        root.parts[0].banner[:0], holder.above = holder.above, []
        root.parts[0].tight = False
    _settle_below(root)


def _settle_below(value: Value) -> None:
    if isinstance(value, Leaf):
        return
    for entry in value.entries:
        _settle_entry(entry)
        _settle_below(entry.value)


def _settle_entry(entry: Entry) -> None:
    value = entry.value
    if not isinstance(value, Leaf):
        if not value.parts:
            entry.inside, value.tail = value.tail + entry.inside, []
        return
    if not entry.beside:
        return
    numbered = _NUMBERED.match(entry.beside[0].text) is not None and not value.is_block
    if numbered and value.style in ("single", "double"):
        value.quoted = True
    elif numbered and value.style != "alias":
        entry.above += entry.beside
        entry.beside = []
