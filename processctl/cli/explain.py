"""``processctl explain``."""

from __future__ import annotations

import sys

import click

_MENDED = {
    "safe": "Where what is meant is certain, `processctl lint --fix` mends it.",
    "unsafe": "`processctl lint --fix --unsafe` prepares what is missing, for you to complete.",
}


@click.command(name="explain", short_help="Explain one rule.")
@click.argument("rule")
def command(rule: str) -> None:
    """Explain one rule: what it checks, why it matters, what to write instead.

    RULE is a code or a name.

    \b
    Examples:
      processctl explain PC201
      processctl explain stage-without-owner
    """
    from processctl.reading.nearest import nearest
    from processctl.rules import RULES

    found = next((one for one in RULES if rule.upper() == one.code or rule == one.name), None)
    if found is None:
        near = nearest(rule, [word for one in RULES for word in (one.name, one.code)])
        hint = f'Did you mean "{near}"?' if near else '"processctl rules" lists them.'
        raise click.UsageError(f'There is no rule "{rule}". {hint}')
    head = f"# {found.code} {found.name} ({found.severity})"
    mended = f"\n{_MENDED[found.repairs]}\n" if found.repairs else ""
    page = f"{head}\n{mended}\n{found.page.strip()}\n"
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.markdown import Markdown

        Console().print(Markdown(page))
    else:
        click.echo(page, nl=False)
