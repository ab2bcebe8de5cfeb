"""``processctl config``."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

import click

from processctl.cli.exits import FINDINGS
from processctl.cli.language import language_option, terminal_language
from processctl.cli.places import find_places, limit_option, limits_of
from processctl.cli.unread import tell_unread
from processctl.cli.write import put


@click.group(name="config", short_help="Show the settings in force, and where each comes from.")
@language_option
def command(lang: str | None) -> None:
    """Show the settings in force, and where each comes from.

    \b
    Examples:
      processctl config show
      processctl config show our-process
    """
    del lang  # the commands look for it here


@command.command(name="show", short_help="List the settings, each with its origin.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--all", "every", is_flag=True, help="List rules too that nobody has set anything for."
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="Form of the list.")  # fmt: skip
@limit_option
@language_option
def show(
    paths: tuple[str, ...],
    every: bool,
    format_: str,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """List the settings of each workspace, each with the file and line that it comes from.

    Flags of "processctl lint" narrow what is shown and change none of these. Where something cannot
    be read, that is told on standard error, and the status is 1.

    \b
    Examples:
      processctl config show
      processctl config show --format json
    """
    from processctl.journey import make_journey
    from processctl.lint.effective import effective
    from processctl.lint.plugins import registry
    from processctl.model.model import read_model
    from processctl.reading.workspace import load
    from processctl.reports.settings_report import SettingsReport, settings_json
    from processctl.texts import translator

    speaker = translator(terminal_language(lang))
    reports, is_whole = [], True
    for root in find_places(paths).workspaces:
        model = read_model(load(root, limits_of(limits)))
        settings = effective(model, registry().rules)
        reports.append(SettingsReport(root, Path.cwd(), settings, speaker, every))
        if tell_unread(make_journey(model), lang):
            is_whole = False  # a setting may stand in what could not be read
    if format_ == "json":
        put(settings_json(reports))
    else:
        for line in chain.from_iterable(report.lines() for report in reports):
            click.echo(line)
    if not is_whole:
        sys.exit(FINDINGS)
