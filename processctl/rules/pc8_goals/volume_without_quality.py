"""A team is measured by how much it does, and by nothing that says how good it is.

## What it checks
A team with a metric of the kind `volume` has one of the kind `quality` or `outcome` too. Metrics of which the kind is not
said may be either, and the rule is silent then. Partners (`external: true`) are passed over.

## Why it matters
Who is paid by the number of leads brings more leads. Sales calls them all, and the few who wanted to buy wait the longest.

## Where
On the id of the team's first such metric; the others are shown with it.

## Bad
```yaml
metrics:
  leads: {kind: volume, says: Leads in a month, teams: [marketing]}
teams: {marketing: {}}
```

## Good
```yaml
metrics:
  leads: {kind: volume, says: Leads in a month, teams: [marketing]}
  accepted: {kind: quality, says: Leads that sales accepted, teams: [marketing]}
teams: {marketing: {}}
```

## When to disagree
A team whose work cannot be done badly, only left undone.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc8_goals.measuring import are_readable, by_team, team_subject
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import say

_SAYS_HOW_GOOD = ("quality", "outcome", None)


def check(journey: Journey) -> Iterator[Found]:
    """Find teams that only have to do much."""
    if not journey.model.metrics or not are_readable(journey):
        return
    for team, metrics in by_team(journey).items():
        volumes = [metric for metric in metrics if metric.kind == "volume"]
        if not volumes or any(metric.kind in _SAYS_HOW_GOOD for metric in metrics):
            continue
        yield Found(
            say(
                'Team "{team}" is measured by how much it does, and by nothing that says how good it is.',
                team=journey.model.teams[team].title,
            ),
            Place(volumes[0].path, at_key=True),
            hint=say(
                'Measure what became of it as well: a metric of the kind "quality" or "outcome".'
            ),
            also=tuple(
                Also(
                    say('The metric "{metric}" counts how much, too.', metric=metric.title),
                    Place(metric.path, at_key=True),
                )
                for metric in volumes[1:]
            ),
            ids=(team,),
            about=(team_subject(team),),
        )


RULE = Rule("PC807", "volume-without-quality", "warning", __doc__, check)
