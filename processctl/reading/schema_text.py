"""The schema with its titles and descriptions in a reader's language, for editors to show."""

from __future__ import annotations

from collections.abc import Mapping

from processctl.reading.form_schema import load_schema
from processctl.texts import Translator, schema_translator

_TRANSLATED = ("title", "description")


def schema_in(language: str) -> dict[str, object]:
    """The schema, its titles and descriptions said in ``language``."""
    return _said(load_schema(), schema_translator(language))


def _said(schema: Mapping[str, object], speaker: Translator) -> dict[str, object]:
    made: dict[str, object] = {}
    for keyword, held in schema.items():
        if keyword in _TRANSLATED and isinstance(held, str):
            made[keyword] = speaker.phrase(held)
        elif isinstance(held, dict):
            made[keyword] = _said(held, speaker)
        else:
            made[keyword] = held  # lists hold words, types and examples, which have no language
    return made
