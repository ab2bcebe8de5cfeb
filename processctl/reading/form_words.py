"""From an error of the schema to words that say what is wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from processctl.reading import form_hints as hints
from processctl.reading.form_keywords import BAD_KEY, FORBIDDEN_KEY, UNKNOWN_KEY
from processctl.reading.form_phrases import (
    EITHER,
    ELEMENTS,
    FORMS,
    ID_TOO_LONG,
    KINDS,
    NOT_AN_ID,
    WANTED,
)
from processctl.reading.form_repair import LONGEST_ID, meant_key
from processctl.reading.form_schema import part
from processctl.texts import Listing, Message, say

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

Path: TypeAlias = "tuple[str | int, ...]"

LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class FormProblem:
    """One mistake in the form of an element.

    Attributes:
        path: From the element to the offending key or value.
        at_key: Whether the key is at fault (one that is unknown, or misses something) rather than
            its value. With an empty path, that is the id of the element itself.
        message: What is wrong.
        hint: How to mend it, where that can be told.
        missing_key: The key that the map at ``path`` lacks, or that its key needs beside it.
        meant: For an unknown key, the key it was most likely meant to be.
    """

    path: Path
    at_key: bool
    message: Message
    hint: Message | None
    missing_key: str | None = None
    meant: str | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error of the schema, with what its words are made from.

    ``definition`` is the name of what was wanted there, and ``key`` the name that the value stands
    under: for an item of a list, the key of the list.
    """

    keyword: str
    path: Path
    key: str
    definition: str
    value: object
    schema: Mapping[str, object]
    detail: str
    fits: Callable[[str], bool]

    @property
    def wanted(self) -> Message:
        """What should stand there."""
        if self.definition in WANTED:
            return WANTED[self.definition]
        words = self.schema.get("enum")
        if isinstance(words, list):
            return say("one of the words {words}", words=Listing(tuple(words), "or"))
        kinds = self.schema.get("type", "object")
        kind = kinds[0] if isinstance(kinds, list) else kinds
        return KINDS[str(kind)]


def explain(trouble: Trouble) -> FormProblem:
    """The words for an error."""
    return _WORDS.get(trouble.keyword, _wrong_kind)(trouble)


def trouble_of(
    error: ValidationError, definition: str, called: str, fits: Callable[[str], bool]
) -> Trouble:
    """Gather what the words for an error are made from; ``called`` names the element itself."""
    path = tuple(error.path)
    key = next((step for step in reversed(path) if isinstance(step, str)), called)
    schema = error.schema if isinstance(error.schema, dict) else {}
    return Trouble(
        str(error.validator), path, key, definition, error.instance, schema, error.message, fits
    )


def _fill(message: Message, value: str) -> Message:
    return replace(message, arguments=(("value", _short(value)),))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"


def _found(value: object) -> Message:
    if isinstance(value, bool):
        return say("the value {value}", value="true" if value else "false")
    if isinstance(value, int | float):
        return say("the number {value}", value=str(value))
    if isinstance(value, str):
        return say('the text "{value}"', value=_short(value))
    return KINDS["array"] if isinstance(value, list) else KINDS["object"]


def _is_empty(value: object) -> bool:
    return value is None or value in ("", [], {})


def _unknown_key(trouble: Trouble) -> FormProblem:
    key, known = trouble.detail, part(trouble.schema, "properties")
    held = trouble.value if isinstance(trouble.value, dict) else {}
    if comma := hints.comma(key, held):
        return FormProblem(trouble.path, True, hints.HAS_COMMA, comma)
    message = say(
        '{element} has no key "{key}".', element=ELEMENTS[trouble.definition], key=_short(key)
    )
    if "says" in known and hints.is_language(key):
        return FormProblem(trouble.path, True, message, hints.UNDER_SAYS, meant="says")
    meant = meant_key(key, set(known) - set(held))
    return FormProblem(trouble.path, True, message, hints.for_key(meant, known), meant=meant)


def _forbidden_key(trouble: Trouble) -> FormProblem:
    return FormProblem(trouble.path, True, EITHER[trouble.detail], None)


def _bad_key(trouble: Trouble) -> FormProblem:
    key = trouble.detail
    held = trouble.value if isinstance(trouble.value, dict) else {}
    if comma := hints.comma(key, held):
        return FormProblem(trouble.path, True, hints.HAS_COMMA, comma)
    if trouble.definition == "text":
        message = say(
            '"{key}" is not a language. Here a text stands for each language, for example "en: …" '
            'and "fi: …".',
            key=_short(key),
        )
        return FormProblem(trouble.path, True, message, None)
    if "not" not in part(trouble.schema, "propertyNames"):  # the id of something declared elsewhere
        return FormProblem(trouble.path, True, _bad_id(key), hints.for_reference(key))
    return _bad_new_id(key, trouble.path)


def _bad_new_id(written: str, path: Path) -> FormProblem:
    message, hint = _bad_id(written), hints.for_new_id(written)
    if written in ("otherwise", "origin"):
        message = say('"{key}" cannot be an id: it has a meaning of its own.', key=written)
    elif written in ("won", "lost"):
        message = say(
            'A stage cannot have the id "{key}": that is a word for an outcome.', key=written
        )
        hint = hints.outcome_stage(written)
    return FormProblem(path, True, message, hint)


def _bad_id(value: str) -> Message:
    return _fill(NOT_AN_ID if len(value) <= LONGEST_ID else ID_TOO_LONG, value)


def _bad_form(trouble: Trouble) -> FormProblem:
    value = str(trouble.value)
    if trouble.definition in ("new_id", "new_stage_id"):
        return _bad_new_id(value, trouble.path)
    form = FORMS.get(trouble.definition)
    message = _fill(form, value) if form else _bad_id(value)
    if trouble.keyword == "format":
        message = say('"{value}" is not a day of the calendar.', value=value)
    hint = hints.for_form(trouble.definition, value, trouble.fits)
    return FormProblem(trouble.path, False, message, hint)


def _wrong_word(trouble: Trouble) -> FormProblem:
    allowed = trouble.schema.get("enum")
    if not isinstance(trouble.value, str) or not trouble.value or not isinstance(allowed, list):
        return _wrong_kind(trouble)
    message = say(
        '"{value}" is not a word that "{key}" knows.', value=_short(trouble.value), key=trouble.key
    )
    return FormProblem(trouble.path, False, message, hints.for_word(trouble.value, allowed))


def _wrong_kind(trouble: Trouble) -> FormProblem:
    if _is_empty(trouble.value):
        return _empty(trouble)
    wanted, found, step = trouble.wanted, _found(trouble.value), trouble.path[-1:]
    if step and isinstance(step[0], int):
        message = say(
            'Each item of "{key}" has to be {wanted}, and item {number} is {found}.',
            key=trouble.key, wanted=wanted, found=found, number=step[0] + 1,
        )  # fmt: skip
    elif trouble.key:
        message = say(
            '"{key}" wants {wanted}, and here stands {found}.',
            key=trouble.key, wanted=wanted, found=found,
        )  # fmt: skip
    else:
        message = say("Here should stand {wanted}, not {found}.", wanted=wanted, found=found)
    hint = hints.for_kind(trouble.definition, trouble.key, trouble.schema, trouble.value)
    return FormProblem(trouble.path, False, message, hint)


def _empty(trouble: Trouble) -> FormProblem:
    step = trouble.path[-1:]
    hint = say("Write {wanted} there, or leave it out.", wanted=trouble.wanted)
    if step and isinstance(step[0], int):
        message = say('Item {number} of "{key}" is empty.', number=step[0] + 1, key=trouble.key)
    elif trouble.key:
        message = say('"{key}" is empty.', key=trouble.key)
    else:
        message = say("This is empty.")
    return FormProblem(trouble.path, False, message, hint)


def _out_of_range(trouble: Trouble) -> FormProblem:
    least, most = trouble.schema.get("minimum", 0), trouble.schema.get("maximum")
    found = _found(trouble.value)
    if most is None:
        message = say(
            '"{key}" wants a number that is {least} or more, and here stands {found}.',
            key=trouble.key, least=str(least), found=found,
        )  # fmt: skip
    else:
        message = say(
            '"{key}" wants a number from {least} to {most}, and here stands {found}.',
            key=trouble.key, least=str(least), most=str(most), found=found,
        )  # fmt: skip
    return FormProblem(trouble.path, False, message, hints.for_share(trouble.value))


def _missing_key(trouble: Trouble) -> FormProblem:
    message = say(
        '{element} needs the key "{key}".',
        element=ELEMENTS[trouble.definition], key=trouble.detail,
    )  # fmt: skip
    at_key = not trouble.path or isinstance(trouble.path[-1], str)
    hint = hints.for_missing(trouble.definition, trouble.detail)
    return FormProblem(trouble.path, at_key, message, hint, missing_key=trouble.detail)


def _missing_companion(trouble: Trouble) -> FormProblem:
    message = say(
        '"{key}" needs the key "{other}" beside it.', key=trouble.key, other=trouble.detail
    )
    hint = hints.for_missing(trouble.definition, trouble.detail)
    return FormProblem(trouble.path, True, message, hint, missing_key=trouble.detail)


def _wrong_count(trouble: Trouble) -> FormProblem:
    if _is_empty(trouble.value):
        return _empty(trouble)
    count = len(trouble.value) if isinstance(trouble.value, list) else 1
    message = say(
        '"{key}" wants a list of exactly two stages, and this one has {count}.',
        key=trouble.key, count=count,
    )  # fmt: skip
    return FormProblem(trouble.path, False, message, None)


def _twice(trouble: Trouble) -> FormProblem:
    items = [str(item) for item in trouble.value] if isinstance(trouble.value, list) else []
    place = next((place for place, item in enumerate(items) if item in items[:place]), 0)
    message = say('"{value}" stands twice in "{key}".', value=_short(items[place]), key=trouble.key)
    return FormProblem((*trouble.path, place), False, message, None)


def _wrong_version(trouble: Trouble) -> FormProblem:
    message = say('"{key}" is the version of the language, and there is only 1.', key=trouble.key)
    return FormProblem(trouble.path, False, message, hints.example("processctl: 1"))


_WORDS: Mapping[str, Callable[[Trouble], FormProblem]] = {
    UNKNOWN_KEY: _unknown_key, FORBIDDEN_KEY: _forbidden_key, BAD_KEY: _bad_key,
    "pattern": _bad_form,
    "not": _bad_form, "format": _bad_form, "enum": _wrong_word, "type": _wrong_kind,
    "minLength": _empty, "minProperties": _empty, "minimum": _out_of_range,
    "maximum": _out_of_range, "required": _missing_key, "dependentRequired": _missing_companion,
    "minItems": _wrong_count, "maxItems": _wrong_count, "uniqueItems": _twice,
    "const": _wrong_version,
}  # fmt: skip
