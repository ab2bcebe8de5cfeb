"""Showing changes before they are made, as a diff."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from processctl.cli.write import Change, put

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show_changes(changes: Iterable[Change]) -> None:
    """Print changes as a unified diff: byte for byte for programs, in colour for people."""
    from processctl.repair.diff import diff
    from processctl.reports.telling import plain, relative

    for change in changes:
        for line in diff(relative(change.file, Path.cwd()), change.before, change.after):
            if sys.stdout.isatty():
                shown = plain(line.rstrip("\r\n").replace("\t", "    "))
                colour = False if os.environ.get("NO_COLOR") else None
                click.secho(shown, fg=_COLOURS.get(line[0]), color=colour)
            else:
                put(line.encode())
