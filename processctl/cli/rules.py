"""``processctl rules``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from processctl.cli.language import language_option, terminal_language

if TYPE_CHECKING:
    from processctl.texts import Translator

MENDED = {"safe": "--fix", "unsafe": "--fix --unsafe"}


@click.command(name="rules", short_help="List the rules.")
@click.option("--changes", is_flag=True, help="List the kinds of change that diff tells instead.")
@language_option
def command(changes: bool, lang: str | None) -> None:
    """List the rules: code, severity, name, what each finds, and which option of lint mends it.

    \b
    Examples:
      processctl rules
      processctl rules --changes
      processctl explain stage-without-owner
    """
    from processctl.lint.plugins import registry
    from processctl.texts import page_translator

    translate = page_translator(terminal_language(lang))
    if changes:
        _list_changes(translate)
        return
    longest = max(len(rule.name) for rule in registry().rules)
    for rule in registry().rules:
        summary = translate.phrase(rule.summary_in(translate.language))
        mended = f" ({MENDED[rule.repairs]})" if rule.repairs else ""
        click.echo(f"{rule.code}  {rule.severity:<7}  {rule.name:<{longest}}  {summary}{mended}")


def _list_changes(translate: Translator) -> None:
    from processctl.compare.kinds import KINDS

    longest = max(len(kind.name) for kind in KINDS)
    for kind in KINDS:
        click.echo(
            f"{kind.code}  {kind.level:<10}  {kind.name:<{longest}}  {translate.phrase(kind.summary)}"
        )
