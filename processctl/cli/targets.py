"""Files that reports go to: ``FORMAT:FILE``, checked before anything is read or written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from processctl.cli.trouble import TroubleError, UsageError, nearest_hint, reason
from processctl.cli.write import write_atomically
from processctl.texts import Listing, say

if TYPE_CHECKING:
    from processctl.lint.result import Result


@dataclass(frozen=True, slots=True)
class Target:
    """One report: its format, and the file it goes to; None is standard output."""

    format_: str
    file: Path | None


def read_targets(
    values: Iterable[str], formats: tuple[str, ...], *, taken: bool
) -> tuple[Target, ...]:
    """The targets that ``--output`` names; ``taken`` says that ``--format`` has standard output.

    Raises:
        UsageError: one cannot be written to, is named twice, or has no format that there is.
    """
    targets = tuple(_target(value, formats) for value in values)
    seen: set[str | None] = {None} if taken else set()
    for target in targets:
        place = os.path.realpath(target.file) if target.file is not None else None
        if place in seen:
            raise UsageError(
                say('Two reports would go to "{file}".', file=str(target.file))
                if target.file is not None
                else say("Two reports would go to standard output."),
                say("Give each a place of its own."),
            )
        seen.add(place)
    return targets


def _target(value: str, formats: tuple[str, ...]) -> Target:
    from processctl.reading.files import is_folder

    format_, colon, name = value.partition(":")
    if not colon or not name:
        raise UsageError(
            say('"{value}" does not say which report goes where.', value=value),
            say("Write FORMAT:FILE, such as sarif:processctl.sarif."),
        )
    if format_ not in formats:
        there_are = say("There are {formats}.", formats=Listing(formats, quoted=False))
        raise UsageError(
            say('There is no report format "{format}".', format=format_),
            nearest_hint(format_, formats, there_are),
        )
    if name == "-":
        return Target(format_, None)
    file = Path(name)
    if is_folder(file) or name.endswith(("/", os.sep)):
        raise UsageError(say('"{path}" is a folder; name a file.', path=name))
    if not is_folder(file.parent):
        raise UsageError(say('There is no folder "{folder}".', folder=str(file.parent)))
    return Target(format_, file)


def check_not_read(targets: Iterable[Target], results: Iterable[Result]) -> None:
    """Refuse to write a report over a file of the process that it is about.

    Raises:
        UsageError: a target is one of the files that were read, by whatever name.
    """
    sources = [source.path for result in results for source in result.scope.sources]
    for target in targets:
        file = target.file
        if file is not None and any(_is_same(file, source) for source in sources):
            raise UsageError(
                say('"{file}" belongs to the process; a report would replace it.', file=str(file)),
                say("Name another file."),
            )


def _is_same(file: Path, other: Path) -> bool:
    try:
        return file.samefile(other)
    except OSError:  # one of them is not there
        return os.path.realpath(file) == os.path.realpath(other)


def write_target(file: Path, content: bytes) -> None:
    """Write a report: whole or not at all, but into pipes and devices (``/dev/stderr``) as it comes.

    Raises:
        TroubleError: it cannot be written.
    """
    if not file.exists() or file.is_file():
        write_atomically(file, content)
        return
    try:
        with file.open("wb") as stream:
            stream.write(content)
    except OSError as error:
        raise TroubleError(
            say('"{file}" cannot be written: {reason}.', file=str(file), reason=reason(error))
        ) from error
