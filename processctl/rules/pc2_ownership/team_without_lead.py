"""A team has no lead.

## What it checks
A team names its `lead`, a role or a person. Partners (`external: true`) need none, and of a team that owns stages [nobody-in-particular](nobody-in-particular.md) speaks.

## Why it matters
Two teams disagree about a lead, and in one of them there is nobody to talk to.

## Where
On the id of the team; where no team has a lead, once on `teams`.

## Bad
```yaml
teams: {marketing: {}}
```

## Good
```yaml
people: {anna: {}}
teams: {marketing: {lead: anna}}
```

## When to disagree
A team that leads itself: then name who is asked first, for this quarter.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.people import Team
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find teams without a lead that own no stage."""
    owning = {owner.id for owner in journey.owners.values() if owner.kind == "teams"}
    for team in _asked(journey):
        if team.lacks("lead") and team.id not in owning:
            yield Found(
                say('Team "{team}" has no lead.', team=team.title),
                Place(team.path, at_key=True),
                hint=say('Name the lead: "lead: " and a role or a person.'),
            )


def _asked(journey: Journey) -> Iterator[Team]:
    for team in journey.model.teams.values():
        if not team.external and not team.shared:
            yield team


EVERYWHERE = Everywhere(
    "teams",
    lambda journey: sum(1 for _ in _asked(journey)),
    lambda count: say(
        "No team has a lead ({teams}).", teams=Quantity("{count} team", "{count} teams", count)
    ),
)
RULE = Rule("PC206", "team-without-lead", "warning", __doc__, check, EVERYWHERE)
