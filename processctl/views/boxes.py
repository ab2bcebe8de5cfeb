"""Stages as boxes: the band each stands in, and what is written in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from processctl.diagrams.sketch import Box, BoxKind, Emphasis, Lane, Mark, Problem
from processctl.journey.owner import resolve_owner
from processctl.journey.words import rate_words
from processctl.model.stage import Stage
from processctl.texts import say
from processctl.views.wording import Wording

ENDS = "outcomes"
_NOBODY = "nobody"


def lane_of(words: Wording, stage: Stage) -> Lane:
    """The band of a stage: its owner's team, or where cases end."""
    journey = words.journey
    if stage.id in journey.final or stage.continues is not None:
        return Lane(ENDS, words.say(say("Outcomes")))
    owner = journey.owners.get(stage.id)
    if owner is None and stage.owner:
        owner = resolve_owner(journey.model, stage.owner[0])  # a planned stage's
    if owner is None:
        return Lane(_NOBODY, words.say(say("Nobody")))
    if owner.team is None:
        return Lane(f"{owner.kind}:{owner.id}", words.title(owner.kind, owner.id))
    return Lane(f"teams:{owner.team}", words.title("teams", owner.team))


def tinted(words: Wording, lanes: Iterable[Lane], every: Iterable[Stage]) -> tuple[Lane, ...]:
    """The lanes in order, each in the colour that it has in the drawing of ``every`` stage."""
    tints = tints_of(words, every)
    return in_order([replace(lane, tint=tints.get(lane.id)) for lane in lanes])


def tints_of(words: Wording, every: Iterable[Stage]) -> dict[str, int]:
    """The number of each band's colour: its place in the drawing of ``every`` stage."""
    lanes = in_order([lane_of(words, stage) for stage in every])
    return {lane.id: number for number, lane in enumerate(lanes)}


def in_order(lanes: list[Lane]) -> tuple[Lane, ...]:
    """Each lane once, as first met. Results stand at the bottom, whenever a case comes to one."""
    return tuple(sorted(dict.fromkeys(lanes), key=lambda lane: lane.id == ENDS))


def box_of(
    words: Wording,
    stage: Stage,
    lane: str,
    *,
    mark: Mark | None = None,
    emphasis: Emphasis | None = None,
    tell_problems: bool = True,
) -> Box:
    """A stage as a box in a lane."""
    expects = stage.start.expects if stage.start else None
    return Box(
        id=stage.id,
        name=words.say(stage.title),
        lane=lane,
        kind=kind_of(words, stage),
        phase=stage.phase,
        owner=owner_words(words, stage),
        deadline=words.say(words.duration(stage.within)) if stage.within else None,
        expects=words.say(rate_words(expects)) if expects else None,
        is_start=stage.start is not None,
        waits=stage.waits,
        planned=not stage.live,
        problems=_problems(words, stage) if tell_problems else (),
        mark=mark,
        emphasis=emphasis,
    )


def kind_of(words: Wording, stage: Stage) -> BoxKind:
    """Whether a stage is an end, and of which sort."""
    if stage.continues is not None:
        return "continues"
    if stage.outcome is None:
        return "stage"
    return words.journey.model.outcomes.get(stage.outcome, "neutral")


def owner_words(words: Wording, stage: Stage) -> str | None:
    """Who answers for a stage; None where nobody does."""
    elsewhere = stage.continues.owner if stage.continues else None
    references = stage.owner or ((elsewhere,) if elsewhere else ())
    return words.names(references) or None


def _problems(words: Wording, stage: Stage) -> tuple[Problem, ...]:
    if not stage.live:
        return ()
    found: list[Problem] = []
    if owner_words(words, stage) is None:
        found.append("ownerless")
    if not words.journey.out[stage.id] and stage.id not in words.journey.outcomes:
        found.append("dead_end")
    return tuple(found)
