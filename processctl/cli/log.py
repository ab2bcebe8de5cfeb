"""``processctl log``."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date, datetime
from itertools import islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.commits import state_in
from processctl.cli.earlier import Judging
from processctl.cli.language import file_language, language_option, terminal_language
from processctl.cli.output import check_target
from processctl.cli.places import limit_option, limits_of, one_workspace
from processctl.cli.trouble import UsageError, told
from processctl.cli.write import put, write_atomically
from processctl.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from processctl.git.history import Commit
    from processctl.git.repository import Repository

MOST_JUDGED = 30
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@click.command(
    name="log", short_help="Tell the life of a process: what changed when, and who decided it."
)
@click.argument("path", type=click.Path(), default=".")
@click.option(
    "--since", metavar="REV", help="Go back to this git revision, or to a day: 2026-01-31."
)
@click.option("--element", metavar="SECTION.ID", help="Tell only of this element: stages.offer.")
@click.option("-n", "--max-count", type=click.IntRange(1), metavar="N",
              help="Tell at most so many commits; with --findings, judge so many.")  # fmt: skip
@click.option("--reverse", is_flag=True, help="Tell the oldest first.")
@click.option("--findings", is_flag=True, help="Draw how many findings there were over time.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown", "svg"]),
              default="text", show_default=True,
              help="Form of the report; svg is a picture of the findings.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write into this file.")
@click.option("--force", is_flag=True, help="Replace a file that processctl did not write.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]),
              help="With --findings: judge dates as on this day.")  # fmt: skip
@limit_option
@language_option
def command(
    path: str,
    since: str | None,
    element: str | None,
    max_count: int | None,
    reverse: bool,
    findings: bool,
    format_: str,
    output: Path | None,
    force: bool,
    today: datetime | None,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Tell the life of a process from git: what changed when, and who decided it.

    The newest commit comes first. Who decided is said by lines such as "Decided-by: Anna Laine
    <anna@example.com>" at the end of a commit's message, else it is the author. Commits that change
    no more than the form of the files are passed over, and a folder that was renamed is followed.

    \b
    Examples:
      processctl log
      processctl log our-process --since v1.0.0
      processctl log --element stages.offer
      processctl log --format markdown
      processctl log --findings
      processctl log --findings --format svg -o findings.svg
    """
    from processctl.git.history import history
    from processctl.git.repository import NoRevision, Repository
    from processctl.reading.files import MARKER

    _check_usage(element, format_, findings=findings)
    if output is not None:
        check_target(output, force=force)
    root = one_workspace(path)
    try:
        repository = Repository.around(root)
        belongs = _belongs(repository, since)
        touched = history(repository, "HEAD", root, MARKER)
        within = takewhile(lambda one: belongs(one.commit), touched)
        if findings:
            from processctl.cli.log_chart import Drawing

            day = today.date() if today else date.today()
            drawing = Drawing(repository, Judging(day, limits_of(limits), fresh=False), lang)
            drawing.draw(list(within), max_count or MOST_JUDGED, format_, output, reverse=reverse)
            return
        from processctl.compare.life import life

        states = (state_in(repository, one, limits_of(limits)) for one in touched)
        steps = takewhile(lambda one: belongs(one.commit), life(states, element))
        shown = tuple(islice(steps, max_count))
    except NoRevision as error:
        raise UsageError(error.message, error.hint) from error
    from processctl.reports.log import Log
    from processctl.reports.telling import Telling

    languages = next((one.words.languages for one in shown if one.words is not None), ())
    on_terminal = format_ == "text" and output is None
    language = terminal_language(lang) if on_terminal else file_language(lang, languages)
    ordered = shown[::-1] if reverse else shown
    log = Log(Telling((), Path.cwd(), language), ordered)
    if not on_terminal:
        content = log.content(format_).encode()
        put(content) if output is None else write_atomically(output, content)
    else:
        log = replace(log, paint=click.style)
        colour = False if os.environ.get("NO_COLOR") else None
        for line in log.lines():
            click.echo(line, color=colour)
    if not shown:
        click.echo(told(say("No commit here changed that.")), err=True)


def _check_usage(element: str | None, format_: str, *, findings: bool) -> None:
    """Refuse options that say nothing together, and words that name no element."""
    if findings and (element is not None or format_ not in ("text", "svg")):
        raise UsageError(
            say(
                "--findings draws the findings of the whole process, as text or SVG: leave out the "
                "others."
            )
        )
    if format_ == "svg" and not findings:
        raise UsageError(say("A picture is made of the findings: add --findings."))
    from processctl.cli.trouble import nearest_hint
    from processctl.model.model import SECTIONS

    section, dot, name = (element or "").partition(".")
    if element is None or (dot and name and section in SECTIONS) or element == "process":
        return
    raise UsageError(
        say('"{word}" is no element: write its section too, "stages.offer" say.', word=element),
        nearest_hint(section, tuple(SECTIONS), None) if section not in SECTIONS else None,
    )


def _belongs(repository: Repository, since: str | None) -> Callable[[Commit], bool]:
    """Says of a commit whether it is one of those asked for."""
    if since is None:
        return lambda _: True
    if _DATE.fullmatch(since):
        return lambda commit: commit.date >= since
    start = repository.commit(since)
    newer = repository.run("rev-list", f"{start}..HEAD").stdout.decode().split()
    wanted = frozenset(newer)
    return lambda commit: commit.id in wanted
