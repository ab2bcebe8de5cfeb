"""``processctl assess``."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.exits import CLEAN, FINDINGS
from processctl.cli.language import file_language, language_option, terminal_language
from processctl.cli.output import check_target
from processctl.cli.places import find_places, limit_option, limits_of
from processctl.cli.trouble import TroubleError, UsageError, told
from processctl.cli.unread import tell_unread
from processctl.cli.write import put, write_atomically
from processctl.texts import say

if TYPE_CHECKING:
    from processctl.lint.questions.assessment import Assessment, Earlier
    from processctl.reading.limits import Limits
    from processctl.reports.assess_words import Words

FORMATS = ("text", "json", "markdown", "html", "svg", "png")
_ONE_ONLY = ("html", "svg", "png")


@click.command(
    name="assess", short_help="Judge how far a process is on the way to working together."
)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True,
              help="Form of the report; svg and png are a picture.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write into this file.")
@click.option("--force", is_flag=True, help="Replace a file that processctl did not write.")
@click.option(
    "--since", metavar="REV", help="Compare with this git revision: a tag, a commit, main~20."
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Judge dates as on this day.")
@click.option("--verbose", is_flag=True, help="Show all places and findings behind each judgement.")
@limit_option
@language_option
def command(
    paths: tuple[str, ...],
    format_: str,
    output: Path | None,
    force: bool,
    since: str | None,
    today: datetime | None,
    verbose: bool,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Judge how far a process is on the way to working together, question by question.

    The questions stand in four phases, from foundations to steady improvement. A question is answered
    when the process says so and no rule objects, partly when something is missing, else open.

    \b
    Examples:
      processctl assess
      processctl assess our-process --since v1.0.0
      processctl assess --format html -o assessment.html
      processctl assess --lang fi --format markdown
    """
    if output is not None:
        check_target(output, force=force)
    day = today.date() if today else date.today()
    roots = find_places(paths).workspaces
    if format_ in _ONE_ONLY and len(roots) != 1:
        raise UsageError(
            say(
                'The format "{format}" shows one workspace, and here are {count}: name one.',
                format=format_,
                count=len(roots),
            )
        )
    judged = [_assessed(root, day, limits_of(limits), since, lang) for root in roots]
    assessments = [assessment for assessment, _ in judged]
    status = CLEAN if all(whole for _, whole in judged) else FINDINGS
    told = _words(assessments, format_, lang, to_file=output is not None)
    if format_ == "text" and output is None:
        from processctl.reports.assess_text import AssessText

        colour = False if os.environ.get("NO_COLOR") else None
        for number, words in enumerate(told):
            if number:
                click.echo()
            for line in AssessText(words, click.style, verbose).lines():
                click.echo(line, color=colour)
        sys.exit(status)
    content = _content(told, format_, verbose=verbose)
    if output is None:
        put(content)
    else:
        write_atomically(output, content)
    sys.exit(status)


def _assessed(
    root: Path, today: date, limits: Limits, since: str | None, lang: str | None
) -> tuple[Assessment, bool]:
    """The judgements, and whether they are of the whole process: all of it could be read."""
    from processctl.lint.questions.assessment import assess
    from processctl.lint.run import lint_journey, read_journey

    journey = read_journey(root, limits)
    result = lint_journey(journey, today)
    # What cannot be read answers nothing, and would be asked for again in vain.
    whole = not tell_unread(journey, lang)
    if not result.answers:
        if not whole:
            sys.exit(FINDINGS)
        raise TroubleError(
            say('"{folder}" has no stages yet: there is nothing to judge.', folder=str(root))
        )
    earlier = _earlier(root, today, limits, since) if since is not None else None
    return assess(journey, result.findings, result.scope, today, earlier), whole


def _earlier(root: Path, today: date, limits: Limits, since: str) -> Earlier:
    """The verdicts on the process as it was, judged as on the same day."""
    from processctl.git.repository import NoRevision, Repository
    from processctl.git.tree import RevisionTree
    from processctl.lint.questions.assessment import Earlier
    from processctl.lint.run import lint_journey, read_journey
    from processctl.reading.files import MARKER

    try:
        tree = RevisionTree(Repository.around(root), since)
        if not tree.exists(root / MARKER):
            return Earlier(since, {}, began=False)
        result = lint_journey(read_journey(root, limits, tree=tree), today)
    except NoRevision as error:
        raise UsageError(error.message, error.hint) from error
    if any(one.code.startswith("PC0") for one in result.findings):
        words = say(
            'Not all that was there at "{revision}" can be read: compare with care.', revision=since
        )
        click.echo(told(words), err=True)
    return Earlier(since, {one.id: one.verdict for one in result.answers}, bool(result.answers))


def _words(
    assessments: list[Assessment], format_: str, lang: str | None, *, to_file: bool
) -> list[Words]:
    from processctl.reports.assess_words import Words
    from processctl.texts import translator

    told = []
    for one in assessments:
        on_terminal = format_ == "text" and not to_file
        language = (
            terminal_language(lang) if on_terminal else file_language(lang, one.scope.languages)
        )
        told.append(Words(one, Path.cwd(), translator(language)))
    return told


def _content(told: list[Words], format_: str, *, verbose: bool) -> bytes:
    """What stands in the file, or goes to standard output."""
    if format_ == "json":
        from processctl.reports.assess_json import assess_json

        return f"{assess_json(told)}\n".encode()
    if format_ == "markdown":
        from processctl.reports.assess_markdown import assess_markdown

        return "\n".join(assess_markdown(words) for words in told).encode()
    if format_ == "text":
        from processctl.reports.assess_text import AssessText

        reports = ("\n".join(AssessText(words, verbose=verbose).lines()) for words in told)
        return ("\n\n".join(reports) + "\n").encode()
    from processctl.cli.picture import ladder_of
    from processctl.diagrams.ladder import ladder_scene

    (words,) = told
    scene = ladder_scene(ladder_of(words))
    if format_ == "png":
        from processctl.diagrams.files.png import png

        return png(scene)
    from processctl.diagrams.files.svg import svg

    drawing = svg(scene)
    if format_ == "svg":
        return drawing
    from processctl.reports.assess_html import assess_html

    return assess_html(words, drawing.decode()).encode()
