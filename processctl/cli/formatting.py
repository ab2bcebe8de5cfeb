"""Formatting one file after the other, and telling what became of each."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.change import show_difference
from processctl.cli.exits import BAD_USAGE, CLEAN, FINDINGS, OWN_FAILURE
from processctl.cli.standard_input import read_standard_input
from processctl.cli.trouble import TroubleError, UsageError, reason, told
from processctl.cli.write import put, rewrite

if TYPE_CHECKING:
    from processctl.reading.limits import Limits
    from processctl.reading.problem import Problem
    from processctl.reports.formatting import Tally
    from processctl.texts import Message

STANDARD_INPUT = "-"


@dataclass
class Run:
    """How to format, in which language to speak, and what has come of it so far."""

    limits: Limits
    language: str
    check: bool
    diff: bool
    tally: Tally
    failed: bool = False
    done: set[Path] = field(default_factory=set)

    def files(self, files: Iterable[Path]) -> None:
        """Format files in place, each once, and say what became of them."""
        for file in files:
            real = Path(os.path.realpath(file))
            if real not in self.done:
                self.done.add(real)
                self._file(file)
        from processctl.texts import translator

        # A diff has to be nothing but a diff, for programs that apply it.
        click.echo(self.tally.summary(translator(self.language)), err=self.diff)

    def _file(self, file: Path) -> None:
        from processctl.texts import say

        try:
            before = file.read_bytes()
        except OSError as error:
            self._complain(
                told(
                    say('"{file}" cannot be read: {reason}.', file=str(file), reason=reason(error))
                )
            )
            return
        after = self._formatted(before, file)
        if after is None:
            return
        if after != before and not self.tally.dry:
            try:
                rewrite(file, before, after)
            except TroubleError as error:
                self._complain(error.message)
                return
            self._tell(say('Reformatted: "{file}"', file=_shown(file)))
        self._count(before, after, file)

    def standard_input(self, paths: tuple[str, ...], filename: str | None) -> None:
        """Format standard input to standard output; another tool's file goes through as it is."""
        from processctl.reading.files import MARKER
        from processctl.texts import say

        if paths != (STANDARD_INPUT,):
            raise UsageError(say('"-" stands alone, or with --stdin-filename FILE.'))
        name = filename or STANDARD_INPUT
        text, before = read_standard_input(name, self.limits.file_size)
        ours = Path(name).name == MARKER or _holds_section(text, self.limits)
        after = self._formatted(before, Path(name)) if ours else before
        if after is not None:
            self._count(before, after, Path(name))
            if not self.tally.dry:
                put(after)

    def _count(self, before: bytes, after: bytes, file: Path) -> None:
        from processctl.texts import say

        if after == before:
            self.tally.same += 1
            return
        self.tally.changed += 1
        if self.diff:
            show_difference(_shown(file), before.decode(), after.decode())
        elif self.check:
            self._tell(say('Would be reformatted: "{file}"', file=_shown(file)))

    def _formatted(self, before: bytes, file: Path) -> bytes | None:
        """The bytes to write; None where there are none, and then it is told why."""
        from processctl.fmt import NotProvedError
        from processctl.fmt.files import format_bytes
        from processctl.texts import say

        try:
            result = format_bytes(before, file, self.limits)
        except NotProvedError as error:
            self.failed = True
            self.tally.left += 1
            message = say(
                '"{file}" was left as it is: formatting would have changed more than its form '
                "({reason}). This is a fault of processctl, not of your file. Please report it.",
                file=_shown(file),
                reason=error.message,
            )
            self._tell(message, err=True)
            return None
        if isinstance(result, tuple):
            self.unreadable(result)
            return None
        return result

    def unreadable(self, problems: tuple[Problem, ...]) -> None:
        """Tell why a file cannot be read; it is left alone."""
        from processctl.reports.problems import problem_lines
        from processctl.reports.telling import Telling

        self.tally.left += 1
        for line in problem_lines(problems, Telling((), Path.cwd(), self.language), click.style):
            click.echo(line, err=True, color=_colour())

    def _complain(self, message: str) -> None:
        self.tally.left += 1
        click.echo(message, err=True)

    def _tell(self, message: Message, *, err: bool = False) -> None:
        from processctl.texts import translator

        click.echo(translator(self.language).render(message), err=err)

    def status(self) -> int:
        """The exit status: our own failure counts most, then what could not be done."""
        if self.failed:
            return OWN_FAILURE
        if self.tally.left:
            return BAD_USAGE
        return FINDINGS if self.tally.dry and self.tally.changed else CLEAN


def _holds_section(text: str, limits: Limits) -> bool:
    """Whether a text is a process file; what cannot be read may be one."""
    from processctl.reading.compose import compose
    from processctl.reading.form_schema import sections
    from processctl.reading.nodes import Mapping
    from processctl.reading.source import Source

    composed = compose(Source(Path(STANDARD_INPUT), text), limits)
    if not isinstance(composed.root, Mapping):
        return bool(composed.problems)
    return not sections().keys().isdisjoint(composed.root.entries)


def _shown(file: Path) -> str:
    from processctl.reports.telling import relative

    return str(file) if str(file) == STANDARD_INPUT else relative(file, Path.cwd())


def _colour() -> bool | None:
    return False if os.environ.get("NO_COLOR") else None
