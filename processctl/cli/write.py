"""Writing: files whole or not at all, and what programs read in UTF-8 everywhere."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click


def write_atomically(file: Path, content: bytes) -> None:
    """Put ``content`` into ``file`` in one step: a reader sees the old file or the new one.

    Raises:
        click.ClickException: the folder cannot be written.
    """
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(temporary).chmod(file.stat().st_mode & 0o7777 if file.exists() else _usual_mode())
            Path(temporary).replace(file)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise click.ClickException(f'"{file}" cannot be written: {reason}.') from error


def put(content: str | bytes) -> None:
    """Write what programs read to standard output: text in UTF-8, whatever the terminal speaks."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content if isinstance(content, bytes) else f"{content}\n".encode())
    sys.stdout.buffer.flush()


def _usual_mode() -> int:
    """The mode a new file gets: temporary files are made readable by their owner only."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
