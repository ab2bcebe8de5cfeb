"""``processctl prove``."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path

import click

from processctl.cli.exits import CLEAN, FINDINGS
from processctl.cli.language import file_language, language_option, terminal_language
from processctl.cli.places import find_places, limit_option, limits_of
from processctl.cli.trouble import TroubleError, UsageError, nearest_hint
from processctl.cli.unread import tell_unread
from processctl.cli.write import put
from processctl.texts import say


@click.command(
    name="prove", short_help="Prove that no lead is left behind, or show the one that is."
)
@click.argument("stages", nargs=-1, metavar="[STAGE]...")
@click.option("--path", "paths", multiple=True, type=click.Path(),
              help="A workspace; the current folder otherwise.")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="Form of the report.")  # fmt: skip
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Judge dates as on this day.")
@limit_option
@language_option
def command(
    stages: tuple[str, ...],
    paths: tuple[str, ...],
    format_: str,
    today: datetime | None,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Prove that no lead is left behind, stage by stage, or show the one that is.

    For every stage and every case that can come there: it has an owner and a deadline, fits one exit, can
    come to a result, and is let in where it is sent. STAGE are ids; all stages otherwise. The status
    is 0 when everything that is shown is proved.

    \b
    Examples:
      processctl prove
      processctl prove nurture --lang fi
      processctl prove --path our-process --format json
    """
    from processctl.lint.run import lint_journey, read_journey
    from processctl.lint.theorem import theorem_of
    from processctl.reports.telling import Telling
    from processctl.reports.theorem_json import theorem_json
    from processctl.reports.theorem_text import TheoremText

    day = today.date() if today else date.today()
    told, is_whole = [], True
    known: dict[str, None] = {}
    for root in find_places(paths).workspaces:
        journey = read_journey(root, limits_of(limits))
        # What cannot be read proves nothing, and nobody would see that from what is left.
        if tell_unread(journey, lang):
            is_whole = False
            if not journey.stages:
                continue
        if not journey.stages:
            raise TroubleError(
                say('"{folder}" has no stages yet: there is nothing to judge.', folder=str(root))
            )
        known.update(dict.fromkeys(journey.stages))
        # Each claim has to hold by itself: that a graver finding speaks for another does not prove it.
        result = lint_journey(journey, day, every=True)
        language = (
            terminal_language(lang)
            if format_ == "text"
            else file_language(lang, journey.model.languages)
        )
        telling = Telling((result,), Path.cwd(), language)
        told.append(TheoremText(theorem_of(journey, result), result, telling, click.style))
    for stage in stages:
        if stage not in known:
            raise UsageError(
                say('There is no stage "{word}" in force.', word=stage),
                nearest_hint(stage, tuple(known), None),
            )
    shown = [
        one
        for theorem in told
        for one in theorem.theorem.stages
        if not stages or one.stage in stages
    ]
    if format_ == "json":
        put(theorem_json(told))
    else:
        colour = False if os.environ.get("NO_COLOR") else None
        for theorem in told:
            for line in theorem.lines(stages):
                click.echo(line, color=colour)
    sys.exit(CLEAN if is_whole and all(one.is_proved for one in shown) else FINDINGS)
