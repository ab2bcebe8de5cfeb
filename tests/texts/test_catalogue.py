"""Finnish is complete: every message the code can say, and nothing that it no longer says."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from processctl.compare.kinds import KINDS
from processctl.reading.form_schema import load_schema
from processctl.rules import RULES
from processctl.rules.page import paragraphs
from processctl.texts import Listing, Quantity, Text, say, translator
from tests.texts.templates import PACKAGE, templates

CATALOGUES = sorted((PACKAGE / "locale" / "fi" / "LC_MESSAGES").glob("*.po"))
ELSEWHERE = {"schema", "help", "click"}  # what they have to hold is not in the code's messages
CODE = [file for file in CATALOGUES if file.stem not in ELSEWHERE]


def entries(file: Path) -> dict[str, str]:
    """The translations of a catalogue; of a plural both forms."""
    found: dict[str, str] = {}
    with file.open("rb") as stream:
        for message in read_po(stream):
            ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
            strings = (
                message.string if isinstance(message.string, tuple | list) else (message.string,)
            )
            if ids[0]:
                assert not message.fuzzy, ids
                found.update(zip(ids, (str(one) for one in strings), strict=True))
    return found


@cache
def said() -> dict[str, str]:
    pages = {text: rule.code for rule in RULES for text in paragraphs(rule.page)}
    changes = {text: kind.code for kind in KINDS for text in paragraphs(kind.page)}
    return {**templates(), **changes, **pages}


def test_every_message_has_a_finnish_one() -> None:
    known: dict[str, str] = {}
    for file in CODE:
        known |= entries(file)
    missing = {template: place for template, place in said().items() if not known.get(template)}
    assert missing == {}


def test_no_message_is_left_over() -> None:
    left = {one: file.name for file in CODE for one in entries(file) if one not in said()}
    assert left == {}


def test_no_message_stands_in_two_catalogues() -> None:
    seen: dict[str, str] = {}
    for file in CODE:
        if not file.stem.startswith("pages"):
            for one in entries(file):
                assert one not in seen, (one, file.name, seen[one])
                seen[one] = file.name


def test_a_paragraph_of_several_pages_is_the_same_in_all() -> None:
    seen: dict[str, str] = {}
    for file in CODE:
        if file.stem.startswith("pages"):
            for english, finnish in entries(file).items():
                assert seen.setdefault(english, finnish) == finnish, (file.name, english)


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_places_are_the_same_in_both_languages(file: Path) -> None:
    for english, finnish in entries(file).items():
        if file.stem in ELSEWHERE or file.stem.startswith("pages"):
            continue
        assert _places(english) == _places(finnish), english


def _places(template: str) -> set[str]:
    return set(re.findall(r"(?<!\{)\{(\w+)\}", template))


def test_the_schema_is_told_in_finnish() -> None:
    known = entries(next(file for file in CATALOGUES if file.stem == "schema"))
    texts: set[str] = set()

    def collect(node: object) -> None:
        if isinstance(node, dict):
            texts.update(
                node[key] for key in ("title", "description") if isinstance(node.get(key), str)
            )
            for value in node.values():
                collect(value)
        elif isinstance(node, list):
            for value in node:
                collect(value)

    collect(dict(load_schema()))
    assert {text for text in texts if not known.get(text)} == set()


def test_arguments_are_shown_in_the_language() -> None:
    finnish = translator("fi")
    assert finnish.render(Quantity("{count} day", "{count} days", 1)) == "1 päivä"
    assert finnish.render(Quantity("{count} day", "{count} days", 3)) == "3 päivää"
    assert finnish.render(Listing(("a", "b", "c"))) == '"a", "b" ja "c"'
    assert finnish.render(Listing(("a", "b"), "or", quoted=False)) == "a tai b"
    assert finnish.render(Text((("en", "Offer"), ("fi", "Tarjous")))) == "Tarjous"
    assert translator("en").render(Text((("fi", "Tarjous"),))) == "Tarjous"


def test_a_name_with_braces_is_only_a_name() -> None:
    message = say('Stage "{stage}" has no owner.', stage="{0.__class__} {stage}")
    assert translator("en").render(message) == 'Stage "{0.__class__} {stage}" has no owner.'


# What is not written, and which word stands for the thing instead.
OTHER_WORDS = {
    "siirto": "siirtymä: the exit of a stage",
    "tunnuksessa": "tunniste: an id; a tunnus is an account somewhere",
    "taito": "osaaminen: a skill",
    "parannus": "kehityskohde: an improvement",
    "riita": "ristiriita: a conflict",
    "katselmus": "katselmointi: a review",
    "esimies": "vetäjä: the lead of a team",
}


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_one_thing_has_one_word(file: Path) -> None:
    told = [text.lower().replace("siirro", "siirto") for text in entries(file).values()]
    found = [(word, text) for text in told for word in OTHER_WORDS if re.search(rf"\b{word}", text)]
    assert found == []
