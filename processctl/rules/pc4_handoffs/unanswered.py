"""Handoffs whose receiver cannot give the case back, by what would mend them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from processctl.journey import Handoff, Journey
from processctl.journey.returns import is_unanswered
from processctl.rules.rule import Also, Place, stage_at
from processctl.texts import say


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Handoffs that one return, from ``stage`` or behind it, would answer."""

    stage: str
    handoffs: tuple[Handoff, ...]

    @property
    def teams(self) -> tuple[str, ...]:
        """The teams that nothing can be given back to."""
        return tuple(dict.fromkeys(one.giver.team for one in self.handoffs if one.giver.team))

    @property
    def ways(self) -> tuple[str, ...]:
        """The missing ways, from team to team, as orders of findings name them."""
        return tuple(dict.fromkeys(way_back(one) for one in self.handoffs))

    def related(self, journey: Journey) -> Iterator[Also]:
        """The receiving stage, and the further handoffs."""
        stage = journey.stages[self.stage]
        yield Also(
            say('Stage "{stage}" takes the cases in here.', stage=stage.title), stage_at(stage.id)
        )
        for other in self.handoffs[1:]:
            source = journey.stages[other.edge.source]
            yield Also(
                say('Stage "{stage}" hands cases over too.', stage=source.title),
                Place(other.exit.path),
            )


def way_back(handoff: Handoff) -> str:
    """The way that the answer to a handoff would take, from team to team."""
    return f"{handoff.receiver.team} → {handoff.giver.team}"


def unanswered(journey: Journey, *, planned: bool) -> Iterator[Unanswered]:
    """What lacks a return path: wholly, or except for one that is ``planned``.

    Of several receiving stages that lead to each other within their team, the last is the one where
    a return would answer them all. It is told where somebody accepts the cases, if they do anywhere.
    """
    if not journey.certain:
        return
    unmarked = _unmarked_ways_back(journey)
    lacking: dict[str, dict[str, list[Handoff]]] = {}
    for handoff in journey.handoffs:
        target, giver = handoff.edge.target, handoff.giver.team
        if giver is None or not is_unanswered(journey, handoff):
            continue
        if target in journey.hidden_ways_back or giver in unmarked[target]:
            continue
        if (giver in journey.planned_returned_to[target]) == planned:
            lacking.setdefault(target, {}).setdefault(giver, []).append(handoff)
    last = journey.regions.ahead(
        {stage: dict.fromkeys(teams, stage) for stage, teams in lacking.items()}, farthest=True
    )
    groups: dict[str, list[Handoff]] = {}
    for stage, teams in lacking.items():
        for team, handoffs in teams.items():
            groups.setdefault(last[stage][team], []).extend(handoffs)
    for stage, found in groups.items():
        ordered = sorted(found, key=lambda one: (_is_automatic(one), one.edge.target != stage))
        yield Unanswered(ordered[0].edge.target, tuple(ordered))


def _is_automatic(handoff: Handoff) -> bool:
    """Whether nobody looks at the case when it comes, who could refuse it."""
    return handoff.terms is not None and handoff.terms.mode == "automatic"


def _unmarked_ways_back(journey: Journey) -> dict[str, Mapping[str, bool]]:
    """The teams that cases would be given back to if every unmarked return were marked."""
    seeds: dict[str, dict[str, bool]] = {}
    for one in journey.unmarked_returns:
        team = one.handoff.receiver.team
        if team is not None:
            seeds.setdefault(one.handoff.edge.source, {})[team] = True
    return journey.regions.ahead(seeds)
