"""Everything said about a condition is said in Finnish too."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

import processctl.criteria

FOLDER = Path(processctl.criteria.__file__).parent
CATALOGUES = FOLDER.parent / "locale" / "fi" / "LC_MESSAGES"


def _templates() -> set[str]:
    said = set()
    for module in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                template = node.args[0]
                assert isinstance(template, ast.Constant), f"{module.name}:{node.lineno}"
                said.add(str(template.value))
    return said


@pytest.fixture(scope="module")
def catalogue() -> dict[str, Message]:
    return _entries("criteria")


def _entries(domain: str) -> dict[str, Message]:
    with (CATALOGUES / f"{domain}.po").open("rb") as file:
        return {str(message.id): message for message in read_po(file) if message.id}


def test_every_message_is_translated_and_nothing_else(catalogue: dict[str, Message]) -> None:
    said_of_forms_too = _entries("form").keys()  # kinds of values; no message stands in two
    assert _templates() - catalogue.keys() - said_of_forms_too == set()
    assert {word for word, message in catalogue.items() if not message.string} == set()
    assert [word for word, message in catalogue.items() if message.fuzzy] == []


def test_translations_have_the_places_of_their_messages(catalogue: dict[str, Message]) -> None:
    for template, message in catalogue.items():
        assert _places(str(message.string)) == _places(template)


def test_the_catalogue_has_nothing_that_is_not_said(catalogue: dict[str, Message]) -> None:
    assert catalogue.keys() - _templates() == set()


def _places(template: str) -> set[str]:
    return {place for _, place, _, _ in string.Formatter().parse(template) if place is not None}
