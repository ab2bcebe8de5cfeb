"""Merge conflicts that nobody has settled: git leaves both sides in the file, with marks between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processctl.reading.problem import Problem
from processctl.reading.source import Source, Span
from processctl.reading.traps import invalid
from processctl.texts import say

# Seven signs at the very beginning of a line: no YAML of ours begins a line so.
_MARK = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)


def conflicts(source: Source) -> Iterator[Problem]:
    """The whole conflicts of a file, each at its first line."""
    if "<<<<<<<" not in source.text:
        return
    first: int | None = None
    for mark in _MARK.finditer(source.text):
        if mark[0] == "<<<<<<<":
            first = mark.start()
        elif mark[0] == ">>>>>>>" and first is not None:
            begin, end = (Span(source, place, place).first[0] for place in (first, mark.start()))
            yield invalid(
                source,
                first,
                first + len(mark[0]),
                say(
                    "This file holds a merge conflict that nobody has settled (lines {first} to {last}).",
                    first=begin,
                    last=end,
                ),
                say(
                    'Keep one of the two sides, or put them together, and delete the lines with "{one}", '
                    '"{two}" and "{three}".',
                    one="<<<<<<<",
                    two="=======",
                    three=">>>>>>>",
                ),
            )
            first = None


def leftover(source: Source, offset: int, context: int | None) -> Problem | None:
    """A mark that somebody left behind when they settled a conflict."""
    del offset, context
    mark = _MARK.search(source.text)
    if mark is None:
        return None
    return invalid(
        source,
        mark.start(),
        mark.end(),
        say("This line is left over from a merge conflict."),
        say("Delete it, and see whether what stands around it is right."),
    )
