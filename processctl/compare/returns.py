"""Changes of whether a case can be given back to the team that handed it over."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.compare.change import Change, Sides
from processctl.compare.kinds import handoffs
from processctl.journey import Journey
from processctl.proofs.words import party_in_words, stage_in_words
from processctl.texts import Argument, say


def return_changes(sides: Sides) -> Iterator[Change]:
    """From which stages cases can be given back to a team, in each state."""
    was, now = _backs(sides.old), _backs(sides.new)
    for stage, team in sorted(was | now):
        if stage not in sides.old.stages or stage not in sides.new.stages:
            continue
        owners = [one.owners.get(stage) for one in (sides.old, sides.new)]
        names: dict[str, Argument] = {
            "stage": stage_in_words(sides.new.model, stage),
            "team": party_in_words(sides.new.model, team),
        }
        path = ("stages", stage, "exits")
        before, after = owners
        if before is None or after is None or before.team != after.team:
            continue  # another team has the stage: whom it gives cases back to is another question
        if (stage, team) in was and (stage, team) not in now:
            if not _is_lost(sides, stage, team):
                continue
            yield sides.changed(
                handoffs.RETURN_GONE,
                say(
                    'From stage "{stage}" a case cannot be given back to "{team}" any more.',
                    **names,
                ),
                path,
                say("A case that should not be there has nowhere to go."),
                stages=(stage,),
            )
        elif (stage, team) in now and (stage, team) not in was:
            if not _is_new(sides, stage, team):
                continue
            yield sides.changed(
                handoffs.RETURN_ADDED,
                say('From stage "{stage}" a case can be given back to "{team}" now.', **names),
                path,
                say("That team gets cases back."),
                stages=(stage,),
            )


def _is_lost(sides: Sides, stage: str, team: str) -> bool:
    """Whether the way back itself is gone: not the team, nor the owner of the stage it leads to."""
    target = sides.old.returned_to[stage][team].target
    return team in sides.new.model.teams and target not in _targets(sides.new, stage)


def _is_new(sides: Sides, stage: str, team: str) -> bool:
    """Whether the way back itself is new: neither the team, nor the owner of the stage it leads to."""
    target = sides.new.returned_to[stage][team].target
    return team in sides.old.model.teams and target not in _targets(sides.old, stage)


def _targets(journey: Journey, stage: str) -> frozenset[str]:
    """The stages to which cases of a stage are given back, whoever owns them."""
    return frozenset(edge.target for edge in journey.out[stage] if edge.returns)


def _backs(journey: Journey) -> frozenset[tuple[str, str]]:
    receiving = {one.edge.target for one in journey.handoffs if one.across}
    return frozenset(
        (stage, team)
        for stage, teams in journey.returned_to.items()
        if stage in receiving
        for team in teams
    )
