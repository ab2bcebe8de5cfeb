"""The page of a stage: what it means, who does what by when, every way out, what comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from processctl.diagrams.sketch import Panel
from processctl.journey import Edge
from processctl.model.customer_data import Field
from processctl.model.exit import Exit
from processctl.model.stage import Stage
from processctl.site.addresses import JOURNEY, page_of
from processctl.site.content.fields import fields_table
from processctl.site.content.pictures import pictures
from processctl.site.content.tables import table
from processctl.site.content.ways import ways_in, ways_out, when
from processctl.site.page import Block, Cell, Facts, Page, Table
from processctl.texts import say
from processctl.views.stage import stage_facts
from processctl.views.view import View
from processctl.views.wording import Wording


def stage_page(words: Wording, stage: Stage, agreements: Mapping[Edge, str]) -> Page:
    """Everything about one stage; ``agreements`` says where the one on each handoff stands."""
    path, lead = page_of("stages", stage.id), stage.about or stage.means
    blocks: list[Block | None] = [
        Facts(_facts(words, stage)),
        *pictures(words, View("stage", stage.id), path),
        _ways_out(words, stage, agreements),
        _ways_in(words, stage),
        fields_table(words, _captured(words, stage), say("What is recorded here")),
    ]
    return Page(
        path,
        words.say(stage.title),
        lead=words.say(lead) if lead is not None else "",
        eyebrow=" · ".join(_eyebrow(words, stage)),
        blocks=tuple(block for block in blocks if block is not None),
        parent=JOURNEY,
        shelf=stage.phase or "",
    )


def _facts(words: Wording, stage: Stage) -> Panel:
    """What is done here; what the stage means stands above already where nothing else does."""
    panel = stage_facts(words, stage)
    if stage.about is None and stage.means is not None:
        return replace(panel, facts=panel.facts[1:])
    return panel


def _eyebrow(words: Wording, stage: Stage) -> Iterator[str]:
    """What kind of page it is: the phase, and whether the stage is in force yet."""
    phase = (words.journey.model.process.phases or {}).get(stage.phase or "")
    yield words.say(say("Stage in {phase}", phase=phase) if phase else say("Stage"))
    if not stage.live:
        yield words.say(say("only planned"))


def _captured(words: Wording, stage: Stage) -> list[Field]:
    brings = stage.start.brings if stage.start is not None else ()
    known = words.journey.model.fields
    return [known[one.id] for one in (*brings, *stage.captures) if one.id in known]


def _ways_out(words: Wording, stage: Stage, agreements: Mapping[Edge, str]) -> Table | None:
    """Every way out, in the order written: where to, when, why, and on what terms."""
    edges = ways_out(words, stage.id)
    heads = (say("Goes on to"), say("When"), say("Because"), say("Agreed"))
    return table(
        words,
        say("Every way out"),
        heads,
        (_way_out(words, edge, agreements.get(edge)) for edge in edges),
    )


def _way_out(words: Wording, edge: Edge, agreement: str | None) -> tuple[Cell, ...]:
    because = edge.way.because if isinstance(edge.way, Exit) else None
    to = [words.title("stages", edge.target)]
    to += [words.say(say("handed back"))] if edge.returns else []
    to += [words.say(say("only planned"))] if not edge.live else []
    agreed = (words.say(say("Read the agreement")),) if agreement is not None else ()
    return (
        Cell(tuple(to), page_of("stages", edge.target)),
        Cell(tuple(when(words, edge))),
        Cell((words.say(because),) if because is not None else ()),
        Cell(agreed, agreement),
    )


def _ways_in(words: Wording, stage: Stage) -> Table | None:
    """Where cases come from, those that were handed back last."""
    rows = (
        (
            Cell((words.title("stages", edge.source),), page_of("stages", edge.source)),
            Cell(tuple(when(words, edge))),
            Cell((words.say(say("comes back") if edge.returns else say("arrives")),)),
        )
        for edge in ways_in(words, stage.id)
    )
    heads = (say("From"), say("When"), say("How"))
    # Several ways may read the same: whoever comes in does not care which of them it was.
    return table(words, say("What comes in, and what comes back"), heads, dict.fromkeys(rows))
