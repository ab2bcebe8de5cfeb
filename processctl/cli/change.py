"""Showing changes before they are made, as a diff."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable
from pathlib import Path

import click

from processctl.cli.write import Change, put


def show_changes(changes: Iterable[Change]) -> None:
    """Print changes as a unified diff."""
    from processctl.reading.source import BYTE_ORDER_MARK
    from processctl.reports.telling import relative

    for change in changes:
        mark = BYTE_ORDER_MARK if _begins_with_mark(change.file) else ""
        name = relative(change.file, Path.cwd())
        show_difference(name, mark + change.before, mark + change.after)


def show_difference(name: str, before: str, after: str) -> None:
    """Print one file's difference: byte for byte for programs, in colour for people."""
    from processctl.reports.diff import diff_lines, painted

    lines = diff_lines(name, before, after)
    if sys.stdout.isatty():
        colour = False if os.environ.get("NO_COLOR") else None
        for line in lines:
            click.echo(painted(line, click.style), color=colour)
    else:
        put("".join(lines).encode())


def _begins_with_mark(file: Path) -> bool:
    """Whether a file has a byte order mark, which whoever applies the diff will meet."""
    return file.is_file() and file.read_bytes().startswith(BOM_UTF8)
