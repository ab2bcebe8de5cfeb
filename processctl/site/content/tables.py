"""Tables in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from processctl.site.page import Cell, Table
from processctl.texts import Message
from processctl.views.wording import Wording


def table(
    words: Wording, title: Message, heads: Sequence[Message], rows: Iterable[tuple[Cell, ...]]
) -> Table | None:
    """A table without the columns in which nothing stands; None without rows."""
    found = tuple(rows)
    if not found:
        return None
    kept = [
        at
        for at in range(len(heads))
        if at == 0 or any(any(line for line in row[at].lines) for row in found)
    ]
    return Table(
        words.say(title),
        tuple(words.say(heads[at]) for at in kept),
        tuple(tuple(row[at] for at in kept) for row in found),
    )
