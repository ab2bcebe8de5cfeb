"""Merge keys (``<<``), as https://yaml.org/type/merge.html describes them."""

from __future__ import annotations

from collections.abc import Iterable

from processctl.reading.nodes import Entry, Mapping, Node, Sequence
from processctl.reading.problem import Problem
from processctl.reading.source import Source, Span
from processctl.texts import say


def merge(source: Source, entries: dict[str, Entry], merged: Iterable[Node]) -> list[Problem]:
    """Take entries over into a map, in place: what is written in it wins, then the earlier map."""
    problems = []
    for value in merged:
        for one in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(one, Mapping):
                for key, entry in one.entries.items():
                    entries.setdefault(key, entry)
            else:
                message = say('Behind "<<" only a map can stand, or a list of maps.')
                hint = say('Point to an anchored map: "<<: *name".')
                span = Span(source, one[-2], one[-1])
                problems.append(Problem("refused-yaml-feature", span, message, hint))
    return problems
