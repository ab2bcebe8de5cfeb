"""The feedback: which team tells which what it learns, in which meeting, and what that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from processctl.diagrams.sketch import Box, Fact, Lane, Line, Panel, Sketch
from processctl.diagrams.tables.exchange import Exchange, Party, Silence, Telling
from processctl.journey import Journey
from processctl.journey.owner import resolve_owner
from processctl.journey.words import cadence_words
from processctl.model.meeting import Feedback, Forum
from processctl.model.reference import Reference
from processctl.texts import say
from processctl.views.columns import view_title
from processctl.views.days import meets_on
from processctl.views.facts import condition, fact, panel, panels
from processctl.views.wording import Wording, wording

_LANE = "teams"


def feedback_exchange(journey: Journey, language: str) -> Exchange:
    """Teams on a diagonal, in the order in which they work on a case, and what they tell."""
    words = wording(journey, language)
    tellings = tuple(_tellings(words))
    silences = tuple(_silences(journey, tellings))
    used = {end for told in tellings for end in (told.giver, told.hearer)}
    used |= {end for silence in silences for end in (silence.giver, silence.hearer)}
    parties = tuple(
        Party(name, words.title(*name.split(":", 1)), tuple(_facts(words, name)))
        for name in _order(journey, used)
    )
    title = view_title(words, words.say(say("what teams tell each other")))
    return Exchange(
        title=title,
        language=language,
        parties=parties,
        tellings=tellings,
        silences=silences,
        graph=_graph(title, language, parties, tellings),
        panels=panels(forum_panel(words, forum) for forum in journey.model.forums.values()),
    )


def _tellings(words: Wording) -> Iterator[Telling]:
    for loop in words.journey.model.feedback.values():
        if loop.status == "retired":
            continue
        lines = tuple(loop_lines(words, loop))
        for giver in _parties(words.journey, loop.givers):
            for hearer in _parties(words.journey, loop.hearers):
                if giver != hearer:
                    name = words.say(loop.title)
                    yield Telling(loop.id, giver, hearer, name, lines, planned=not loop.live)


def _parties(journey: Journey, references: Iterable[Reference]) -> list[str]:
    """The teams behind some parties, as ``teams:ID``; a role that is of no team stands for itself."""
    owners = (resolve_owner(journey.model, reference) for reference in references)
    return list(
        dict.fromkeys(
            f"{owner.kind}:{owner.id}" if owner.team is None else f"teams:{owner.team}"
            for owner in owners
            if owner is not None
        )
    )


def loop_lines(words: Wording, loop: Feedback) -> Iterator[str]:
    """What is told, about which stages, where, and what it changes."""
    if loop.carries:
        yield words.say(say("carries: {names}", names=words.names(loop.carries)))
    if loop.stages:
        yield words.say(say("about: {names}", names=words.names(loop.stages)))
    when = condition(words, loop.when)
    if when is not None:
        yield words.say(say("when: {condition}", condition=when))
    if loop.forum is not None:
        yield words.say(say("in: {name}", name=words.reference(loop.forum)))
    elif loop.every is not None:
        yield words.say(cadence_words(loop.every))
    if loop.changes is not None:
        yield words.say(say("changes: {words}", words=loop.changes))


def _silences(journey: Journey, tellings: tuple[Telling, ...]) -> Iterator[Silence]:
    """Teams that hand cases to each other, of which one tells the other nothing."""
    if any(loop.blurred for loop in journey.loops):
        return  # a loop that cannot be read may be any of these
    told = {(one.giver, one.hearer) for one in tellings if not one.planned}
    for one, other in journey.team_pairs:
        for giver, hearer in ((one, other), (other, one)):
            if (f"teams:{giver}", f"teams:{hearer}") not in told:
                yield Silence(f"teams:{giver}", f"teams:{hearer}")


def _order(journey: Journey, used: set[str]) -> list[str]:
    """The parties as a case meets them, then the others."""
    met = [
        f"teams:{owner.team}"
        for stage in journey.met
        if (owner := journey.owners.get(stage)) is not None and owner.team is not None
    ]
    return [name for name in dict.fromkeys((*met, *sorted(used))) if name in used]


def _facts(words: Wording, name: str) -> Iterator[str]:
    section, known = name.split(":", 1)
    team = words.journey.model.teams.get(known) if section == "teams" else None
    if team is not None and team.lead is not None:
        yield words.reference(team.lead)


def forum_panel(words: Wording, forum: Forum) -> Panel:
    """What a meeting is for, when it is, and who sits in it."""
    every = [words.say(cadence_words(forum.every))] if forum.every is not None else []
    every += [words.say(forum.lasts.message())] if forum.lasts is not None else []

    def facts() -> Iterator[Fact | None]:
        yield fact(words, say("Meets"), ", ".join(every), meets_on(words, forum))
        yield fact(words, say("Members"), words.names(forum.members))
        yield fact(words, say("Chair"), words.reference(forum.chair) if forum.chair else None)
        yield fact(words, say("Agenda"), *map(words.say, forum.agenda))
        yield fact(words, say("Decides"), *map(words.say, forum.decides))

    return panel(words.say(forum.title), facts())


def _graph(
    title: str, language: str, parties: tuple[Party, ...], tellings: tuple[Telling, ...]
) -> Sketch:
    return Sketch(
        title=title,
        language=language,
        lanes=(Lane(_LANE, ""),),
        boxes=tuple(Box(one.id, one.name, _LANE, "team") for one in parties),
        lines=tuple(
            Line(f"loop{number}", one.giver, one.hearer, "tells", (one.name,), planned=one.planned)
            for number, one in enumerate(tellings)
        ),
    )
