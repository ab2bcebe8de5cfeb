"""``processctl codeowners``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.codeowners_file import bring_up_to_date, shown
from processctl.cli.exits import CLEAN, FINDINGS
from processctl.cli.language import file_language, language_option, terminal_language
from processctl.cli.places import find_places, limit_option, limits_of
from processctl.cli.trouble import TroubleError, UsageError, told
from processctl.cli.unread import tell_unread
from processctl.cli.write import put
from processctl.texts import say

if TYPE_CHECKING:
    from processctl.codeowners import Host, Part


@click.command(name="codeowners", short_help="Let whoever owns a stage review its file.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--write", "writes", is_flag=True, help="Write it into the CODEOWNERS of the repository."
)
@click.option("-o", "--output", type=click.Path(path_type=Path, readable=False),
              help="Write into this file.")  # fmt: skip
@click.option(
    "--check", is_flag=True, help="Write nothing; show what would change, and exit with 1."
)
@click.option("--host", type=click.Choice(["github", "gitlab"]),
              help="Whose accounts and rules; what is in the repository tells otherwise.")  # fmt: skip
@limit_option
@language_option
def command(
    paths: tuple[str, ...],
    writes: bool,
    output: Path | None,
    check: bool,
    host: Host | None,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Let whoever owns a stage review its file: write the part of CODEOWNERS that says so.

    Owners are asked by their "accounts", people also by "email"; who owns the process is asked about all that
    is no stage. What else stands in the file stays as it is. Without --write or -o the part is printed.

    Exit status: 0 done, 1 somebody cannot be asked or the file is out of date (--check), 2 wrong usage, 3
    processctl itself failed.

    \b
    Examples:
      processctl codeowners
      processctl codeowners --write
      processctl codeowners our-process --host gitlab -o .gitlab/CODEOWNERS
      processctl codeowners --check
    """
    from processctl.codeowners import block, part_of
    from processctl.codeowners.place import guessed_host, place_in
    from processctl.lint.run import read_journey
    from processctl.texts import translator

    if check and writes:
        raise UsageError(say('"--check" writes nothing: leave out "--write".'))
    roots, repository = _in_one_repository(paths)
    journeys = [read_journey(root, limits_of(limits)) for root in roots]
    if any([tell_unread(journey, lang) for journey in journeys]):  # noqa: C419 - each is told
        words = say("Nothing is made of what cannot all be read: somebody would not be asked.")
        click.echo(told(words), err=True)
        sys.exit(FINDINGS)
    chosen = host or guessed_host(repository, output, (one.model for one in journeys))
    if chosen is None:
        raise UsageError(
            say(
                'Nothing says whether this is for GitHub or GitLab: add "--host github" or "gitlab".'
            )
        )
    parts = [part_of(journey.model, repository, chosen) for journey in journeys]
    ours = block(parts, chosen, lambda part: translator(file_language(lang, part.languages)))
    fresh = True
    if check or writes or output is not None:
        fresh = bring_up_to_date(
            output or place_in(repository, chosen), repository, ours, check=check
        )
    else:
        put(ours.removesuffix("\n"))
    _tell(parts, lang)
    whole = not any(part.findings for part in parts)
    sys.exit(CLEAN if fresh and whole else FINDINGS)


def _in_one_repository(paths: tuple[str, ...]) -> tuple[list[Path], Path]:
    """The workspaces that are asked for, and the git repository that all of them lie in.

    Those of another repository, a submodule say, are left to that one.
    """
    from processctl.reading.files import MARKER, repository_above

    roots = find_places(paths).workspaces
    if not roots:
        raise UsageError(
            say(
                '"{path}" belongs to no workspace: no {marker} in or above its folder.',
                path=paths[0],
                marker=MARKER,
            )
        )
    above = {root: repository_above(root) for root in roots}
    asked = repository_above(Path(paths[0] if paths else "."))
    repository = asked if asked in above.values() else above[roots[0]]
    if repository is None:
        raise TroubleError(
            say(
                '"{folder}" lies in no git repository, and paths in CODEOWNERS count from one.',
                folder=str(roots[0]),
            )
        )
    for root in roots:
        if above[root] != repository:
            words = say(
                '"{folder}" is passed over: it does not lie in the repository "{repository}".',
                folder=str(root),
                repository=str(repository),
            )
            click.echo(told(words), err=True)
    return [root for root in roots if above[root] == repository], repository


def _tell(parts: list[Part], lang: str | None) -> None:
    """Say on standard error who cannot be asked, and where a rule is coarser than the process."""
    from processctl.reports.telling import Telling
    from processctl.reports.text import TextReport

    telling = Telling((), Path.cwd(), terminal_language(lang))
    report = TextReport(telling, paint=click.style)
    colour = False if os.environ.get("NO_COLOR") else None
    for part in parts:
        for finding in part.findings:
            for line in report.alone(finding):
                click.echo(line, err=True, color=colour)
        for note in part.notes:
            click.echo(f"{shown(note.file)}: {telling.words(note.message)}", err=True)
