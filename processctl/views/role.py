"""One role, team or person: what they own, what they get from whom, what they give to whom."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.diagrams.sketch import Fact, Panel, Sketch
from processctl.journey import Handoff, Journey
from processctl.journey.words import cadence_words
from processctl.model.meeting import Feedback, Forum
from processctl.model.reference import Reference
from processctl.model.stage import Stage
from processctl.texts import Message, say
from processctl.views.days import meets_on
from processctl.views.facts import fact, panel, panels, work
from processctl.views.part import part_of
from processctl.views.party import Party
from processctl.views.view import Section
from processctl.views.wording import Wording, wording


def role_sketch(journey: Journey, section: Section, name: str, language: str) -> Sketch:
    """The stages of a role, team or person, with those before and behind them."""
    words = wording(journey, language)
    party = Party(journey, section, name)
    own = party.stages
    return part_of(
        words,
        words.title(section, name),
        lambda edge: edge.source in own or edge.target in own,
        lambda stage: None if stage in own else "aside",
        own,
        panels((_answers_for(words, party), *party_panels(words, party))),
    )


def _answers_for(words: Wording, party: Party) -> Panel:
    stages = [stage for name, stage in words.journey.stages.items() if name in party.stages]
    return _panel(words, say("Answers for"), (_own(words, stage) for stage in stages))


def party_panels(words: Wording, party: Party) -> tuple[Panel, ...]:
    """What a party gets, gives, takes part in, meets in, tells, hears, looks after; some may be empty."""
    return tuple(_panels(words, party, party.stages))


def _panels(words: Wording, party: Party, own: frozenset[str]) -> Iterator[Panel]:
    journey = words.journey
    gets = [
        one for one in journey.handoffs if one.edge.target in own and one.edge.source not in own
    ]
    gives = [
        one for one in journey.handoffs if one.edge.source in own and one.edge.target not in own
    ]
    yield _panel(words, say("Gets"), (_handed(words, one, one.edge.source) for one in gets))
    yield _panel(words, say("Gives"), (_handed(words, one, one.edge.target) for one in gives))
    others = [stage for name, stage in journey.stages.items() if name not in own]
    yield _panel(words, say("Takes part in"), (_part(words, party, stage) for stage in others))
    forums = [one for one in journey.model.forums.values() if any(map(party.belongs, one.members))]
    yield _panel(words, say("Meets in"), (_meeting(words, forum) for forum in forums))
    loops = [one for one in journey.model.feedback.values() if one.live]
    tells = [one for one in loops if any(map(party.is_meant, one.givers))]
    hears = [one for one in loops if any(map(party.is_meant, one.hearers))]
    yield _panel(words, say("Tells"), (_loop(words, one, one.hearers) for one in tells))
    yield _panel(words, say("Hears"), (_loop(words, one, one.givers) for one in hears))
    ours = [one for one in loops if one not in tells and any(map(party.belongs, one.givers))]
    theirs = [one for one in loops if one not in hears and any(map(party.belongs, one.hearers))]
    yield _panel(words, say("The team tells"), (_loop(words, one, one.hearers) for one in ours))
    yield _panel(words, say("The team hears"), (_loop(words, one, one.givers) for one in theirs))
    yield _panel(words, say("Looks after"), _kept(words, party))


def _panel(words: Wording, title: Message, facts: Iterator[Fact | None]) -> Panel:
    return panel(words.say(title), facts)


def _own(words: Wording, stage: Stage) -> Fact | None:
    within = [words.say(words.duration(stage.within))] if stage.within is not None else []
    done = [said for said in (work(words, one) for one in stage.does) if said]
    lines = (*within, *done) or (words.say(say("nothing is written")),)
    return Fact(words.say(stage.title), lines)


def _handed(words: Wording, handoff: Handoff, other: str) -> Fact:
    """What is handed over with the stage at the other end."""
    terms = handoff.terms
    lines = []
    if terms is not None and terms.needs:
        lines.append(words.say(say("with {needs}", needs=words.names(terms.needs))))
    if terms is not None and terms.within is not None:
        time = words.duration(terms.within)
        lines.append(words.say(say("accepted within {time}", time=time)))
    owner = handoff.giver if other == handoff.edge.source else handoff.receiver
    return Fact(words.title("stages", other), (words.title(owner.kind, owner.id), *lines))


def _part(words: Wording, party: Party, stage: Stage) -> Fact | None:
    """What the party does in a stage that others answer for."""
    lines = [said for one in stage.does if party.is_meant(one.by) and (said := work(words, one))]
    for term, references in (
        (say("Does the work"), stage.responsible),
        (say("Is asked"), stage.consulted),
        (say("Is told"), stage.informed),
    ):
        if any(map(party.is_meant, references)):
            lines.append(words.say(term))
    return Fact(words.say(stage.title), tuple(lines)) if lines else None


def _meeting(words: Wording, forum: Forum) -> Fact:
    every = [words.say(cadence_words(forum.every))] if forum.every is not None else []
    every += [words.say(forum.lasts.message())] if forum.lasts is not None else []
    agenda = [words.say(one) for one in forum.agenda]
    lines = [", ".join(every), meets_on(words, forum), *(f"• {one}" for one in agenda)]
    return Fact(words.say(forum.title), tuple(one for one in lines if one))


def _loop(words: Wording, loop: Feedback, others: tuple[Reference, ...]) -> Fact:
    where = (words.say(say("in: {name}", name=words.reference(loop.forum))),) if loop.forum else ()
    told = (words.say(loop.title), words.names(loop.carries), *where)
    return Fact(words.names(others), tuple(one for one in told if one))


def _kept(words: Wording, party: Party) -> Iterator[Fact | None]:
    model = words.journey.model
    for term, elements in (
        (say("Fields"), model.fields),
        (say("Systems"), model.systems),
        (say("Metrics"), model.metrics),
        (say("Goals"), model.goals),
    ):
        own = [one for one in elements.values() if party.is_meant(one.owner)]
        yield fact(words, term, ", ".join(words.say(one.title) for one in own))
