"""What the help of the commands says, read off the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import click

from processctl.cli.group import program
from processctl.cli.spoken import in_language
from processctl.texts import Translator


@dataclass(frozen=True)
class Recorder(Translator):
    """Says everything in English, and keeps what it was asked to say."""

    said: list[str] = field(default_factory=list)

    def phrase(self, template: str) -> str:
        """The template, kept."""
        self.said.append(template)
        return template


@cache
def commands() -> dict[tuple[str, ...], click.Command]:
    """Every command and group, by the words that call it; the program itself by none."""
    return dict(_below((), program))


def _below(
    words: tuple[str, ...], command: click.Command
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield words, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None, name
            yield from _below((*words, name), found)


@cache
def said_by(words: tuple[str, ...]) -> tuple[str, ...]:
    """The texts of one command's help, in English."""
    recorder = Recorder("en", ())
    command = in_language(commands()[words], recorder)
    if isinstance(command, click.Group):
        context = click.Context(command)
        below = [command.get_command(context, name) for name in command.list_commands(context)]
        recorder.said.extend(one.short_help or "" for one in below if one is not None)
    return tuple(dict.fromkeys(recorder.said))
