"""Maps between braces and lists between brackets, on one line."""

from __future__ import annotations

from processctl.fmt.quotes import one_key, one_line
from processctl.fmt.scalars import is_one_paragraph
from processctl.fmt.tree import Entry, Leaf, Value


def inline(value: Value, room: int) -> str | None:
    """A value on one line of at most ``room`` columns; None where it does not fit or holds comments."""
    anchor = f"&{value.anchor} " if value.anchor is not None else ""
    if isinstance(value, Leaf):
        if "\n" in value.raw and not is_one_paragraph(value.value):
            return None
        text = anchor + one_line(value, flow=True)
        return text if len(text) <= room else None
    if value.tail or any(part.banner for part in value.parts):
        return None
    taken = len(anchor) + 2
    parts: list[str] = []
    for entry in value.entries:
        part = _entry(entry, room - taken)
        if part is None:
            return None
        parts.append(part)
        taken += len(part) + 2
    if parts and taken - 2 > room:
        return None
    opening, closing = "{}" if value.is_map else "[]"
    return f"{anchor}{opening}{', '.join(parts)}{closing}"


def _entry(entry: Entry, room: int) -> str | None:
    if entry.above or entry.beside or entry.inside or entry.below:
        return None
    if entry.key is None:
        return inline(entry.value, room)
    anchor = f"&{entry.key.anchor} " if entry.key.anchor is not None else ""
    key = anchor + one_key(entry.key, flow=True) + ": "
    value = inline(entry.value, room - len(key))
    return None if value is None else key + value
