"""One stage: where cases come from and go to, what is done, and every contract in full."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.diagrams.sketch import Fact, Panel, Sketch
from processctl.journey import Journey
from processctl.model.stage import Stage
from processctl.texts import Quantity, say
from processctl.views.contract import contract_panel
from processctl.views.facts import condition, fact, notice, panel, panels, step, work
from processctl.views.part import part_of
from processctl.views.wording import Wording, wording


def stage_sketch(journey: Journey, name: str, language: str) -> Sketch:
    """The stage ``name`` among its neighbours."""
    words = wording(journey, language)
    stage = journey.model.stages[name]
    contracts = [
        contract_panel(words, handoff)
        for handoff in journey.handoffs
        if name in (handoff.edge.source, handoff.edge.target)
    ]
    return part_of(
        words,
        words.say(stage.title),
        lambda edge: name in (edge.source, edge.target),
        lambda other: "focus" if other == name else None,
        (name,),
        panels((stage_facts(words, stage), *contracts)),
    )


def stage_facts(words: Wording, stage: Stage) -> Panel:
    """What is done in a stage, by whom, by when."""
    return panel(words.say(say("In this stage")), _facts(words, stage))


def _facts(words: Wording, stage: Stage) -> Iterator[Fact | None]:
    means = words.say(stage.means) if stage.means is not None else None
    yield fact(words, say("Means"), means)
    yield fact(words, say("Answers for it"), words.names(stage.owner))
    yield fact(words, say("Does the work"), words.names(stage.responsible))
    yield fact(words, say("Is asked"), words.names(stage.consulted))
    yield fact(words, say("Is told"), words.names(stage.informed))
    if stage.start is not None:
        yield fact(words, say("Comes from"), ", ".join(map(words.say, stage.start.sources)))
        yield fact(words, say("Brings along"), words.names(stage.start.brings))
    yield fact(words, say("Comes in when"), condition(words, stage.entry))
    yield fact(
        words, say("Deadline"), words.say(words.duration(stage.within)) if stage.within else None
    )
    yield fact(words, say("When it passes"), *(step(words, one) for one in stage.late))
    yield fact(words, say("When nothing happens"), *(step(words, one) for one in stage.idle))
    yield fact(words, say("What is done"), *(work(words, one) for one in stage.does))
    if stage.accepts is not None and stage.accepts.silent is not None:
        yield fact(words, say("If nobody accepts"), notice(words, stage.accepts.silent))
    yield fact(words, say("Is recorded"), words.names(stage.captures))
    yield fact(words, say("Systems"), words.names(stage.systems))
    if stage.holds is not None and stage.holds.at_most is not None:
        cases = Quantity("{count} case", "{count} cases", stage.holds.at_most)
        yield fact(words, say("Holds at most"), words.say(cases))
    process = stage.continues.process if stage.continues is not None else None
    yield fact(words, say("Goes on in"), words.say(process) if process is not None else None)
