"""Showing changes before they are made, as a diff."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable
from pathlib import Path

import click

from processctl.cli.write import Change, put

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show_changes(changes: Iterable[Change]) -> None:
    """Print changes as a unified diff: byte for byte for programs, in colour for people."""
    from processctl.reading.source import BYTE_ORDER_MARK
    from processctl.repair.diff import diff
    from processctl.reports.telling import plain, relative

    for change in changes:
        mark = BYTE_ORDER_MARK if _begins_with_mark(change.file) else ""
        name = relative(change.file, Path.cwd())
        for line in diff(name, mark + change.before, mark + change.after):
            if sys.stdout.isatty():
                shown = plain(line.rstrip("\r\n").replace("\t", "    "))
                colour = False if os.environ.get("NO_COLOR") else None
                click.secho(shown, fg=_COLOURS.get(line[0]), color=colour)
            else:
                put(line.encode())


def _begins_with_mark(file: Path) -> bool:
    """Whether a file has a byte order mark, which whoever applies the diff will meet."""
    return file.is_file() and file.read_bytes().startswith(BOM_UTF8)
