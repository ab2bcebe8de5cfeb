"""``processctl rules``."""

from __future__ import annotations

import click

from processctl.cli.language import language_option, terminal_language

MENDED = {"safe": "--fix", "unsafe": "--fix --unsafe"}


@click.command(name="rules", short_help="List the rules.")
@language_option
def command(lang: str | None) -> None:
    """List the rules: code, severity, name, what each finds, and which option of lint mends it.

    \b
    Examples:
      processctl rules
      processctl explain stage-without-owner
    """
    from processctl.rules import RULES
    from processctl.texts import translator

    translate = translator(terminal_language(lang))
    longest = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        summary = translate.phrase(rule.summary)
        mended = f" ({MENDED[rule.repairs]})" if rule.repairs else ""
        click.echo(f"{rule.code}  {rule.severity:<7}  {rule.name:<{longest}}  {summary}{mended}")
