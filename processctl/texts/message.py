"""Messages as data: what is to be said, kept apart from the language it is said in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

LEFT_OUT = "…"
"""Stands for the middle of what is too long to be told, such as a way of stages; no id is this."""


@dataclass(frozen=True, slots=True)
class Text:
    """A user's own words, in one or several languages.

    ``versions`` holds (language, words) in the order written; a plain string has the language ``""``.
    """

    versions: tuple[tuple[str, str], ...]

    def in_language(self, language: str) -> str:
        """The words in ``language``, else those valid in every language, else the first written."""
        for wanted in (language, ""):
            for code, words in self.versions:
                if code == wanted:
                    return words
        return self.versions[0][1] if self.versions else ""

    @property
    def languages(self) -> frozenset[str]:
        """The languages given; empty for words that are the same in every language."""
        return frozenset(code for code, _ in self.versions if code)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted noun; ``one`` and ``many`` are message templates that hold ``{count}``."""

    one: str
    many: str
    count: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Several arguments shown as one list, each in quotes when ``quoted``, joined by a word."""

    items: tuple[Argument, ...]
    word: Literal["and", "or"] = "and"
    quoted: bool = True


Argument: TypeAlias = "str | int | Text | Quantity | Listing | Message"


@dataclass(frozen=True, slots=True)
class Message:
    """An English template with ``{named}`` places, and what stands in them.

    ``versions`` are the template in other languages, for those whose words are in no catalogue of
    ours: the rules of other packages.
    """

    template: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    versions: tuple[tuple[str, str], ...] = ()


def say(template: str, **arguments: Argument) -> Message:
    """Make a message. The template is looked up in the catalogue, so it has to be a literal."""
    return Message(template, tuple(sorted(arguments.items())))


def say_in(versions: Mapping[str, str], **arguments: Argument) -> Message:
    """Make a message that brings its own words: templates by language, English (``en``) among them.

    Raises:
        KeyError: the English words are missing.
    """
    others = tuple(sorted((one, words) for one, words in versions.items() if one != "en"))
    return Message(versions["en"], tuple(sorted(arguments.items())), others)
