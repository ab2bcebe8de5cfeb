"""Help in the reader's language: the commands as they are written, with their words translated."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from inspect import cleandoc
from typing import TypeVar

import click

from processctl.texts import Translator

Command = TypeVar("Command", bound=click.Command)

_KEPT = "\b\n"  # what click takes for "do not rewrap"
_PLACE_WORD = re.compile(r"\b[A-Z][A-Z.=]+")
_COMMENT = re.compile(r"(\s*\S.*?\s{2,})(\S.*)")


def in_language(command: Command, speaker: Translator) -> Command:
    """A copy of a command, and of those below it, that helps in one language."""
    context = click.Context(command)
    spoken = copy(command)
    spoken.help = help_text(command.help or "", speaker)
    if command.short_help is not None:
        spoken.short_help = speaker.phrase(command.short_help)
    if command.options_metavar is not None:
        spoken.options_metavar = _place(command.options_metavar, speaker)
    spoken.params = [_parameter(one, context, speaker) for one in command.params]
    if isinstance(spoken, click.Group):
        spoken.subcommand_metavar = _place(spoken.subcommand_metavar, speaker)
        spoken.commands = {name: in_language(one, speaker) for name, one in spoken.commands.items()}
    return spoken


def help_text(text: str, speaker: Translator) -> str:
    """A text of paragraphs, each said in one language."""
    return "\n\n".join(_paragraph(one, speaker) for one in cleandoc(text).split("\n\n"))


def _paragraph(text: str, speaker: Translator) -> str:
    """One paragraph; of examples the heading is said, and the comments behind the commands."""
    if not text.startswith(_KEPT):
        return speaker.phrase(" ".join(text.split()))
    heading, *examples = text.removeprefix(_KEPT).splitlines()
    return _KEPT + "\n".join(
        [speaker.phrase(heading), *(_example(one, speaker) for one in examples)]
    )


def _example(line: str, speaker: Translator) -> str:
    commented = _COMMENT.fullmatch(line)
    return f"{commented[1]}{speaker.phrase(commented[2])}" if commented else line


def _parameter(
    parameter: click.Parameter, context: click.Context, speaker: Translator
) -> click.Parameter:
    spoken = copy(parameter)
    if isinstance(spoken, click.Option):
        spoken.help = speaker.phrase(spoken.help or "")
        if spoken.is_flag:
            return spoken
    spoken.metavar = _place(parameter.make_metavar(context), speaker)
    return spoken


def _place(metavar: str, speaker: Translator) -> str:
    """What stands for a value in a line of usage: its words in capitals, each by itself."""
    return _PLACE_WORD.sub(lambda word: speaker.phrase(word[0]), metavar)


@contextmanager
def click_in_language(language: str) -> Iterator[None]:
    """Let click say its own words in a language, by what gettext has for that.

    These are settings of the whole process, so they hold for a while only.
    """
    if language == "en":
        yield
        return
    import gettext

    from processctl.texts import catalogues

    domain, wanted = gettext.textdomain(), os.environ.get("LANGUAGE")
    with catalogues() as folder:
        gettext.bindtextdomain("click", str(folder))
        gettext.textdomain("click")
        os.environ["LANGUAGE"] = language
        try:
            yield
        finally:
            gettext.textdomain(domain)
            if wanted is None:
                del os.environ["LANGUAGE"]
            else:
                os.environ["LANGUAGE"] = wanted
