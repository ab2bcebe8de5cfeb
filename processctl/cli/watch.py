"""Does something again whenever a workspace changes, until somebody stops it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.trouble import told
from processctl.texts import Argument, say

if TYPE_CHECKING:
    from watchfiles import Change

# Milliseconds: an editor that saves in several steps is waited for, and no longer.
_SETTLE = 40
_STEP = 20
_ENDINGS = (".yaml", ".yml")


def watch(folders: Iterable[Path], again: Callable[[], None]) -> None:
    """Call ``again`` after each change of a YAML file in or below the folders; Ctrl-C ends it.

    What goes wrong on the way is told, and the watch goes on: a file is often broken while somebody
    writes in it.
    """
    from watchfiles import watch as changes

    def is_ours(change: Change, path: str) -> bool:
        del change
        return path.endswith(_ENDINGS)

    saved = changes(
        *folders, watch_filter=is_ours, debounce=_SETTLE, step=_STEP, raise_interrupt=False
    )
    for _ in saved:
        try:
            again()
        except click.ClickException as error:
            tell(error.format_message())


def tell(words: Argument) -> None:
    """Something about the watch, on standard error."""
    click.echo(told(words), err=True)


WATCHING = say("Watching; Ctrl-C ends it.")
