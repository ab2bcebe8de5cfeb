"""A campaign is the work of one team alone.

## What it checks
A campaign names several `teams`, where there are several.

## Why it matters
Marketing fills the hall, and sales hears of it from the first visitor who calls. Leads are warm for a few days.

## Where
On `teams` of the campaign, or on its id where it names none.

## Bad
```yaml
teams: {marketing: {}, sales: {}}
campaigns: {autumn_fair: {teams: [marketing]}}
```

## Good
```yaml
teams: {marketing: {}, sales: {}}
campaigns: {autumn_fair: {teams: [marketing, sales]}}
```

## When to disagree
A campaign that brings no lead to anybody else, such as one for new colleagues.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find campaigns that one team does alone."""
    if len(journey.model.teams) < 2:
        return
    for campaign in journey.model.campaigns.values():
        if campaign.lacks("teams"):
            yield Found(
                say('The campaign "{campaign}" names no team.', campaign=campaign.title),
                Place(campaign.path, at_key=True),
                hint=_hint(),
            )
        elif len({team.id for team in campaign.teams}) == 1 and campaign.teams[0].known:
            team = journey.model.teams[campaign.teams[0].id]
            yield Found(
                say(
                    'The campaign "{campaign}" is the work of team "{team}" alone.',
                    campaign=campaign.title,
                    team=team.title,
                ),
                Place((*campaign.path, "teams"), at_key=True),
                hint=_hint(),
            )


def _hint() -> Message:
    return say(
        "Name the teams that prepare it and take what comes of it: marketing and sales, mostly."
    )


RULE = Rule("PC909", "campaign-of-one-team", "info", __doc__, check)
