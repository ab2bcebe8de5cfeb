"""Which language to speak: asked for, else the locale's on a terminal, else the process's."""

from __future__ import annotations

import os
import sys
from itertools import pairwise, takewhile

import click

from processctl.texts import LANGUAGES


def _asked_above(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    """What was asked for here, else before the command: ``processctl --lang fi lint``."""
    if value is None and context.parent is not None:
        above: str | None = context.parent.params.get(parameter.name or "")
        return above
    return value


language_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    callback=_asked_above,
    help="Language of the words; on a terminal the locale's otherwise.",
)


def spoken_language() -> str:
    """The language of help and of errors, which come before the options are read, or instead."""
    return terminal_language(_asked_anywhere(sys.argv[1:]))


def _asked_anywhere(arguments: list[str]) -> str | None:
    """The last language that a command line asks for, of those that processctl speaks."""
    asked = None
    options = takewhile(lambda word: word != "--", arguments)
    for word, following in pairwise([*options, ""]):
        name, equals, value = word.partition("=")
        said = value if equals else following
        if name == "--lang" and said in LANGUAGES:
            asked = said
    return asked


def terminal_language(asked: str | None) -> str:
    """``--lang``, then the locale's messages, then English."""
    if asked is not None:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            code = value.split(".")[0].split("_")[0].lower()
            return code if code in LANGUAGES else "en"
    return "en"


def file_language(asked: str | None, process_languages: tuple[str, ...]) -> str:
    """``--lang``, then the process's first language that processctl speaks, then English.

    What is written to a file must not depend on who wrote it where.
    """
    if asked is not None:
        return asked
    return next((language for language in process_languages if language in LANGUAGES), "en")
