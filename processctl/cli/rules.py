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
    from processctl.lint.plugins import registry
    from processctl.texts import page_translator

    translate = page_translator(terminal_language(lang))
    longest = max(len(rule.name) for rule in registry().rules)
    for rule in registry().rules:
        summary = translate.phrase(rule.summary_in(translate.language))
        mended = f" ({MENDED[rule.repairs]})" if rule.repairs else ""
        click.echo(f"{rule.code}  {rule.severity:<7}  {rule.name:<{longest}}  {summary}{mended}")
