"""Every word of the schema and of the checks of forms exists in Finnish."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

import processctl.reading
from processctl.reading.form_phrases import ELEMENTS, FORMS, KINDS, WANTED
from processctl.reading.form_schema import definitions, load_schema
from processctl.reading.schema_text import schema_in
from processctl.texts import translator

READING = Path(next(iter(processctl.reading.__path__)))
LOCALE = READING.parent / "locale" / "fi" / "LC_MESSAGES"
# Of the texts themselves, but said in lists of ours.
JOINED = {"{first} and {last}", "{first} or {last}"}
UNCHANGED = {'Write {key}: "{text}"'}


def _templates() -> set[str]:
    said = set()
    for module in READING.glob("form*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                said.add(ast.literal_eval(node.args[0]))
    return said


def _catalogue(name: str) -> dict[str, str]:
    with (LOCALE / f"{name}.po").open("rb") as text:
        return {str(each.id): str(each.string) for each in read_po(text) if each.id}


def _places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_message_is_said_in_finnish_and_nothing_else() -> None:
    assert set(_catalogue("form")) == _templates() | JOINED


@pytest.mark.parametrize("name", ["form", "schema"])
def test_a_translation_is_no_copy_and_has_the_same_places(name: str) -> None:
    for english, finnish in _catalogue(name).items():
        assert finnish, english
        assert finnish.strip() == finnish
        if name == "form":
            assert _places(finnish) == _places(english), english
        words = english.replace('"', "")
        same = english == finnish and english not in UNCHANGED and " " in words
        assert not same, english


def _words(schema: Any, *, is_names: bool = False) -> Iterator[str]:
    """Every title and description; below ``properties`` and ``$defs`` keys are names."""
    if isinstance(schema, dict):
        for key, held in schema.items():
            if not is_names and key in ("title", "description"):
                yield held
            elif is_names or key != "examples":
                yield from _words(held, is_names=key in ("properties", "$defs") and not is_names)


def test_every_word_of_the_schema_is_said_in_finnish_and_nothing_else() -> None:
    assert set(_words(load_schema())) == set(_catalogue("schema"))


def test_the_same_words_mean_the_same_in_both_catalogues() -> None:
    form, schema = _catalogue("form"), _catalogue("schema")
    for english in set(form) & set(schema):
        assert form[english] == schema[english]


def test_the_schema_in_finnish() -> None:
    finnish = schema_in("fi")
    said = _catalogue("schema")
    assert list(_words(finnish)) == [said[word] for word in _words(load_schema())]
    assert _without_words(finnish) == _without_words(load_schema())


def test_the_schema_in_english_is_the_schema() -> None:
    assert schema_in("en") == load_schema()


def _without_words(schema: Any, *, is_names: bool = False) -> Any:
    if not isinstance(schema, dict):
        return schema
    return {
        key: _without_words(held, is_names=key in ("properties", "$defs") and not is_names)
        for key, held in schema.items()
        if is_names or key not in ("title", "description")
    }


def test_every_kind_of_map_is_called_something() -> None:
    maps = {name for name, held in definitions().items() if "properties" in dict(held)}  # type: ignore[call-overload]
    assert set(ELEMENTS) == maps


def test_the_tables_name_what_the_schema_has() -> None:
    assert set(WANTED) <= set(definitions())
    assert set(FORMS) <= set(definitions())


def test_every_form_with_a_pattern_is_an_id_or_has_words_of_its_own() -> None:
    for name, held in definitions().items():
        shape: dict[str, Any] = dict(held)  # type: ignore[call-overload]
        if "pattern" in shape and not shape["pattern"].startswith("^[a-z][a-z0-9_]"):
            assert name in FORMS or name.startswith("new_"), name
        if "type" in shape and "properties" not in shape and "enum" not in shape:
            ids_and_headers = name.startswith(("new_", "header_"))
            assert name in WANTED or ids_and_headers or name == "values", name


@pytest.mark.parametrize("message", [*ELEMENTS.values(), *KINDS.values(), *WANTED.values()])
def test_phrases_are_rendered_in_both_languages(message: Any) -> None:
    assert translator("en").render(message) == message.template
    assert translator("fi").render(message) != message.template
