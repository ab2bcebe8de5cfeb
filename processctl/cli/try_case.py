"""``processctl try``."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.exits import CLEAN, FINDINGS
from processctl.cli.interview import at_terminal
from processctl.cli.language import language_option, terminal_language
from processctl.cli.places import limit_option, limits_of, one_workspace
from processctl.cli.trouble import TroubleError, UsageError, nearest_hint
from processctl.cli.unread import tell_unread
from processctl.texts import Message, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from processctl.journey import Journey
    from processctl.model.aims import Case
    from processctl.reports.walk import WalkReport
    from processctl.trying.plan import Known, Plan


@click.command(name="try", short_help="Walk one case through the process, stage by stage.")
@click.argument("name", required=False, metavar="[ID]")
@click.option("--in", "path", default=".", type=click.Path(), metavar="PATH",
              help="The workspace; that of the current folder otherwise.")  # fmt: skip
@click.option("--from", "start", metavar="STAGE", help="Begin in this stage.")
@click.option("--set", "given", multiple=True, metavar="FIELD=VALUE", help="A value of the case.")
@click.option("--yes", multiple=True, metavar="NAME",
              help="A judgement that is yes: a criterion, or the stage an exit leads to.")  # fmt: skip
@click.option("--no", multiple=True, metavar="NAME", help="A judgement that is no.")
@click.option("--case", "file", type=click.Path(path_type=Path), metavar="FILE",
              help='Take the case in this file, in the form of the section "cases".')  # fmt: skip
@click.option("--save", metavar="ID", help="Write the walk into the workspace as a case.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Let the case begin on this day.")
@limit_option
@language_option
def command(
    name: str | None,
    path: str,
    start: str | None,
    given: tuple[str, ...],
    yes: tuple[str, ...],
    no: tuple[str, ...],
    file: Path | None,
    save: str | None,
    today: datetime | None,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Walk one case through the process, stage by stage, and tell why it goes where it goes.

    ID is a case of the section "cases"; without one, the case is made of what the options say. On a
    terminal, what is lacking is asked for; elsewhere the walk ends there and says what it lacks.

    \b
    Examples:
      processctl try
      processctl try wants_a_talk
      processctl try --from web_contact --set request=talk --yes need_confirmed
      processctl try --case lead.yaml --save big_lead
    """
    from processctl.lint.run import read_journey
    from processctl.reports.walk import WalkReport
    from processctl.trying.ground import Ground
    from processctl.trying.walk import walk
    from processctl.trying.write import is_whole

    if (name is not None) + (file is not None) + bool(start or given or yes or no) > 1:
        raise UsageError(
            say("Name a case, or a file with one, or say of the case itself what it is.")
        )
    day = today.date() if today else date.today()
    root, bounds = one_workspace(path), limits_of(limits)
    overrides: Mapping[Path, str] = {}
    if file is not None:
        from processctl.cli.case_file import as_workspace_file

        overrides = as_workspace_file(root, file, bounds)
    journey = read_journey(root, bounds, overrides)
    whole = not tell_unread(journey, lang)
    if not journey.stages:
        raise TroubleError(say('"{folder}" has no stages: no case can walk.', folder=str(root)))
    if save is not None:
        from processctl.cli.case_file import check_name

        check_name(journey, save)
    colour = click.style if not os.environ.get("NO_COLOR") and sys.stdout.isatty() else _plain
    report = WalkReport(journey, terminal_language(lang), colour)
    asks = at_terminal()
    case = _case(journey, name, overrides)
    plan = (
        _of_case(journey, case)
        if case is not None
        else _of_options(report, start, given, frozenset(yes), frozenset(no), asks=asks)
    )
    ground = Ground(journey)
    if asks:
        from processctl.cli.asking import walk_asking

        plan, done = walk_asking(ground, plan, day, report)
        lines = list(report.lines(done, len(done.stops) - (done.end in ("lacks", "several"))))
    else:
        done = walk(ground, plan, day)
        lines = list(report.lines(done))
    for line in lines:
        click.echo(line)
    if save is not None:
        from processctl.cli.case_file import save_case

        click.echo(click.format_filename(save_case(ground, save, plan, done, bounds, day)))
    sys.exit(CLEAN if whole and is_whole(done) else FINDINGS)


def _plain(text: str, **_: object) -> str:
    return text


def _case(journey: Journey, name: str | None, overrides: Mapping[Path, str]) -> Case | None:
    """The case that is asked for; the one in the file, where there is a file."""
    cases = journey.model.cases
    if overrides:
        sections = journey.model.workspace.sections
        for case in cases.values():
            span = sections.span(case.path)
            if span is not None and span.source.path in overrides:
                return case
        raise TroubleError(say("There is no case in the file."))
    if name is None:
        return None
    if name not in cases:
        known = tuple(cases)
        there_are = say("There are {names}.", names=", ".join(known[:10])) if known else None
        raise UsageError(
            say('There is no case "{name}".', name=name), nearest_hint(name, known, there_are)
        )
    return cases[name]


def _of_case(journey: Journey, case: Case) -> Plan:
    from processctl.trying.of_case import Fault, plan_of

    plan = plan_of(journey, case)
    if isinstance(plan, Fault):
        raise TroubleError(plan.message)
    return plan


def _of_options(
    report: WalkReport,
    start: str | None,
    given: tuple[str, ...],
    yes: frozenset[str],
    no: frozenset[str],
    *,
    asks: bool,
) -> Plan:
    """The case that the options tell of.

    Raises:
        UsageError: it is not said where the case begins, or a name or a value is none.
    """
    from processctl.trying.ask import birth_values
    from processctl.trying.plan import Plan

    journey = report.journey
    starts = journey.starts or tuple(journey.stages)
    if start is None and len(starts) > 1 and asks:
        from processctl.cli.asking import choose_start

        start = choose_start(report, starts)
    if start is None and len(starts) == 1:
        start = starts[0]
    if start is None:
        raise UsageError(
            say("Where does the case begin? Say --from {names}.", names=", ".join(starts[:10]))
        )
    if start not in journey.stages:
        raise UsageError(
            say('There is no stage "{stage}" in force.', stage=start),
            nearest_hint(start, tuple(journey.stages), None),
        )
    judgements = {name for name, one in journey.model.criteria.items() if one.test is None}
    known = tuple(judgements | journey.stages.keys())
    for name in sorted(yes | no):
        if name not in known:
            raise UsageError(
                say('There is no judgement "{name}".', name=name),
                nearest_hint(name, tuple(sorted(known)), None),
            )
    values = _values(journey, given)
    return Plan(start, birth_values(journey, start, values), (), values, yes, no)


def _values(journey: Journey, given: tuple[str, ...]) -> dict[str, Known]:
    from processctl.trying.ask import read_value

    values: dict[str, Known] = {}
    for one in given:
        name, equals, text = one.partition("=")
        if not equals:
            raise UsageError(say('"{word}" is no FIELD=VALUE.', word=one))
        known = {**journey.model.fields, **journey.model.segments}
        if name not in known:
            raise UsageError(
                say('There is no field "{field}".', field=name),
                nearest_hint(name, tuple(known), None),
            )
        value = read_value(journey, name, text)
        if isinstance(value, Message):
            field = journey.model.fields.get(name)
            options = tuple(field.options or ()) if field is not None else ()
            raise UsageError(value, nearest_hint(text, options, None) if options else None)
        values[name] = value
    return values
