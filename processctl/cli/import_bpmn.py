"""``processctl import``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from processctl.cli.language import file_language, language_option
from processctl.cli.trouble import TroubleError, UsageError, reason, told
from processctl.cli.write import put, write_atomically
from processctl.texts import say


@click.command(name="import", short_help="Take over a process that was drawn in BPMN.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path, readable=False), metavar="DIR|FILE",
              help="Write processctl.yaml into this folder, or write this file; standard output otherwise.")  # fmt: skip
@click.option("--pool", metavar="NAME", help="The pool to take, where a file has several.")
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
@language_option
def command(
    file: Path, output: Path | None, pool: str | None, force: bool, lang: str | None
) -> None:
    """Make a process of a BPMN 2.0 FILE: its stages, who owns them, where cases go and by when.

    What the diagram says is written, and nothing else; what could not be taken over is told on standard
    error, line by line. What is missing is then found by "processctl lint".

    \b
    Examples:
      processctl import drawn.bpmn -o our-process
      processctl import drawn.bpmn --pool Sales > processctl.yaml
    """
    from processctl.bpmn.found import NoProcessError
    from processctl.bpmn.markup import UnreadableError
    from processctl.bpmn.taken import take_over
    from processctl.texts import translator

    target = _target(output, force=force) if output is not None else None
    data = _read(file)
    try:
        taken = take_over(data, translator(file_language(lang, ())), pool)
    except UnreadableError as error:
        where = say('"{file}" cannot be taken over.', file=str(file))
        if error.line is not None:
            where = say(
                '"{file}" cannot be taken over, at line {line}.', file=str(file), line=error.line
            )
        raise TroubleError(where, error.message, error.hint) from error
    except NoProcessError as error:
        raise TroubleError(error.message, error.hint) from error
    if target is None:
        put(taken.text.encode())
    else:
        _write(target, taken.text)
        click.echo(click.format_filename(target))
    for note in taken.notes:
        click.echo(f"{told(str(file))}:{note.line}: {told(note.message)}", err=True)


def _target(output: Path, *, force: bool) -> Path:
    """The file to write, which is not there yet unless it may be replaced."""
    from processctl.reading.files import MARKER, is_folder

    is_file = output.suffix in (".yaml", ".yml") and not is_folder(output)
    target = output if is_file else output / MARKER
    if os.path.lexists(target) and not force:
        raise UsageError(
            say('"{file}" exists already, and nothing is overwritten.', file=str(target)),
            say("--force replaces it."),
        )
    if is_folder(target):
        raise UsageError(say('"{path}" is a folder; name a file.', path=str(target)))
    return target


def _read(file: Path) -> bytes:
    from processctl.bpmn.markup import LARGEST

    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise TroubleError(
            say('"{file}" cannot be read: {reason}.', file=str(file), reason=reason(error))
        ) from error


def _write(target: Path, text: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TroubleError(
            say(
                '"{folder}" cannot be made: {reason}.',
                folder=str(target.parent),
                reason=reason(error),
            )
        ) from error
    write_atomically(target, text.encode())
