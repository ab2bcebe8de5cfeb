"""The CODEOWNERS file of a repository: what is there, and our part in it."""

from __future__ import annotations

import os
from pathlib import Path

import click

from processctl.cli.change import show_changes
from processctl.cli.trouble import TroubleError, UsageError, reason, told
from processctl.cli.write import Change, write_atomically, write_together
from processctl.texts import say


def bring_up_to_date(target: Path, repository: Path, ours: str, *, check: bool) -> bool:
    """Bring our part of a file up to date, or show what would change; whether it is, then.

    Raises:
        UsageError, TroubleError: there is no place for it, or what is there cannot be read.
    """
    from processctl.codeowners import MisplacedMarks, put_into
    from processctl.reading.source import BYTE_ORDER_MARK

    before = _read(target, repository)
    try:
        after = put_into((before or "").removeprefix(BYTE_ORDER_MARK), ours)
    except MisplacedMarks as error:
        left = say('"{file}" is left as it is.', file=str(target))
        raise TroubleError(left, error.message) from error
    change = Change(target, (before or "").removeprefix(BYTE_ORDER_MARK), after)
    if change.before == change.after:
        click.echo(told(say('Up to date: "{file}"', file=shown(target))), err=True)
        return True
    if check:
        show_changes([change])
        words = say(
            '"{file}" is out of date. "processctl codeowners --write" writes it anew.',
            file=shown(target),
        )
        click.echo(told(words), err=True)
        return False
    if before is None:
        _make_folder(target.parent, repository)
        write_atomically(target, after.encode())
    else:
        write_together([change])
    click.echo(told(say('Written: "{file}"', file=shown(target))), err=True)
    return True


def _make_folder(folder: Path, repository: Path) -> None:
    """Make ``.github`` or ``.gitlab`` where it is not there yet; another folder is a slip of the pen."""
    from processctl.reading.files import is_folder

    if is_folder(folder):
        return
    if os.path.abspath(folder) not in {str(repository / ".github"), str(repository / ".gitlab")}:  # noqa: PTH100 - resolve() follows links
        raise UsageError(say('There is no folder "{folder}".', folder=str(folder)))
    try:
        folder.mkdir()
    except OSError as error:
        raise TroubleError(
            say('"{file}" cannot be written: {reason}.', file=str(folder), reason=reason(error))
        ) from error


def _read(target: Path, repository: Path) -> str | None:
    """What stands in the file; None where it is not there yet."""
    from processctl.reading.files import is_folder

    if is_folder(target):
        raise UsageError(say('"{path}" is a folder; name a file.', path=str(target)))
    within = Path(os.path.abspath(target)).is_relative_to(repository)  # noqa: PTH100 - resolve() follows links
    if within and not target.resolve().is_relative_to(repository.resolve()):
        raise TroubleError(
            say('"{file}" is a link out of the repository, and is not written.', file=str(target))
        )
    try:
        return target.read_bytes().decode()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise TroubleError(
            say('"{file}" is no text in UTF-8, and is left as it is.', file=str(target))
        ) from error
    except OSError as error:
        raise TroubleError(
            say('"{file}" cannot be read: {reason}.', file=str(target), reason=reason(error))
        ) from error


def shown(file: Path) -> str:
    """A file as it is shown to people here."""
    from processctl.reports.telling import relative

    return relative(file, Path.cwd())
