"""``processctl fmt``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.formatting import STANDARD_INPUT, Run
from processctl.cli.language import language_option, terminal_language
from processctl.cli.places import find_places, limit_option, limits_of

if TYPE_CHECKING:
    from processctl.reading.problem import Problem


@click.command(name="fmt", short_help="Bring process files into one form; comments stay.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if something would change.")
@click.option(
    "--diff", is_flag=True, help="Write nothing; show what would change, and exit with 1."
)
@click.option("--stdin-filename", metavar="FILE", help='With "-": the file that standard input is.')
@limit_option
@language_option
def command(
    paths: tuple[str, ...],
    check: bool,
    diff: bool,
    stdin_filename: str | None,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Bring process files into one form: order of keys, spaces, quotes, line width.

    PATHS are files or folders; without any, the current folder. A file is formatted alone, a folder
    stands for the whole of every workspace it touches. Comments stay with what they speak of, and
    what the process says stays the same: that is checked before anything is written.

    Exit status: 0 done, 1 something would change (--check, --diff), 2 wrong usage or a file that
    cannot be read or written, 3 processctl itself failed.

    \b
    Examples:
      processctl fmt
      processctl fmt our-process/sell.yaml
      processctl fmt --check --diff
      processctl fmt - --stdin-filename sell.yaml < sell.yaml
    """
    from processctl.reports.formatting import Tally

    run = Run(limits_of(limits), terminal_language(lang), check, diff, Tally(dry=check or diff))
    if STANDARD_INPUT in paths or stdin_filename is not None:
        run.standard_input(paths, stdin_filename)
    else:
        run.files(_files(paths, run))
    sys.exit(run.status())


def _files(paths: tuple[str, ...], run: Run) -> Iterator[Path]:
    """The files of the workspaces that the paths touch; of a file named, that one alone."""
    from processctl.fmt.files import unread
    from processctl.reading.files import is_folder
    from processctl.reading.workspace import load

    named: dict[Path, set[str] | None] = {}  # for each workspace some of its files, or all
    for path in paths or (".",):
        places = find_places((path,))
        run.tally.passed_over += len(places.passed_over)
        for root in places.workspaces:
            some = named.setdefault(root, set())
            if is_folder(Path(path)):
                named[root] = None
            elif some is not None:
                some.add(_absolute(Path(path)))
    for root, some in sorted(named.items()):
        workspace = load(root, run.limits)
        refused: dict[Path, list[Problem]] = {}
        for problem in unread(workspace):
            refused.setdefault(problem.span.source.path, []).append(problem)
        for file, problems in refused.items():
            if some is None or _absolute(file) in some:
                run.unreadable(tuple(problems))
        own = {_absolute(source.path): source.path for source in workspace.own}
        if some is not None:
            run.tally.passed_over += len(some - own.keys() - set(map(_absolute, refused)))
        for absolute, file in own.items():
            if (some is None or absolute in some) and file not in refused:
                yield file


def _absolute(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - resolve() follows links
