"""How the process has changed, and who decided it, from git."""

from __future__ import annotations

from pathlib import Path

from processctl.compare.kind import LEVELS, Level
from processctl.compare.life import Step
from processctl.reports.changes import HEADS, SIGNS
from processctl.reports.log import Log
from processctl.reports.telling import Telling, plain
from processctl.site.addresses import HISTORY
from processctl.site.material import Material
from processctl.site.page import Item, Items, Page, Tone
from processctl.texts import Quantity, say
from processctl.views.wording import Wording

_MOST = 3  # paragraphs of a commit's message: what is longer is for those who work with it
_TONES: dict[Level, Tone] = {"breaking": "error", "behaviour": "warning", "clarifying": "info"}


def history_page(words: Wording, material: Material) -> Page | None:
    """What each commit changed, the newest first; None where git knows nothing."""
    if not material.life:
        return None
    log = Log(Telling((), Path(), words.translate.language), material.life)
    return Page(
        HISTORY,
        words.say(say("What has changed")),
        words.say(say("Each change of the process, and what it means for a customer. The newest stands first.")),
        blocks=tuple(_block(log, step, people=not material.public) for step in material.life),
    )  # fmt: skip


def _block(log: Log, step: Step, *, people: bool) -> Items:
    return Items(
        log.head(step), tuple(_items(log, step, why=people)), log.people(step) if people else ""
    )


def _items(log: Log, step: Step, *, why: bool) -> list[Item]:
    """Why, as far as the commit says so; then the changes by how grave they are, those of words counted."""
    words = log.telling.words
    said = step.commit.why[:_MOST] if why else ()  # it speaks of people and customers as it likes
    items = [Item("•", "info", plain(paragraph)) for paragraph in said]
    whole = log.whole(step)
    items += [Item("•", "info", whole)] if whole is not None else []
    for level in LEVELS:
        told = tuple(words(one.message) for one in step.changes if one.level == level)
        if level == "clarifying" and told:
            told = (words(Quantity("{count} change", "{count} changes", len(told))),)
        if told:
            items.append(Item(SIGNS[level], _TONES[level], words(HEADS[level]), told))
    return items
