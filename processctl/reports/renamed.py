"""What a renaming came to, or why it was refused, in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from processctl.repair.portrait import Renaming
from processctl.repair.refused import RefusedError
from processctl.repair.rename import Renamed
from processctl.reports.telling import Telling, relative
from processctl.texts import Quantity, say


def renamed_lines(renaming: Renaming, done: Renamed, base: Path, language: str) -> Iterator[str]:
    """The files that changed, and how much; what was left as a mere word."""
    words = Telling((), base, language).words
    for file in sorted(done.after):
        yield relative(file, base)
    yield words(
        say(
            '"{old}" is "{new}" now: {places} in {files}.',
            old=renaming.old,
            new=renaming.new,
            places=Quantity("{count} place", "{count} places", done.places),
            files=Quantity("{count} file", "{count} files", len(done.after)),
        )
    )
    if done.left:
        yield words(
            Quantity(
                "{count} place where it is only a word was left as it is.",
                "{count} places where it is only a word were left as they are.",
                done.left,
            )
        )


def refused_lines(refused: RefusedError, base: Path, language: str) -> Iterator[str]:
    """Why nothing was done, where that is to be seen, and what helps."""
    words = Telling((), base, language).words
    yield words(refused.message)
    if refused.span is not None:
        line, column = refused.span.first
        yield f"  {relative(refused.span.source.path, base)}:{line}:{column}"
    if refused.hint is not None:
        yield f"  {words(refused.hint)}"
