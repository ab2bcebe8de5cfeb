"""A case is given back to a team that did not give it.

## What it checks
A return leads back to a team from which the case came: one with an exit, or any other way in force, into the
returning stage or into one that leads to it within its team. Where it leads to yet another team, past the one
that gave the case, that is told; as an error where the giver then gets nothing back at all. A return to
`origin` always goes to the giver.

## Why it matters
Customer care finds that the offer promised what nobody can deliver, and sends the case to marketing. Sales,
which wrote the offer, never hears of it, and writes the next one.

## Where
On the return; the ways by which cases come are shown with it.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: offer}]}
  offer: {owner: sales, exits: [{to: delivery}]}
  delivery:
    owner: care
    exits: [{to: customer, when: complete}, {to: new_lead, when: otherwise, return: true}]
  customer: {outcome: won, owner: care}
criteria: {complete: {judged_by: care}}
teams: {marketing: {}, sales: {}, care: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: offer}]}
  offer: {owner: sales, exits: [{to: delivery}]}
  delivery:
    owner: care
    exits: [{to: customer, when: complete}, {to: offer, when: otherwise, return: true}]
  customer: {outcome: won, owner: care}
criteria: {complete: {judged_by: care}}
teams: {marketing: {}, sales: {}, care: {}}
```

## When to disagree
Where the giver has nothing left to do with the case and hears of it otherwise: tell it by a feedback loop, and
say so in an `ignore` on the exit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from processctl.journey import Edge, Handoff, Journey
from processctl.journey.owner import is_owner_placed
from processctl.journey.returns import is_unanswered
from processctl.rules.pc4_handoffs.live_returns import live_returns
from processctl.rules.pc4_handoffs.unanswered import way_back
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Listing, Message, Text, say


def check(journey: Journey) -> Iterator[Found]:
    """Find returns to a team that did not give the case."""
    if not journey.certain or journey.uncertain:
        return
    givers = _givers(journey)
    deprived = _deprived(journey)
    for edge in live_returns(journey):
        target = journey.owners.get(edge.target)
        gave = givers[edge.source]
        if edge.from_origin or target is None or target.team is None or _UNKNOWN in gave:
            continue
        if not gave or target.team in gave or target.team == journey.owners[edge.source].team:
            continue
        teams = tuple(journey.model.teams[team].title for team in gave)
        without = tuple(way_back(handoff) for handoff in deprived[edge.source].values())
        yield Found(
            _message(journey.model.teams[target.team].title, teams),
            Place(edge.path),
            hint=say("Give the case back to the team that gave it; that one can do so in turn."),
            also=tuple(
                Also(
                    say(
                        'Here it comes from stage "{stage}".',
                        stage=journey.stages[came.source].title,
                    ),
                    Place(came.path),
                )
                for came in gave.values()
            ),
            severity="error" if without else None,
            about=(*without, f"{journey.owners[edge.source].team} → {target.team}"),
        )


def _message(team: Text, givers: tuple[Text, ...]) -> Message:
    if len(givers) == 1:
        return say(
            'This return goes to team "{team}", and the case came from team "{giver}".',
            team=team,
            giver=givers[0],
        )
    return say(
        'This return goes to team "{team}", and the case came from one of the teams {givers}.',
        team=team,
        givers=Listing(givers, word="or"),
    )


_UNKNOWN = ""


def _givers(journey: Journey) -> Mapping[str, Mapping[str, Edge]]:
    """For each stage the teams that cases come from, into it or what leads to it in its team."""
    seeds: dict[str, dict[str, Edge]] = {}
    for edge in journey.edges:
        if not edge.live or edge.returns:
            continue
        source, target = journey.owners.get(edge.source), journey.owners.get(edge.target)
        team = source.team if source is not None else None
        if target is None or target.team is None or team == target.team:
            continue
        placed = is_owner_placed(journey.model, journey.stages[edge.source])
        seeds.setdefault(edge.target, {}).setdefault(team if team and placed else _UNKNOWN, edge)
    return journey.regions.behind(seeds)


def _deprived(journey: Journey) -> Mapping[str, Mapping[str, Handoff]]:
    """For each stage the handoffs, into it or what leads to it, that no return answers."""
    seeds: dict[str, dict[str, Handoff]] = {}
    for handoff in journey.handoffs:
        if handoff.giver.team is not None and is_unanswered(journey, handoff):
            seeds.setdefault(handoff.edge.target, {}).setdefault(handoff.giver.team, handoff)
    return journey.regions.behind(seeds)


RULE = Rule("PC406", "return-past-the-giver", "warning", __doc__, check)
