"""Writing: files whole or not at all, and what programs read in UTF-8 everywhere."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import click


def write_atomically(file: Path, content: bytes) -> None:
    """Put ``content`` into ``file`` in one step: a reader sees the old file or the new one.

    A link stays a link, and what it points to is written. Mode and owner of a file stay.

    Raises:
        click.ClickException: the folder cannot be written.
    """
    try:
        real = Path(os.path.realpath(file))
        handle, temporary = tempfile.mkstemp(prefix=f".{real.name}.", dir=real.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            _make_alike(Path(temporary), real)
            Path(temporary).replace(real)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise click.ClickException(f'"{file}" cannot be written: {reason}.') from error


def rewrite(file: Path, before: bytes, after: bytes) -> None:
    """Replace the content of a file that was read as ``before``.

    Raises:
        click.ClickException: it is read-only, cannot be written, or has changed in the meantime.
    """
    try:
        now = file.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise click.ClickException(f'"{file}" cannot be read any more: {reason}.') from error
    if now != before:
        raise click.ClickException(
            f'"{file}" has changed while it was being formatted, and was left as it is now.'
        )
    if not os.access(file, os.W_OK):  # replacing it would need no permission but the folder's
        raise click.ClickException(f'"{file}" cannot be written: it is read-only.')
    write_atomically(file, after)


def put(content: str | bytes) -> None:
    """Write what programs read to standard output: text in UTF-8, whatever the terminal speaks."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content if isinstance(content, bytes) else f"{content}\n".encode())
    sys.stdout.buffer.flush()


def _make_alike(new: Path, old: Path) -> None:
    """Give a new file the mode, and as far as one may the owner, of the one it replaces."""
    if not old.exists():
        new.chmod(_usual_mode())
        return
    status = old.stat()
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(new, status.st_uid, status.st_gid)
    new.chmod(status.st_mode & 0o7777)


def _usual_mode() -> int:
    """The mode a new file gets: temporary files are made readable by their owner only."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
