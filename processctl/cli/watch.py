"""Does something again whenever a workspace changes, until somebody stops it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
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
# How often it looks up though nothing has happened; so it also knows that it has begun.
_IDLE = 100
_ENDINGS = (".yaml", ".yml")


def watch(folders: Iterable[Path], first: Callable[[], None], again: Callable[[], None]) -> None:
    """Call ``first``, and ``again`` after each change of a YAML file in or below the folders.

    Ctrl-C ends it. What goes wrong in ``again`` is told, and the watch goes on: a file is often
    broken while somebody writes in it. What is saved while ``first`` runs is seen afterwards.
    """
    from watchfiles import watch as changes

    def is_ours(change: Change, path: str) -> bool:
        del change
        return path.endswith(_ENDINGS)

    saved = changes(
        *folders, watch_filter=is_ours, debounce=_SETTLE, step=_STEP, rust_timeout=_IDLE,
        yield_on_timeout=True,
    )  # fmt: skip
    begun = False
    with suppress(KeyboardInterrupt):
        for found in saved:
            if not begun:
                first()
                tell(say("Watching; Ctrl-C ends it."))
                begun = True
            elif found:
                try:
                    again()
                except click.ClickException as error:
                    click.echo(error.format_message(), err=True)


def tell(words: Argument) -> None:
    """Something about the watch, on standard error."""
    click.echo(told(words), err=True)
