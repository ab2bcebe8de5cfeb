"""A mistake in the form of an element: what the schema found, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from processctl.reading.form_phrases import ID_TOO_LONG, KINDS, NOT_AN_ID, WANTED
from processctl.reading.form_repair import LONGEST_ID
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


def short(text: str) -> str:
    """A text on one line, cut where it is too long to be read in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"


def about(message: Message, value: str) -> Message:
    """A message about a value, with the value in it."""
    return Message(message.template, (("value", short(value)),))


def no_id(value: str) -> Message:
    """That a text is no id."""
    return about(NOT_AN_ID if len(value) <= LONGEST_ID else ID_TOO_LONG, value)
