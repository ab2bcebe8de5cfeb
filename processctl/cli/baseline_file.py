"""The file of a baseline on the command line: found and read, or refused with what is wrong with it."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable
from pathlib import Path

from processctl.cli.trouble import UsageError
from processctl.lint.baseline import FILE_NAME, Baseline
from processctl.lint.baseline_file import read_baseline
from processctl.reading.files import (
    MARKER,
    Unreadable,
    is_folder,
    read_text,
    repository_above,
)
from processctl.reading.json_text import BadJson
from processctl.reading.limits import Limits
from processctl.reading.nearest import nearest
from processctl.reading.source import Source
from processctl.reading.tree import Tree
from processctl.texts import Message, say


def open_baseline(file: Path, roots: Iterable[Path], limits: Limits) -> Baseline:
    """The baseline in a file, for the workspaces in ``roots``.

    Raises:
        UsageError: it is not there, not understood, or not where those workspaces are.
    """
    if not os.path.lexists(file):
        raise UsageError(
            say('There is no baseline "{file}".', file=str(file)),
            _near(file) or say('"{command}" writes one.', command=update_command(file)),
        )
    check_place(file, roots)
    return _read(file, read_text(file, repository_above(file) or file.parent, limits.file_size))


def baseline_in(tree: Tree, file: Path, limits: Limits) -> Baseline:
    """The baseline in a file as a tree has it; an empty one where there is no such file.

    Raises:
        UsageError: it is not understood.
    """
    if not tree.exists(file):
        return Baseline(file, {})
    return _read(file, tree.text(file, file.parent, limits.file_size))


def _read(file: Path, text: str | Unreadable) -> Baseline:
    if isinstance(text, Unreadable):
        raise UsageError(
            say('The baseline "{file}" cannot be read.', file=str(file)),
            text.message,
            say('"--limit file_size=N" allows more.') if text.over_limit else text.hint,
        )
    try:
        return read_baseline(file, text)
    except BadJson as error:
        line, column = Source(file, text).position(error.offset)
        raise UsageError(
            say(
                'The baseline cannot be read: "{file}:{line}:{column}": {why}.',
                file=str(file),
                line=line,
                column=column,
                why=error.message,
            ),
            say(
                "Nothing is judged by half a baseline. Put back a version of it that git has, or "
                'delete it and begin anew with "{command}".',
                command=update_command(file),
            ),
        ) from error


def check_place(file: Path, roots: Iterable[Path]) -> None:
    """Refuse a file that does not lie with the workspaces it speaks of.

    Raises:
        UsageError: it is a folder, or lies in another repository, or in none.
    """
    if is_folder(file):
        raise UsageError(
            say('"{path}" is a folder; name a file.', path=str(file)),
            say('A baseline is called "{name}" mostly.', name=FILE_NAME),
        )
    if not is_folder(file.parent):
        raise UsageError(say('There is no folder "{folder}".', folder=str(file.parent)))
    here = repository_above(file)
    for root in roots:
        if repository_above(root) != here:
            raise UsageError(
                say(
                    'The baseline "{file}" does not lie in the repository of the workspace '
                    '"{workspace}".',
                    file=str(file),
                    workspace=str(root),
                ),
                say(
                    "It names workspaces by their paths from its own folder, and it is to be "
                    "reviewed with them: keep it in their repository."
                ),
            )


def gone_from(baseline: Baseline) -> tuple[str, ...]:
    """The names of workspaces in a baseline where no workspace is, in order."""
    return tuple(
        name
        for name in sorted(baseline.workspaces)
        if not os.path.lexists(baseline.folder_of(name) / MARKER)
    )


def update_command(file: Path) -> str:
    """The command that brings a baseline up to date."""
    named = "" if file == Path(FILE_NAME) else f" --baseline {shlex.quote(str(file))}"
    return f"processctl baseline update{named}"


def _near(file: Path) -> Message | None:
    """A file beside it that is called nearly so."""
    names = [one.name for one in file.parent.iterdir()] if is_folder(file.parent) else []
    near = nearest(file.name, sorted(names))
    return say('Did you mean "{name}"?', name=str(file.parent / near)) if near else None
