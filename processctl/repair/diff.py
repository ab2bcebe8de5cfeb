"""A change as a unified diff, as ``patch`` and ``git apply`` read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\\ No newline at end of file\n"


def diff(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of the difference, each with its end; ``name`` is the file's, with forward slashes."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n{_NO_END}"
