"""Addresses in a process, and folders of other workspaces: what an editor can open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from processctl.reading.compose import compose
from processctl.reading.files import MARKER
from processctl.reading.limits import Limits
from processctl.reading.marker import uses
from processctl.reading.nodes import Mapping
from processctl.reading.source import Source, Span

# Only what browsers open anyway: a link comes from a stranger's file.
_ADDRESS = re.compile(r"https?://[^\s<>\"'\]})]+")
_MOST = 1_000


def addresses(source: Source) -> Iterator[tuple[Span, str]]:
    """The web addresses of a file, each with its place."""
    for number, found in enumerate(_ADDRESS.finditer(source.text)):
        if number >= _MOST:
            return
        text = found[0].rstrip(".,;:")
        yield Span(source, found.start(), found.start() + len(text)), text


def used_workspaces(source: Source) -> Iterator[tuple[Span, Path]]:
    """The marker files of the workspaces that a marker file uses."""
    if source.path.name != MARKER:
        return
    root = compose(source, Limits()).root
    if isinstance(root, Mapping):
        for item in uses(root):
            target = source.path.parent / item.text.replace("\0", "\ufffd") / MARKER
            yield Span(source, item.start, item.end), target
