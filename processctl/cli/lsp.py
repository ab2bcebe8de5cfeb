"""``processctl lsp``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.language import language_option, terminal_language
from processctl.cli.places import limit_option, limits_of

if TYPE_CHECKING:
    from datetime import datetime


@click.command(name="lsp", short_help="Help editors while somebody writes: the language server.")
@click.option(
    "--log",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write down what goes on, for a report of a fault.",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Judge dates as on this day.",
)
@limit_option
@language_option
def command(
    log: Path | None,
    today: datetime | None,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Help editors while somebody writes: findings, names to choose from, what a key means.

    An editor starts it, and speaks the Language Server Protocol with it on standard input and output.
    docs/editor.md says how each editor is told to.

    \b
    Examples:
      processctl lsp
      processctl lsp --log lsp.log
    """
    from processctl.lsp.server import Surroundings
    from processctl.lsp.start import serve

    if log is not None:
        _log_to(log)
    fixed = today.date() if today is not None else None
    around = Surroundings(lambda: fixed or date.today(), terminal_language(lang), limits_of(limits))
    click.get_current_context().exit(serve(around))


def _log_to(file: Path) -> None:
    import logging

    from processctl.cli.trouble import UsageError, reason
    from processctl.texts import say

    try:
        handler = logging.FileHandler(file, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            say('"{file}" cannot be written: {reason}.', file=str(file), reason=reason(error))
        ) from error
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    logging.getLogger("pygls").setLevel(logging.WARNING)  # it would write down every text
