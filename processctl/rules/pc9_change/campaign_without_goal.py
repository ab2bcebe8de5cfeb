"""A campaign serves no goal.

## What it checks
A campaign says under `goal` which goal it serves.

## Why it matters
Marketing is proud of the visitors, sales asks what they were for, and both are right.

## Where
On the id of the campaign; where no campaign has a goal, once on `campaigns`.

## Bad
```yaml
campaigns: {autumn_fair: {}}
```

## Good
```yaml
goals: {sixty_customers: {}}
campaigns: {autumn_fair: {goal: sixty_customers}}
```

## When to disagree
A campaign that is to make the company known, and nothing more: then that is a goal, and can be written as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Message, Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find campaigns that serve no goal."""
    for campaign in journey.model.campaigns.values():
        if campaign.lacks("goal"):
            yield Found(
                say('The campaign "{campaign}" serves no goal.', campaign=campaign.title),
                Place(campaign.path, at_key=True),
                hint=_hint(),
            )


def _hint() -> Message:
    return say('Say which goal it serves, "goal", and choose its segment by that.')


EVERYWHERE = Everywhere(
    "campaigns",
    lambda journey: len(journey.model.campaigns),
    lambda count: say(
        "No campaign serves a goal ({campaigns}).",
        campaigns=Quantity("{count} campaign", "{count} campaigns", count),
    ),
)
RULE = Rule("PC908", "campaign-without-goal", "warning", __doc__, check, EVERYWHERE)
