"""What could not be read, told on standard error: nobody sees from a result what it is not made of."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.language import terminal_language

if TYPE_CHECKING:
    from processctl.journey import Journey


def tell_unread(journey: Journey, lang: str | None) -> bool:
    """Tell what of a workspace could not be read; the answer is whether there is any such thing."""
    if not journey.model.workspace.problems:
        return False
    from processctl.lint.engine import lint
    from processctl.lint.narrow import Selection
    from processctl.reports.telling import Telling
    from processctl.reports.text import TextReport
    from processctl.rules import RULES

    result = Selection(("PC0",)).of(lint(journey, RULES, date.today()))
    telling = Telling((result,), Path.cwd(), terminal_language(lang))
    for line in TextReport(telling, quiet=True).lines():
        click.echo(line, err=True)
    return True
