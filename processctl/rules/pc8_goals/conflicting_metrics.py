"""What becomes of the cases that a team hands on costs that team nothing.

## What it checks
Of a team that hands cases to another some metric looks further than to its own handoff: at a result, or at a stage of
those that get the cases. Metrics that count or time nothing but the team's own stages, and those of the teams before it,
do not. Where one names no stage at all, nobody can tell, and the rule is silent. Partners (`external: true`) are passed over.

## Why it matters
Marketing is measured by the leads it makes ready, sales by what it closes. Each poor lead is a success for the one and a
wasted day for the other.

## Where
On the id of the team's first metric; its other metrics and the handoff are shown with it.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: sales}
goals: {growth: {says: 60 customers}}
metrics:
  leads: {kind: volume, counts: new_lead, teams: [marketing], goal: growth}
  deals: {kind: outcome, counts: customer, teams: [sales], goal: growth}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: sales}
goals: {growth: {says: 60 customers}}
metrics:
  leads: {kind: volume, counts: new_lead, teams: [marketing], goal: growth}
  deals: {kind: outcome, counts: customer, teams: [marketing, sales], goal: growth}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where the team has no say in which cases it hands on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from processctl.journey import Handoff, Journey
from processctl.model.aims import Metric
from processctl.model.reference import Reference
from processctl.rules.pc8_goals.measuring import are_readable, by_team, points, team_subject
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Listing, say


def check(journey: Journey) -> Iterator[Found]:
    """Find teams that are measured up to their own handoff and no further."""
    if not journey.model.metrics or not are_readable(journey):
        return
    handing = _handing(journey)
    measured = by_team(journey)
    handed_in, circles = _handed_in(journey), _circles(handing)
    for team, ways in handing.items():
        metrics = measured.get(team, ())
        view = _View(journey, team, handing, handed_in, circles)
        if not metrics or not all(view.ends_before(metric) for metric in metrics):
            continue
        yield Found(
            say(
                'Team "{giver}" hands cases to {receivers}, and what becomes of them costs it nothing: '
                "its metrics look no further than that.",
                giver=journey.model.teams[team].title,
                receivers=Listing(tuple(journey.model.teams[other].title for other in ways)),
            ),
            Place(metrics[0].path, at_key=True),
            hint=say(
                "Measure it by a result as well, together with those who get its cases: one metric "
                'with both under "teams".'
            ),
            also=(
                *(
                    Also(
                        say('The metric "{metric}" looks no further either.', metric=metric.title),
                        Place(metric.path, at_key=True),
                    )
                    for metric in metrics[1:]
                ),
                *(
                    Also(say("Here it hands cases over."), Place(handoff.exit.path))
                    for handoff in ways.values()
                ),
            ),
            ids=(team,),
            about=(team_subject(team), *(f"{team} → {other}" for other in ways)),
        )


_Handing = Mapping[str, Mapping[str, Handoff]]


def _handing(journey: Journey) -> _Handing:
    """By team those it hands cases to, each with the first handoff; partners apart."""
    found: dict[str, dict[str, Handoff]] = {}
    teams = journey.model.teams
    for handoff in journey.handoffs:
        giver, receiver = handoff.giver.team, handoff.receiver.team
        if not handoff.across or giver is None or receiver is None:
            continue
        if not teams[giver].external and not teams[receiver].external:
            found.setdefault(giver, {}).setdefault(receiver, handoff)
    return found


def _handed_in(journey: Journey) -> Mapping[str, Mapping[str, bool]]:
    """For each stage the teams that cases come to it from without leaving the team that got them."""
    seeds: dict[str, dict[str, bool]] = {}
    for handoff in journey.handoffs:
        if handoff.across and handoff.giver.team is not None:
            seeds.setdefault(handoff.edge.target, {})[handoff.giver.team] = True
    return journey.regions.behind(seeds)


def _circles(handing: _Handing) -> Mapping[str, int]:
    """A number for each team, the same for teams that cases go round between."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((giver, receiver) for giver in handing for receiver in handing[giver])
    components = nx.strongly_connected_components(graph)
    return {team: number for number, members in enumerate(components) for team in members}


@dataclass(frozen=True)
class _View:
    """How far one team's metrics look."""

    journey: Journey
    team: str
    handing: _Handing
    handed_in: Mapping[str, Mapping[str, bool]]
    circles: Mapping[str, int]

    def ends_before(self, metric: Metric) -> bool:
        """Whether a metric surely looks at nothing that comes after the team's own handoffs."""
        named = points(metric)
        return bool(named) and all(self._lies_before(point) for point in named)

    def _lies_before(self, point: Reference) -> bool:
        stage = point.id
        if stage not in self.journey.stages or stage in self.journey.outcomes:
            return False
        owner = self.journey.owners.get(stage)
        if owner is None or owner.team is None:
            return False
        if owner.team != self.team:
            return self.team in self.handing.get(owner.team, {}) and not self._is_behind(owner.team)
        # What comes from a team that this one's cases get to lies behind its own handoff.
        return not any(self._is_behind(giver) for giver in self.handed_in[stage])

    def _is_behind(self, other: str) -> bool:
        """Whether a team that hands cases to this one gets, sooner or later, this one's."""
        return self.circles.get(other) == self.circles[self.team]


RULE = Rule("PC806", "conflicting-metrics", "warning", __doc__, check)
