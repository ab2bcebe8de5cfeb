"""Soft hyphens in long words where columns are narrow: on printed sheets, and in tables."""

from __future__ import annotations

import re

from processctl.texts.hyphens import softened

_NARROW = {
    True: re.compile(r"<dl>.*?</dl>", re.DOTALL),
    False: re.compile(r"<table>.*?</table>", re.DOTALL),
}
_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")


def hyphenated(html: str, language: str, *, is_sheet: bool) -> str:
    """A page of ours with soft hyphens in what people read, never in addresses or other attributes."""
    return _NARROW[is_sheet].sub(
        lambda part: _TEXT.sub(lambda text: softened(text[0], language), part[0]), html
    )
