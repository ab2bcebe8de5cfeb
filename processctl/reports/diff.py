"""A change as a unified diff: byte for byte as ``git apply`` reads it, or painted for people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

from processctl.reports.telling import plain
from processctl.reports.text import Paint

# Nothing but a line feed ends a line, as for programs that apply a diff.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\\ No newline at end of file\n"
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}
_HEADERS = ("--- ", "+++ ")


def diff_lines(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of the difference, each with its end; ``name`` is the file's, with forward slashes."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n{_NO_END}"


def painted(line: str, paint: Paint) -> str:
    """A line of a diff for a terminal, in colour and without its end."""
    text = plain(line.rstrip("\r\n").replace("\t", "    "))
    if line.startswith(_HEADERS):
        return paint(text, bold=True)
    colour = _COLOURS.get(line[:1])
    return paint(text, fg=colour) if colour else text
