"""Formatting a text: read, put in order, print, prove."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from processctl.fmt.build import read_document
from processctl.fmt.guard import NotProvedError, prove
from processctl.fmt.order import put_in_order
from processctl.fmt.printer import print_document
from processctl.fmt.settle import settle
from processctl.reading.collector import collector_off
from processctl.reading.compose import compose
from processctl.reading.limits import Limits
from processctl.reading.nodes import Mapping, Node
from processctl.reading.problem import Problem
from processctl.reading.source import BYTE_ORDER_MARK, Source

__all__ = ["Formatted", "NotProvedError", "format_text"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE_ENDS = ("\n", "\r\n", "\r")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text in canonical form, and whether that differs from what it was."""

    text: str
    changed: bool


def format_text(
    text: str, path: Path = Path("-"), limits: Limits | None = None
) -> Formatted | tuple[Problem, ...]:
    """Bring the text of a process file into its canonical form, or tell why it cannot be read.

    Values, comments, the byte order mark and the kind of line ends stay. A file that holds no map
    (an empty one, or another tool's) stays as it is.

    Args:
        text: The whole file.
        path: Where problems are said to stand.
        limits: What the text may hold.

    Raises:
        NotProvedError: formatting would change more than the form. That is a fault of ours.
    """
    limits = limits or Limits()
    with collector_off():
        bare = text.removeprefix(BYTE_ORDER_MARK)
        composed = compose(Source(path, bare), limits)
        if composed.problems:
            return composed.problems
        if not isinstance(composed.root, Mapping) or not composed.root.entries:
            return Formatted(text, changed=False)
        made = _formatted(bare, composed.root, limits)
    whole = text[: len(text) - len(bare)] + made
    return Formatted(whole, changed=whole != text)


def _formatted(text: str, root: Node, limits: Limits) -> str:
    lines = _LINE_END.sub("\n", text)
    document = read_document(lines)
    put_in_order(document)
    settle(document)
    printed = print_document(document)
    if printed != lines:
        prove(root, document, printed, limits)
    return printed.replace("\n", _line_end(text))


def _line_end(text: str) -> str:
    """The line end that most lines have."""
    count = Counter(_LINE_END.findall(text))
    return max(_LINE_ENDS, key=lambda one: count[one])
