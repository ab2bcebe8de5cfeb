"""``processctl explain``."""

from __future__ import annotations

import os
import sys

import click

from processctl.cli.language import language_option, terminal_language
from processctl.cli.trouble import UsageError


@click.command(name="explain", short_help="Explain one rule.")
@click.argument("rule")
@language_option
def command(rule: str, lang: str | None) -> None:
    """Explain one rule: what it checks, why it matters, what to write instead.

    RULE is a code or a name.

    \b
    Examples:
      processctl explain PC201
      processctl explain stage-without-owner --lang fi
    """
    from processctl.lint.plugins import registry
    from processctl.reading.nearest import nearest
    from processctl.reports.rule_page import rule_page
    from processctl.texts import page_translator, say

    wanted = rule.strip().lower()
    found = next((one for one in registry().rules if wanted in (one.code.lower(), one.name)), None)
    if found is None:
        near = nearest(
            wanted, [word for one in registry().rules for word in (one.name, one.code.lower())]
        )
        shown = next((one.code for one in registry().rules if one.code.lower() == near), near)
        hint = (
            say('Did you mean "{name}"?', name=shown)
            if shown
            else say('"processctl rules" lists them.')
        )
        raise UsageError(say('There is no rule "{word}".', word=rule), hint)
    page = rule_page(found, page_translator(terminal_language(lang)))
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.markdown import Markdown

        Console(no_color=True if os.environ.get("NO_COLOR") else None).print(Markdown(page))
    else:
        click.echo(page, nl=False)
