"""``processctl test``."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.exits import CLEAN, FINDINGS
from processctl.cli.language import language_option, terminal_language
from processctl.cli.places import find_places, limit_option, limits_of
from processctl.cli.trouble import UsageError, nearest_hint
from processctl.cli.unread import tell_unread
from processctl.cli.write import put
from processctl.texts import say

if TYPE_CHECKING:
    from processctl.journey import Journey
    from processctl.reports.cases import Tested

FORMATS = ("text", "json", "junit")


@click.command(name="test", short_help="Let made-up cases walk, and see if they go as they should.")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--in", "paths", multiple=True, type=click.Path(), metavar="PATH",
              help="A workspace, or a folder with several; the current folder otherwise.")  # fmt: skip
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Let cases begin on this day.")
@limit_option
@language_option
def command(
    ids: tuple[str, ...],
    paths: tuple[str, ...],
    format_: str,
    today: datetime | None,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Let the cases of the section "cases" walk, and see if they go as they are said to.

    Each case goes from stage to stage with its values and answers. It passes if it goes by its "path",
    ends where its "ends" says, is refused nowhere and falls through nowhere. ID are the cases that
    are wanted, all of them otherwise.

    \b
    Examples:
      processctl test
      processctl test wants_a_talk --today 2026-11-23
      processctl test --in our-process --format junit
    """
    from processctl.lint.run import read_journey
    from processctl.reports.cases import CaseReport

    day = today.date() if today else date.today()
    bounds = limits_of(limits)
    journeys = [read_journey(root, bounds) for root in find_places(paths).workspaces]
    unread = [tell_unread(journey, lang) for journey in journeys]
    tested = [_tested(journey, ids, day) for journey in journeys]
    _check_ids(journeys, ids)
    language = terminal_language(lang)
    report = CaseReport(
        tested, Path.cwd(), language, click.style if format_ == "text" else lambda text, **_: text
    )
    if format_ == "text":
        colour = False if os.environ.get("NO_COLOR") else None
        for line in report.lines():
            click.echo(line, color=colour)
    else:
        from processctl.reports.cases_formats import cases_json, cases_junit

        put(cases_json(report) if format_ == "json" else cases_junit(report))
    whole = all(case.passes for one in tested for case in one.cases) and not any(unread)
    sys.exit(CLEAN if whole else FINDINGS)


def _tested(journey: Journey, ids: tuple[str, ...], day: date) -> Tested:
    from processctl.reports.cases import Tested
    from processctl.trying.check import check_cases
    from processctl.trying.ground import Ground

    ground = Ground(journey)
    cases = journey.model.cases
    wanted = [case for name, case in cases.items() if not ids or name in ids]
    return Tested(journey, check_cases(ground, wanted, day))


def _check_ids(journeys: list[Journey], ids: tuple[str, ...]) -> None:
    """Refuse what is the id of no case.

    Raises:
        UsageError: there is no such case.
    """
    known = tuple(dict.fromkeys(name for journey in journeys for name in journey.model.cases))
    for name in ids:
        if name not in known:
            there_are = (
                say("There are {names}.", names=", ".join(known[:10]))
                if known
                else say('The section "cases" is empty.')
            )
            raise UsageError(
                say('There is no case "{name}".', name=name), nearest_hint(name, known, there_are)
            )
