"""The kinds of change: what each is called, and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.texts import Message, say

Level: TypeAlias = Literal["breaking", "behaviour", "clarifying"]
LEVELS: tuple[Level, ...] = ("breaking", "behaviour", "clarifying")
"""The gravest first."""

LEVEL_WORDS: dict[Level, Message] = {
    "breaking": say("breaking"),
    "behaviour": say("behaviour"),
    "clarifying": say("clarifying"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of change: ``code`` is for machines, ``name`` for people, as rules have them.

    ``level`` is how much such a change matters if it does not say otherwise itself. ``page`` is its
    page in Markdown.
    """

    code: str
    name: str
    level: Level
    page: str

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return next(iter(self.page.strip().splitlines()), "")

    @property
    def family(self) -> str:
        """The code's family, ``CH1`` of ``CH101``."""
        return self.code[:-2]


def page(text: str, before: str, after: str) -> str:
    """A kind's page: its words, and a process before and after a change of that kind."""
    return f"{text}\n## Before\n```yaml\n{before}```\n\n## After\n```yaml\n{after}```\n"
