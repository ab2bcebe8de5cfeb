"""The schema for editors: that of the language, with the names and options of all rules in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from processctl.reading.form_schema import Schema, part
from processctl.reading.schema_text import schema_in
from processctl.rules.rule import Rule
from processctl.texts import Translator, page_translator


def editor_schema(language: str, rules: Sequence[Rule]) -> dict[str, object]:
    """The JSON Schema of a workspace file in a language; under ``lint`` it offers the rules."""
    schema = schema_in(language)
    speaker = page_translator(language)
    settable = [rule for rule in rules if rule.family != "PC0"]
    settings = part(part(part(schema, "$defs"), "lint"), "properties")
    _offer(settings, "severity", {rule.name: _severity(rule, speaker) for rule in settable})
    _offer(
        settings,
        "options",
        {rule.name: _options(rule, speaker) for rule in settable if rule.options},
    )
    return schema


def _offer(settings: Schema, key: str, properties: Schema) -> None:
    cast("Schema", settings[key])["properties"] = properties


def _severity(rule: Rule, speaker: Translator) -> Schema:
    return {
        "description": speaker.phrase(rule.summary_in(speaker.language)),
        "$ref": "#/$defs/severity",
    }


def _options(rule: Rule, speaker: Translator) -> Schema:
    return {
        "description": speaker.phrase(rule.summary_in(speaker.language)),
        "type": "object",
        "properties": {
            option.name: {"description": speaker.render(option.says), **option.form}
            for option in rule.options
        },
    }
