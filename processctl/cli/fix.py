"""``processctl lint --fix`` and ``--diff``: mending, showing, and saving."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from processctl.cli.change import show_changes
from processctl.cli.exits import CLEAN, FINDINGS
from processctl.cli.known import Known
from processctl.cli.write import Change, put, write_together
from processctl.lint.finding import Finding
from processctl.lint.fix import Outcome, Wanted
from processctl.lint.fix import fix as mend
from processctl.lint.narrow import Selection
from processctl.lint.result import Result
from processctl.lint.run import lint_workspace
from processctl.reading.limits import Limits
from processctl.reading.source import BYTE_ORDER_MARK
from processctl.rules.repair import Kind


@dataclass(frozen=True)
class Fixing:
    """One run of ``--fix`` or ``--diff`` over workspaces."""

    today: date
    selection: Selection
    known: Known
    limits: Limits
    lang: str | None
    unsafe: bool

    def outcome(self, root: Path, overrides: Mapping[Path, str]) -> Outcome:
        """Mend one workspace in memory. With ``overrides`` (standard input) only those change.

        The result is what the command line asked for; whether a repair harms is judged by all.
        """
        hides = self.known.hides(root)

        def shows(finding: Finding) -> bool:
            return self.selection.wants(finding) and not hides(finding)

        wanted = Wanted(self._kinds(), shows, next(iter(overrides), None))

        def lint(texts: Mapping[Path, str]) -> Result:
            newer = {**overrides, **texts}
            return lint_workspace(root, self.today, self.limits, newer, self.lang)

        outcome = mend(lint, wanted, lint({}))
        return replace(outcome, result=self.selection.of(self.known.of(outcome.result)))

    def _kinds(self) -> frozenset[Kind]:
        return frozenset({"safe", "unsafe"} if self.unsafe else {"safe"})

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
