"""``processctl baseline``."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.exits import CLEAN, FINDINGS, OWN_FAILURE
from processctl.cli.language import language_option, terminal_language
from processctl.cli.places import find_places, limit_option, limits_of
from processctl.cli.write import write_atomically
from processctl.texts import Quantity, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from processctl.lint.baseline import Entry
    from processctl.lint.baseline_update import Update
    from processctl.lint.result import Result

DEFAULT = "processctl-baseline.json"


@click.group(name="baseline", short_help="Keep a list of the findings that you know of.")
@language_option
def command(lang: str | None) -> None:
    """Keep a list of the findings that you know of, so that only new ones are shown.

    \b
    Examples:
      processctl baseline update
      processctl lint --baseline processctl-baseline.json
    """
    del lang  # the commands look for it here


@command.command(name="update", short_help="Take out what has gone; take in what is new if asked.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--baseline", "file", type=click.Path(path_type=Path), metavar="FILE",
              default=Path(DEFAULT), show_default=True, help="The list.")  # fmt: skip
@click.option("--add-new", is_flag=True, help="Also take in findings that are not in it yet.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Judge dates as on this day.")
@limit_option
@language_option
def update(
    paths: tuple[str, ...],
    file: Path,
    add_new: bool,
    today: datetime | None,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Bring the list up to date: findings that have gone are taken out of it, and told.

    New findings are taken in only with --add-new, or when there is no list yet; each of them is told.
    What cannot be read (PC0) and what processctl says of its own settings (PC99) is never taken in.
    Workspaces that PATHS do not name keep their entries.

    Exit status: 0 done, 1 a workspace cannot be read whole and nothing is written, 2 wrong usage, 3
    processctl itself failed.

    \b
    Examples:
      processctl baseline update
      processctl baseline update --add-new
      processctl baseline update our-process --baseline our-process/known.json
    """
    from processctl.cli.baseline_file import check_place, gone_from, open_baseline
    from processctl.cli.lint import judge
    from processctl.lint.baseline import Baseline, written
    from processctl.lint.baseline_update import updated

    roots = find_places(paths).workspaces
    is_new = not os.path.lexists(file)
    if is_new:
        check_place(file, roots)
        old = Baseline(file, {})
    else:
        old = open_baseline(file, roots, limits_of(limits))
    day = today.date() if today else date.today()
    results = tuple(judge(roots, day, limits_of(limits), {}))
    status = _tell_half_read(results, lang)
    if status != CLEAN:
        sys.exit(status)
    by_name = {old.name_of(result.scope.root): result for result in results}
    done = updated(old, by_name, gone_from(old), add_new=add_new or is_new)
    content = written(done.baseline).encode()
    if is_new or file.read_bytes() != content:
        write_atomically(file, content)
    for line in _lines(done, file, lang):
        click.echo(line)


def _tell_half_read(results: tuple[Result, ...], lang: str | None) -> int:
    """Tell why nothing can be said of what is not found; the status that this ends with."""
    from processctl.lint.known import is_whole
    from processctl.lint.narrow import FAILURE_CODE, Selection
    from processctl.reports.telling import Telling
    from processctl.reports.text import TextReport

    unsure = tuple(result for result in results if not is_whole(result))
    if not unsure:
        return CLEAN
    shown = Selection(("PC0", FAILURE_CODE))
    telling = Telling(
        tuple(shown.of(result) for result in unsure), Path.cwd(), terminal_language(lang)
    )
    for line in TextReport(telling, quiet=True).lines():
        click.echo(line, err=True)
    words = say(
        "Nothing is written: as long as not all can be read and judged, nobody knows which findings "
        "have gone."
    )
    click.echo(telling.words(words), err=True)
    return OWN_FAILURE if any(result.failed for result in unsure) else FINDINGS


def _lines(done: Update, file: Path, lang: str | None) -> Iterator[str]:
    from processctl.reports.known import entry_line
    from processctl.reports.telling import Telling

    words = Telling((), Path.cwd(), terminal_language(lang)).words
    named = len({name for name, _ in (*done.removed, *done.taken_in, *done.left_out)}) > 1

    def listed(entries: tuple[tuple[str, Entry], ...], sign: str) -> Iterator[str]:
        for name, entry in entries:
            yield entry_line(entry, name if named else None, sign)

    yield words(
        say(
            '"{file}": {kept} known as before, {removed} taken out, {added} taken in.',
            file=str(file),
            kept=done.kept,
            removed=len(done.removed),
            added=len(done.taken_in),
        )
    )
    for old, new in sorted(done.moved.items()):
        yield words(say('The workspace "{old}" is not there; it is "{new}" now.', old=old, new=new))
    yield from listed(done.removed, "-")
    yield from listed(done.taken_in, "+")
    if done.left_out:
        yield words(
            Quantity(
                "{count} finding is new and was left out; --add-new takes it in:",
                "{count} findings are new and were left out; --add-new takes them in:",
                len(done.left_out),
            )
        )
        yield from listed(done.left_out, " ")
