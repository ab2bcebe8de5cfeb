"""``processctl config``."""

from __future__ import annotations

from pathlib import Path

import click

from processctl.cli.language import language_option, terminal_language
from processctl.cli.places import find_places, limit_option, limits_of
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

    Flags of "processctl lint" narrow what is shown and change none of these.

    \b
    Examples:
      processctl config show
      processctl config show --format json
    """
    from processctl.lint.effective import effective
    from processctl.lint.plugins import registry
    from processctl.model.model import read_model
    from processctl.reading.workspace import load
    from processctl.reports.settings_report import SettingsReport, settings_json
    from processctl.texts import translator

    speaker = translator(terminal_language(lang))
    reports = []
    for root in find_places(paths).workspaces:
        model = read_model(load(root, limits_of(limits)))
        settings = effective(model, registry().rules)
        reports.append(SettingsReport(root, Path.cwd(), settings, speaker, every))
    if format_ == "json":
        put(settings_json(reports))
        return
    for report in reports:
        for line in report.lines():
            click.echo(line)
