"""What ``processctl lint`` is to take as known: the baseline, and what was there before a change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from processctl.cli.trouble import told
from processctl.texts import Message, Quantity, say

if TYPE_CHECKING:
    from processctl.cli.earlier import Earlier
    from processctl.lint.baseline import Baseline
    from processctl.lint.finding import Finding
    from processctl.lint.result import Result
    from processctl.reading.limits import Limits

SHOWN = 5

Command = TypeVar("Command", bound=Callable[..., object])


def known_options(command: Command) -> Command:
    """The options that say what is known."""
    for option in (
        click.option("--changed-since", metavar="REV",
                     help="Show only what has come since this git revision: main, a tag, main~20."),
        click.option("--fail-on-stale", is_flag=True,
                     help="Exit with 1 if the baseline names findings that have gone."),
        click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE",
                     help="Do not show the findings that stand in this file."),
    ):  # fmt: skip
        command = option(command)
    return command


@dataclass(frozen=True)
class Known:
    """What is known of the workspaces of one run.

    ``since`` is what the earlier state is called; ``earlier`` has the workspaces in it, None for one
    that was not there.
    """

    baseline: Baseline | None = None
    since: str | None = None
    earlier: Mapping[Path, Earlier | None] = field(default_factory=dict)

    def of(self, result: Result) -> Result:
        """A result with what is known set apart."""
        root = result.scope.root
        if self.baseline is not None:
            from processctl.lint.baseline import with_baseline

            result = with_baseline(result, self.baseline.of(root))
        if self.since is not None:
            from processctl.lint.known import with_earlier

            before = self.earlier[root]
            result = (
                before.apart(result, self.since)
                if before is not None
                else with_earlier(result, None, self.since)
            )
        return result

    def hides(self, root: Path) -> Callable[[Finding], bool]:
        """Says of a single finding of a workspace whether it is known."""
        from processctl.lint.baseline import in_baseline
        from processctl.lint.known import was_there

        tests = []
        if self.since is not None:
            before = self.earlier[root]
            tests.append(was_there(before.renamed if before is not None else None))
        if self.baseline is not None:
            tests.append(in_baseline(self.baseline.of(root)))
        return lambda finding: any(test(finding) for test in tests)

    def is_stale(self, results: Iterable[Result]) -> bool:
        """Whether the baseline names findings, or whole workspaces, that have gone."""
        if self.baseline is None:
            return False
        from processctl.cli.baseline_file import gone_from

        return bool(gone_from(self.baseline)) or any(result.stale for result in results)

    def tell(self, results: tuple[Result, ...]) -> None:
        """Tell on standard error what in the baseline fits nothing any more, and what helps."""
        if self.baseline is None:
            return
        for line in _stale_lines(self.baseline, results):
            click.echo(line, err=True)


def read_known(
    baseline: Path | None,
    changed_since: str | None,
    roots: tuple[Path, ...],
    today: date,
    limits: Limits,
    overrides: Callable[[Path], Mapping[Path, str]],
    *,
    fresh: bool,
) -> Known:
    """What the command line says is known of the workspaces in ``roots``.

    ``overrides`` are the texts that files of a workspace have instead of those on the disk.

    Raises:
        UsageError: it cannot be had.
    """
    listed: Baseline | None = None
    earlier: Mapping[Path, Earlier | None] = {}
    if baseline is not None:
        from processctl.cli.baseline_file import open_baseline

        listed = open_baseline(baseline, roots, limits)
    if changed_since is not None:
        from processctl.cli.earlier import Judging, earlier_states

        earlier = earlier_states(changed_since, roots, Judging(today, limits, fresh), overrides)
    return Known(listed, changed_since, earlier)


def _stale_lines(baseline: Baseline, results: tuple[Result, ...]) -> Iterable[str]:
    from processctl.cli.baseline_file import gone_from, update_command
    from processctl.reports.known import entry_line

    stale = [(result, entry) for result in results for entry in result.stale]
    if stale:
        yield told(
            Quantity(
                "{count} entry of the baseline fits no finding any more:",
                "{count} entries of the baseline fit no finding any more:",
                len(stale),
            )
        )
        for result, entry in stale[:SHOWN]:
            several = len(results) > 1
            yield entry_line(entry, baseline.name_of(result.scope.root) if several else None)
        if len(stale) > SHOWN:
            yield f"  … (+{len(stale) - SHOWN})"
    gone = gone_from(baseline)
    if gone:
        yield from (told(one) for one in _gone(baseline, gone, results))
    if stale or gone:
        yield told(say('"{command}" brings it up to date.', command=update_command(baseline.file)))


def _gone(
    baseline: Baseline, gone: tuple[str, ...], results: tuple[Result, ...]
) -> Iterable[Message]:
    from processctl.lint.baseline import moves

    by_name = {baseline.name_of(result.scope.root): result for result in results}
    moved = moves(baseline, by_name, gone)
    for name in gone:
        count = Quantity("{count} finding", "{count} findings", len(baseline.workspaces[name]))
        if name in moved:
            yield say(
                'The baseline has {findings} of the workspace "{old}", which is not there; it seems '
                'to be "{new}" now.',
                findings=count,
                old=name,
                new=moved[name],
            )
        else:
            yield say(
                'The baseline has {findings} of the workspace "{old}", which is not there.',
                findings=count,
                old=name,
            )
