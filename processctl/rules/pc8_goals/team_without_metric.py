"""A team works on cases, and no metric is of it.

## What it checks
Where there are metrics, each team that owns a stage has one: it stands under the metric's `teams`, or owns the metric where
that names no team. Partners (`external: true`) are passed over.

## Why it matters
Whether customer care has a good year nobody can say. When money is short, it is saved where no number falls.

## Where
On the id of the team, or on `owner` of its first stage where the team is another workspace's; where no team has a metric,
once on `metrics`.

## Bad
```yaml
stages:
  offer: {start: true, owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: care}
metrics:
  customers: {kind: outcome, counts: customer, teams: [sales]}
teams: {sales: {}, care: {}}
```

## Good
```yaml
stages:
  offer: {start: true, owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: care}
metrics:
  customers: {kind: outcome, counts: customer, teams: [sales, care]}
teams: {sales: {}, care: {}}
```

## When to disagree
A team that owns a stage in name only: then the stage should be somebody else's.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc8_goals.measuring import are_readable, by_team
from processctl.rules.rule import Everywhere, Found, Place, Rule, stage_at
from processctl.texts import Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find teams that nothing is measured of."""
    if not journey.model.metrics or not are_readable(journey):
        return
    measured = by_team(journey)
    for name, stage in _working(journey).items():
        if name in measured:
            continue
        team = journey.model.teams[name]
        yield Found(
            say('No metric says how team "{team}" does.', team=team.title),
            stage_at(stage, "owner") if team.shared else Place(team.path, at_key=True),
            hint=say(
                'Name the team under "teams" of a metric that it can do something about: of a result, best '
                "together with others."
            ),
            ids=(name,),
        )


def _working(journey: Journey) -> dict[str, str]:
    """The teams that own a stage, each with the first of them; partners apart."""
    found: dict[str, str] = {}
    for stage, owner in journey.owners.items():
        if owner.team is not None and not journey.model.teams[owner.team].external:
            found.setdefault(owner.team, stage)
    return found


EVERYWHERE = Everywhere(
    "metrics",
    lambda journey: len(_working(journey)),
    lambda count: say(
        "No metric says how any of the teams does ({teams}).",
        teams=Quantity("{count} team", "{count} teams", count),
    ),
)
RULE = Rule("PC809", "team-without-metric", "warning", __doc__, check, EVERYWHERE)
