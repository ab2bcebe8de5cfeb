"""Marks of YAML that a line shows by itself: keys, quotes."""

from __future__ import annotations

import re

# A key, quoted or plain, with the colon that makes it one.
KEY = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#&*!|>'"%@`\[\]{},-][^#\r\n]*?|-[^\s#][^#\r\n]*?)[ \t]*:(?=\s|$)"""
)
TOP_KEY = re.compile(f"^{KEY.pattern}", re.MULTILINE)


def unquoted(raw: str) -> str:
    """A key without its quotation marks."""
    return raw[1:-1] if raw[:1] in ("'", '"') and raw[-1:] == raw[:1] and len(raw) > 1 else raw


def closing(text: str, at: int, end: int) -> int | None:
    """Where the quoted text that begins at an offset is closed."""
    quote = text[at]
    here = at + 1
    while here < end:
        if text[here] == "\\" and quote == '"':
            here += 2
            continue
        if text[here] == quote:
            if quote == "'" and text[here + 1 : here + 2] == "'":
                here += 2
                continue
            return here
        here += 1
    return None
