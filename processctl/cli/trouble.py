"""Errors of usage, and what cannot be done: messages, told in the reader's language."""

from __future__ import annotations

import errno

import click

from processctl.cli.language import spoken_language
from processctl.texts import Argument, Message, say


class UsageError(click.UsageError):
    """A command line that makes no sense, and what would; parts that are None are left out."""

    def __init__(self, *parts: Argument | None, ctx: click.Context | None = None) -> None:
        super().__init__(told(*parts), ctx)


class TroubleError(click.ClickException):
    """What was asked for makes sense, and cannot be done."""

    def __init__(self, *parts: Argument | None) -> None:
        super().__init__(told(*parts))


def told(*parts: Argument | None) -> str:
    """Sentences in the reader's language, on one line and without signs that steer a terminal."""
    from processctl.reports.telling import plain
    from processctl.texts import usage_translator

    speaker = usage_translator(spoken_language())
    return " ".join(plain(speaker.render(part)) for part in parts if part is not None)


def nearest_hint(word: str, known: tuple[str, ...], otherwise: Message | None) -> Message | None:
    """The nearest of the words there are, else what is to be said otherwise."""
    from processctl.reading.nearest import nearest

    near = nearest(word, known)
    return say('Did you mean "{name}"?', name=near) if near else otherwise


def reason(error: OSError) -> Argument:
    """Why the system refuses, in its own words where they are rare ones."""
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


_REASONS = {
    errno.EACCES: say("Permission denied"),
    errno.EPERM: say("Operation not permitted"),
    errno.ENOENT: say("No such file or directory"),
    errno.EEXIST: say("File exists"),
    errno.ENOTDIR: say("Not a directory"),
    errno.EISDIR: say("Is a directory"),
    errno.ENOTEMPTY: say("Directory not empty"),
    errno.ENAMETOOLONG: say("File name too long"),
    errno.ELOOP: say("Too many levels of symbolic links"),
    errno.EROFS: say("Read-only file system"),
    errno.ENOSPC: say("No space left on device"),
    errno.EDQUOT: say("Disk quota exceeded"),
    errno.EIO: say("Input/output error"),
}
