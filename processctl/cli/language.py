"""Which language to speak: asked for, else the locale's on a terminal, else the process's."""

from __future__ import annotations

import os

import click

from processctl.texts import LANGUAGES

language_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Language of the words; on a terminal the locale's otherwise.",
)


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
