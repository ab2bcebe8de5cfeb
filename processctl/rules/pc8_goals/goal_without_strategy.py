"""A goal follows from no strategy.

## What it checks
A goal says under `strategy` which part of the company's strategy it serves, unless it is part of another goal
(`parent`), which says it then.

## Why it matters
A number that nobody can trace back to what the company wants is met by whatever is easiest to sell, to customers who
are gone within a year.

## Where
On the id of the goal; where no goal says it, once on `goals`.

## Bad
```yaml
people: {anna: {}}
goals:
  growth: {says: 60 new customers, target: {value: 60, by: 2027-12-31}, owner: anna}
```

## Good
```yaml
people: {anna: {}}
goals:
  growth:
    says: 60 new customers
    strategy: Lead the manufacturing market
    target: {value: 60, by: 2027-12-31}
    owner: anna
```

## When to disagree
Where the strategy may not stand in this file: then write under `strategy` where it is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.aims import Goal
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find goals that no strategy leads to."""
    for goal in _asked(journey):
        if goal.lacks("strategy"):
            yield Found(
                say('The goal "{goal}" follows from no strategy.', goal=goal.title),
                Place(goal.path, at_key=True),
                hint=say('Say which part of the company\'s strategy it serves: "strategy".'),
            )


def _asked(journey: Journey) -> Iterator[Goal]:
    """The goals that are part of no other."""
    return (goal for goal in journey.model.goals.values() if goal.lacks("parent"))


EVERYWHERE = Everywhere(
    "goals",
    lambda journey: sum(1 for _ in _asked(journey)),
    lambda count: say(
        "No goal follows from a strategy ({goals}).",
        goals=Quantity("{count} goal", "{count} goals", count),
    ),
)
RULE = Rule("PC802", "goal-without-strategy", "warning", __doc__, check, EVERYWHERE)
