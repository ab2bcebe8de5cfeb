"""``processctl init``."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from importlib import resources
from pathlib import Path

import click

from processctl.cli.interview import ask_all, at_terminal
from processctl.cli.language import language_option, terminal_language
from processctl.cli.trouble import TroubleError, UsageError, reason
from processctl.cli.write import write_atomically
from processctl.texts import say

SCHEMA_FILE = "processctl.schema.json"


@click.command(name="init", short_help="Begin a process: answer some questions, or take a starter.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--ask/--starter",
    "asks",
    default=None,
    help="Ask, and write what was answered; or write a starter to change. On a terminal it asks.",
)
@language_option
def command(folder: Path, asks: bool | None, lang: str | None) -> None:
    """Begin a process in DIR, with the schema for your editor beside it.

    On a terminal you are asked how leads are born, handed over and looked after, one question at a
    time. What you answer is written, and nothing else: what is missing is found by "processctl lint".
    Elsewhere a commented starter is written, the process of a small company to change.

    Nothing that exists is overwritten.

    \b
    Examples:
      processctl init our-process
      processctl init polku --lang fi
      processctl init our-process --starter
    """
    from processctl.lint.plugins import registry
    from processctl.reading.files import MARKER, is_folder, workspace_above
    from processctl.reports.editor_schema import editor_schema

    language = terminal_language(lang)
    target = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() follows links
    if os.path.lexists(target) and not is_folder(target):
        raise UsageError(say('"{path}" is a file; name a folder.', path=str(folder)))
    existing = next((one for one in (target, *target.parents) if is_folder(one)), target)
    above = workspace_above(existing)
    if above is not None:
        raise UsageError(
            say(
                '"{folder}" lies in a workspace already: {marker} exists.',
                folder=str(folder),
                marker=str(above / MARKER),
            )
        )
    for name in (MARKER, SCHEMA_FILE):
        if os.path.lexists(target / name):
            raise UsageError(
                say('"{file}" exists already, and nothing is overwritten.', file=str(folder / name))
            )
    if asks if asks is not None else at_terminal():
        marker = _interview(language)
    else:
        marker = resources.files("processctl").joinpath("starter", f"{language}.yaml").read_bytes()
    schema = (
        json.dumps(editor_schema(language, registry().rules), ensure_ascii=False, indent=2) + "\n"
    )
    with ExitStack() as undo:
        for missing in reversed(missing_folders(target)):
            undo.callback(_remove, missing.rmdir)
        try:
            target.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise TroubleError(
                say(
                    '"{folder}" cannot be made: {reason}.',
                    folder=str(folder),
                    reason=reason(error),
                )
            ) from error
        write_atomically(target / SCHEMA_FILE, schema.encode())
        undo.callback(_remove, (target / SCHEMA_FILE).unlink)
        write_atomically(target / MARKER, marker)
        undo.pop_all()  # all is written: nothing is to be taken back
    click.echo(click.format_filename(folder / MARKER))
    click.echo(click.format_filename(folder / SCHEMA_FILE))


def _interview(language: str) -> bytes:
    """The file that comes of what somebody answers."""
    from processctl.fmt import Formatted, format_text
    from processctl.interview.questions import SCRIPT
    from processctl.interview.write import process_file
    from processctl.texts import translator

    speaker = translator(language)
    written = process_file(ask_all(SCRIPT, speaker), speaker)
    formatted = format_text(written)
    return (formatted.text if isinstance(formatted, Formatted) else written).encode()


def missing_folders(target: Path) -> list[Path]:
    """The folders that have to be made for ``target`` to be there, the innermost first."""
    return [one for one in (target, *target.parents) if not os.path.lexists(one)]


def _remove(remove: Callable[[], None]) -> None:
    """Take back what was made before something failed, as far as it can be."""
    with suppress(OSError):
        remove()
