"""How teams talk: who tells whom what it learns, and the meetings they do it in."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.model.meeting import Feedback
from processctl.site.addresses import FEEDBACK, calendar_of
from processctl.site.calendar import has_dates
from processctl.site.content.pictures import pictures
from processctl.site.content.tables import table
from processctl.site.page import Block, Cell, Facts, Link, Listed, Page, Table
from processctl.texts import say
from processctl.views.feedback import forum_panel, loop_lines
from processctl.views.view import View
from processctl.views.wording import Wording


def feedback_page(words: Wording) -> Page | None:
    """Feedback and meetings; None where the process has neither."""
    model = words.journey.model
    if not model.feedback and not model.forums:
        return None
    blocks: list[Block | None] = [
        *pictures(words, View("feedback"), FEEDBACK),
        _loops(words),
        *(Facts(forum_panel(words, forum), anchor=forum.id) for forum in model.forums.values()),
        _calendars(words),
    ]
    return Page(
        FEEDBACK,
        words.say(say("Feedback and meetings")),
        words.say(say("What each team tells the others, where they meet, and what comes of it.")),
        blocks=tuple(block for block in blocks if block is not None),
    )


def _loops(words: Wording) -> Table | None:
    """The drawing in words."""
    loops = [one for one in words.journey.model.feedback.values() if one.status != "retired"]
    heads = (say("What"), say("From"), say("To"), say("More"))
    rows = tuple(_loop(words, loop) for loop in loops)
    return table(words, say("Who tells whom"), heads, rows)


def _loop(words: Wording, loop: Feedback) -> tuple[Cell, ...]:
    title = [words.say(loop.title)]
    title += [] if loop.live else [words.say(say("only planned"))]
    return (
        Cell(tuple(title)),
        Cell((words.names(loop.givers),)),
        Cell((words.names(loop.hearers),)),
        Cell(tuple(loop_lines(words, loop))),
    )


def _calendars(words: Wording) -> Listed | None:
    """Meetings to take into one's own calendar."""
    links = tuple(_links(words))
    return Listed(words.say(say("Into your calendar")), links) if links else None


def _links(words: Wording) -> Iterator[Link]:
    forums = [one for one in words.journey.model.forums.values() if has_dates(one)]
    if len(forums) > 1:
        yield Link(words.say(say("All meetings")), calendar_of(""))
    for forum in forums:
        yield Link(words.say(forum.title), calendar_of(forum.id))
