"""``processctl explain``."""

from __future__ import annotations

import os
import sys
from functools import partial

import click

from processctl.cli.language import language_option, terminal_language
from processctl.cli.trouble import UsageError


@click.command(name="explain", short_help="Explain one rule, or one kind of change.")
@click.argument("rule")
@language_option
def command(rule: str, lang: str | None) -> None:
    """Explain one rule: what it checks, why it matters, what to write instead.

    RULE is a code or a name, of a rule or of a kind of change (CH101).

    \b
    Examples:
      processctl explain PC201
      processctl explain stage-without-owner --lang fi
      processctl explain way-lost
    """
    from processctl.compare.kinds import KINDS
    from processctl.lint.plugins import registry
    from processctl.reading.nearest import nearest
    from processctl.reports.kind_page import kind_page
    from processctl.reports.rule_page import rule_page
    from processctl.texts import page_translator, say

    wanted = rule.strip().lower()
    speaker = page_translator(terminal_language(lang))
    pages = {
        **{(one.code, one.name): partial(kind_page, one, speaker) for one in KINDS},
        **{(one.code, one.name): partial(rule_page, one, speaker) for one in registry().rules},
    }
    found = next(
        (make for (code, name), make in pages.items() if wanted in (code.lower(), name)), None
    )
    if found is None:
        near = nearest(wanted, [word for code, name in pages for word in (name, code.lower())])
        shown = next((code for code, _ in pages if code.lower() == near), near)
        hint = (
            say('Did you mean "{name}"?', name=shown)
            if shown
            else say('"processctl rules" lists them.')
        )
        raise UsageError(say('There is no rule "{word}".', word=rule), hint)
    page = found()
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.markdown import Markdown

        Console(no_color=True if os.environ.get("NO_COLOR") else None).print(Markdown(page))
    else:
        click.echo(page, nl=False)
