"""The schema with its titles and descriptions in a reader's language, for editors to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from processctl.reading.form_schema import load_schema
from processctl.texts import Translator, translator
from processctl.texts.translate import DOMAINS

_TRANSLATED = ("title", "description")


def schema_in(language: str) -> dict[str, object]:
    """The schema, its titles and descriptions said in ``language``."""
    speaker = translator(language)
    # Its own catalogue alone: a short title such as "From" may mean something else in a sentence.
    catalogues = dict(zip(DOMAINS, speaker.catalogues, strict=False))
    own = (catalogues["schema"],) if "schema" in catalogues else ()
    return _said(load_schema(), replace(speaker, catalogues=own))


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
