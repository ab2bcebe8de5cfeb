"""Writing: files whole or not at all, and what programs read in UTF-8 everywhere."""

from __future__ import annotations

import os
import sys
import tempfile
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from processctl.cli.trouble import TroubleError, reason
from processctl.texts import say

_LONGEST_PREFIX = 100  # bytes: a name may have 255, and the temporary one is longer


class _DifferentError(OSError):
    """What was written is not what is read back."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file, its text as it was read, and what it is to become; both without byte order mark."""

    file: Path
    before: str
    after: str


def write_atomically(file: Path, content: bytes) -> None:
    """Put ``content`` into ``file`` in one step: a reader sees the old file or the new one.

    Where the file is a link, what it points to is written, and the link stays; so do mode and owner.

    Raises:
        TroubleError: the folder cannot be written.
    """
    with _told(file), ExitStack() as undo:
        target = file.resolve()
        _staged(target, content, undo).replace(target)


def write_together(changes: Iterable[Change]) -> None:
    """Change several files, each in one step, and none if one of them cannot be.

    All new files are written beside the old ones and read back before the first takes its place.
    Whoever is stopped midway leaves every file whole: the old one or the new one. A file that is
    not what was read any more is somebody else's work, and nothing is written then.

    Raises:
        TroubleError: a file has changed, or cannot be written.
    """
    with ExitStack() as undo:
        staged: list[tuple[Change, Path, bytes, Path]] = []
        for change in changes:
            with _told(change.file):
                target = change.file.resolve(strict=True)
                old = target.read_bytes()
                _check_writable(change.file)
                mark = BOM_UTF8 if old.startswith(BOM_UTF8) else b""
                _check(change, old == mark + change.before.encode())
                staged.append(
                    (change, target, old, _staged(target, mark + change.after.encode(), undo))
                )
        for change, target, old, _ in staged:
            with _told(change.file):
                _check(change, target.read_bytes() == old)
        with ExitStack() as put_back:
            for change, target, old, temporary in staged:
                new = temporary.read_bytes()
                with _told(change.file):
                    _check(change, target.read_bytes() == old)  # somebody may save while we write
                    temporary.replace(target)
                put_back.callback(_put_back, target, new, old)
            put_back.pop_all()  # all are in their places


def _check(change: Change, unchanged: bool) -> None:
    if not unchanged:
        raise TroubleError(
            say(
                '"{file}" has changed since it was read, so nothing is written. '
                "Run the command again.",
                file=str(change.file),
            )
        )


def _check_writable(file: Path) -> None:
    """Replacing a file needs no permission but its folder's: who protected it meant the file."""
    if not os.access(file, os.W_OK):
        raise TroubleError(say('"{file}" cannot be written: it is read-only.', file=str(file)))


def _staged(target: Path, content: bytes, undo: ExitStack) -> Path:
    """A new file beside ``target``, complete and on the disk; ``undo`` takes it away again."""
    name = os.fsencode(target.name)[:_LONGEST_PREFIX].decode("utf-8", "ignore")
    handle, temporary = tempfile.mkstemp(prefix=f".{name}.", suffix=".tmp", dir=target.parent)
    made = Path(temporary)
    undo.callback(made.unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    there = target.stat() if target.exists() else None
    made.chmod(there.st_mode & 0o7777 if there else _usual_mode())
    if there and (there.st_uid, there.st_gid) != (made.stat().st_uid, made.stat().st_gid):
        with suppress(PermissionError):
            os.chown(made, there.st_uid, there.st_gid)
    if made.read_bytes() != content:
        raise _DifferentError
    return made


def _put_back(target: Path, new: bytes, old: bytes) -> None:
    """Give a file its old content again, because another could not be changed.

    If it is no longer what was written here, it is somebody's newer work, and stays.
    """
    with suppress(OSError), ExitStack() as undo:
        if target.read_bytes() == new:
            _staged(target, old, undo).replace(target)


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = (
            say("what was written is not what is read back")
            if isinstance(error, _DifferentError)
            else reason(error)
        )
        raise TroubleError(
            say('"{file}" cannot be written: {reason}.', file=str(file), reason=why)
        ) from error


def rewrite(file: Path, before: bytes, after: bytes) -> None:
    """Replace the content of a file that was read as ``before``.

    Raises:
        TroubleError: it is read-only, cannot be written, or has changed in the meantime.
    """
    _check_still(file, before)
    _check_writable(file)
    with _told(file), ExitStack() as undo:
        target = file.resolve()
        staged = _staged(target, after, undo)
        _check_still(file, before)  # staging takes a while
        staged.replace(target)


def _check_still(file: Path, before: bytes) -> None:
    try:
        now = file.read_bytes()
    except OSError as error:
        raise TroubleError(
            say('"{file}" cannot be read any more: {reason}.', file=str(file), reason=reason(error))
        ) from error
    if now != before:
        raise TroubleError(
            say(
                '"{file}" has changed while it was being formatted, and was left as it is now.',
                file=str(file),
            )
        )


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
