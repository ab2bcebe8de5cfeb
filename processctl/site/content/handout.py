"""A role on one sheet of paper: what it answers for, gets and gives, by when, and whom it meets."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.diagrams.sketch import Panel
from processctl.site.addresses import WHO, handout_of
from processctl.site.content.day import day_panels, who_panels
from processctl.site.page import Facts, Page, Sheet
from processctl.texts import say
from processctl.views.party import Party
from processctl.views.wording import Wording

# Letters in a line and lines on a sheet, in print of each size; the style sheet says what the sizes are.
_SIZES: tuple[tuple[Sheet, int, int], ...] = (
    ("large", 34, 92), ("medium", 41, 114), ("small", 26, 190),
)  # fmt: skip


def handout_pages(words: Wording) -> Iterator[Page]:
    """One for each role."""
    for name, role in words.journey.model.roles.items():
        party = Party(words.journey, "roles", name)
        panels = (*who_panels(words, party), *day_panels(words, party))
        yield Page(
            handout_of(name),
            words.say(role.title),
            lead=words.say(role.about) if role.about is not None else "",
            eyebrow=words.say(say("On one sheet")),
            blocks=tuple(map(Facts, panels)),
            parent=WHO,
            sheet=_size(panels),
        )


def _size(panels: tuple[Panel, ...]) -> Sheet:
    """The largest print in which everything is on one sheet, as far as letters can tell; else the smallest."""
    for size, letters, most in _SIZES:
        if sum(_lines(panel, letters) for panel in panels) <= most:
            return size
    return "tiny"


def _lines(panel: Panel, letters: int) -> int:
    """How many lines a panel takes, its heading counted as two."""
    return 2 + sum(1 + len(line) // letters for fact in panel.facts for line in fact.words)
