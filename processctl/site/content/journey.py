"""The first page: the whole journey as a drawing, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.model.stage import Stage
from processctl.site.addresses import JOURNEY, page_of
from processctl.site.content.known import headline
from processctl.site.content.pictures import pictures
from processctl.site.content.tables import table
from processctl.site.material import Material
from processctl.site.page import Cell, Page, Table
from processctl.texts import say
from processctl.views.journey import shown_stages, title_of
from processctl.views.view import View
from processctl.views.wording import Wording


def journey_page(words: Wording, material: Material) -> Page:
    """How a customer travels, from stage to stage."""
    about = words.journey.model.process.about
    return Page(
        JOURNEY,
        title_of(words) or words.say(say("The journey")),
        lead=words.say(about) if about is not None else "",
        blocks=(
            *pictures(words, View("journey"), JOURNEY),
            *headline(words, material),
            *filter(None, [_table(words)]),
        ),
        label=words.say(say("The journey")),
    )


def _table(words: Wording) -> Table | None:
    """The drawing in words, for who cannot see it or would rather read."""
    heads = (say("Stage"), say("Who"), say("By when"), say("Goes on to"))
    rows = (_row(words, stage) for stage in shown_stages(words.journey))
    return table(words, say("The journey, stage by stage"), heads, rows)


def _row(words: Wording, stage: Stage) -> tuple[Cell, ...]:
    within = words.say(words.duration(stage.within)) if stage.within is not None else ""
    return (
        Cell((words.say(stage.title),), page_of("stages", stage.id)),
        Cell((words.names(stage.owner),)),
        Cell((within,)),
        Cell(tuple(_next(words, stage)) or (words.say(say("the journey ends here")),)),
    )


def _next(words: Wording, stage: Stage) -> Iterator[str]:
    targets = (words.title("stages", edge.target) for edge in words.journey.out.get(stage.id, ()))
    yield from dict.fromkeys(targets)
