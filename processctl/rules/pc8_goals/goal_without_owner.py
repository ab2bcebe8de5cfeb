"""Nobody answers for a goal.

## What it checks
A goal has an `owner`.

## Why it matters
In December three people can explain why the customers did not come. Nobody saw it in May, when there was time.

## Where
On the id of the goal; where no goal has an owner, once on `goals`.

## Bad
```yaml
goals:
  growth: {says: 60 new customers, strategy: Lead the market, target: {value: 60, by: 2027-12-31}}
```

## Good
```yaml
people: {anna: {}}
goals:
  growth: {says: 60 new customers, strategy: Lead the market, target: {value: 60, by: 2027-12-31}, owner: anna}
```

## When to disagree
Never: a goal of several teams needs one who says early that it is in danger.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find goals that nobody answers for."""
    for goal in journey.model.goals.values():
        if goal.lacks("owner"):
            yield Found(
                say('Nobody answers for the goal "{goal}".', goal=goal.title),
                Place(goal.path, at_key=True),
                hint=say('Name who says early when it is in danger: "owner".'),
            )


EVERYWHERE = Everywhere(
    "goals",
    lambda journey: len(journey.model.goals),
    lambda count: say(
        "Nobody answers for any of the goals ({goals}).",
        goals=Quantity("{count} goal", "{count} goals", count),
    ),
)
RULE = Rule("PC812", "goal-without-owner", "warning", __doc__, check, EVERYWHERE)
