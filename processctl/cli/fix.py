"""``processctl lint --fix`` and ``--diff``: mending, showing, and saving."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click

from processctl.cli.change import show_changes
from processctl.cli.exits import CLEAN, FINDINGS
from processctl.cli.language import file_language
from processctl.cli.write import Change, put, write_together
from processctl.lint import Finding, Request, Result
from processctl.lint.run import lint_workspace
from processctl.reading.limits import Limits
from processctl.reading.source import BYTE_ORDER_MARK
from processctl.repair.fix import Outcome, Wanted
from processctl.repair.fix import fix as mend
from processctl.repair.stub_text import Say
from processctl.rules import RULES
from processctl.rules.repair import Kind
from processctl.texts import translator


def check_usage(*, fix: bool, unsafe: bool, diff: bool, reports: bool) -> None:
    """Refuse options that say nothing together.

    Raises:
        click.UsageError: for such options.
    """
    if unsafe and not (fix or diff):
        raise click.UsageError(
            'With "--unsafe" alone nothing is mended: add --fix, or --diff to look.'
        )
    if diff and reports:
        raise click.UsageError(
            "--diff shows changes and no report: leave out --format, --statistics, --timings, "
            "--verbose and --quiet."
        )


@dataclass(frozen=True)
class Fixing:
    """One run of ``--fix`` or ``--diff`` over workspaces."""

    request: Request
    limits: Limits
    lang: str | None
    unsafe: bool

    def outcome(self, root: Path, overrides: Mapping[Path, str]) -> Outcome:
        """Mend one workspace in memory. With ``overrides`` (standard input) only those change.

        The result is what the command line asked for; whether a repair harms is judged by all.
        """
        everything = replace(self.request, select=(), skip=())
        wanted = Wanted(self._kinds(), self._is_shown, next(iter(overrides), None))

        def lint(texts: Mapping[Path, str], request: Request = everything) -> Result:
            return lint_workspace(root, request, self.limits, {**overrides, **texts})

        before = lint({})
        say = self._say(before.journey.model.languages)
        outcome = mend(lint, say, wanted, before)
        if self.request == everything:
            return outcome
        return replace(outcome, result=lint(outcome.after, self.request))

    def _kinds(self) -> frozenset[Kind]:
        return frozenset({"safe", "unsafe"} if self.unsafe else {"safe"})

    def _is_shown(self, finding: Finding) -> bool:
        return any(rule.code == finding.code and self.request.wants(rule) for rule in RULES)

    def _say(self, languages: tuple[str, ...]) -> Say:
        return translator(file_language(self.lang, languages)).render

    def show(self, outcomes: Iterable[Outcome], *, exit_zero: bool) -> int:
        """Show what would change; the exit status says whether anything would."""
        changes = [change for outcome in outcomes for change in _changes(outcome)]
        show_changes(changes)
        return FINDINGS if changes and not exit_zero else CLEAN

    def save(self, outcomes: Iterable[Outcome], overrides: Mapping[Path, str]) -> None:
        """Write the files that change; what came from standard input goes to standard output."""
        changes = [change for outcome in outcomes for change in _changes(outcome)]
        if not overrides:
            write_together(changes)
            return
        given = next(iter(overrides.values()))
        mark = BYTE_ORDER_MARK if given.startswith(BYTE_ORDER_MARK) else ""
        put(f"{mark}{changes[0].after}".encode() if changes else given.encode())


def _changes(outcome: Outcome) -> list[Change]:
    return [
        Change(path, outcome.before[path].text, text)
        for path, text in sorted(outcome.after.items())
    ]
