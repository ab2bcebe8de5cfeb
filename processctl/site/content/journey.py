"""The first page: the straight way, everything that can happen, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from processctl.diagrams.links import linked
from processctl.model.stage import Stage
from processctl.site.addresses import JOURNEY, page_of
from processctl.site.content.known import headline
from processctl.site.content.order import stages_in_order
from processctl.site.content.pictures import pictures
from processctl.site.content.tables import table
from processctl.site.content.ways import goes_on_to
from processctl.site.material import Material
from processctl.site.page import Block, Cell, Link, Listed, Page, Picture, Table
from processctl.texts import say
from processctl.views.journey import sketch_of, title_of
from processctl.views.road import straight
from processctl.views.view import View
from processctl.views.wording import Wording


def journey_page(words: Wording, material: Material) -> Page:
    """How a customer travels, from stage to stage."""
    about = words.journey.model.process.about
    return Page(
        JOURNEY,
        title_of(words) or words.say(say("The journey")),
        lead=words.say(about) if about is not None else "",
        blocks=tuple(_blocks(words, material)),
        label=words.say(say("The journey")),
    )


def _blocks(words: Wording, material: Material) -> Iterator[Block]:
    waiting = [name for name, stage in words.journey.stages.items() if stage.waits]
    road = straight(sketch_of(words.journey, words.translate.language), waiting)
    if road is not None:
        title = words.say(say("The straight way"))
        yield Picture(linked(replace(road, title=title), "."), title)
    yield from headline(words, material)
    roles = tuple(
        Link(words.say(role.title), page_of("roles", name))
        for name, role in words.journey.model.roles.items()
    )
    if roles:
        yield Listed(words.say(say("New here? Begin with your role")), roles)
    title = words.say(say("Everything that can happen")) if road is not None else ""
    for picture in pictures(words, View("journey"), JOURNEY):
        yield replace(picture, title=title)
    stages = _table(words)
    if stages is not None:
        yield stages


def _table(words: Wording) -> Table | None:
    """The drawing in words, for who cannot see it or would rather read."""
    heads = (say("Stage"), say("Phase"), say("Who"), say("By when"), say("Goes on to"))
    rows = (_row(words, stage) for stage in stages_in_order(words.journey))
    return table(words, say("The journey, stage by stage"), heads, rows)


def _row(words: Wording, stage: Stage) -> tuple[Cell, ...]:
    within = words.say(words.duration(stage.within)) if stage.within is not None else ""
    phase = (words.journey.model.process.phases or {}).get(stage.phase or "")
    title = [words.say(stage.title)]
    title += [] if stage.live else [words.say(say("only planned"))]
    onward = [words.title("stages", name) for name in goes_on_to(words, stage.id)]
    return (
        Cell(tuple(title), page_of("stages", stage.id)),
        Cell((words.say(phase),) if phase is not None else ()),
        Cell((words.names(stage.owner),)),
        Cell((within,)),
        Cell(tuple(onward) or (words.say(say("the journey ends here")),)),
    )
