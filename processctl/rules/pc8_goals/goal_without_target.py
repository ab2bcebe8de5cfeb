"""A goal does not say how much is to be reached, or by when.

## What it checks
A goal has a `target` with a `value` and a day, `by`. A metric that serves the goal may say them in its own `target`. A
goal that others are part of (`parent`) may leave it to them altogether.

## Why it matters
"More customers" is reached with one more, and never late. Nobody can tell in spring whether it is time to do something
else.

## Where
On `target` of the goal, or on its id where there is none; where no goal says how much by when, once on `goals`.

## Bad
```yaml
people: {anna: {}}
goals:
  growth: {says: More customers, strategy: Lead the market, target: {value: 60}, owner: anna}
```

## Good
```yaml
people: {anna: {}}
goals:
  growth: {says: More customers, strategy: Lead the market, target: {value: 60, by: 2027-12-31}, owner: anna}
```

## When to disagree
What is to hold for ever, such as a share of customers who stay: then set the day when you look at it next.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.aims import Goal, Target
from processctl.rules.pc8_goals.measuring import serving
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Message, Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find goals of which nobody can say whether they are reached."""
    if not journey.certain:
        return
    served = serving(journey)
    parents = {goal.parent.id for goal in journey.model.goals.values() if goal.parent is not None}
    for goal in journey.model.goals.values():
        metrics = served.get(goal.id, ())
        named = goal.target.metric if goal.target is not None else None
        unknown = named is not None and not named.known
        if unknown or ("goals", goal.id) in journey.meant_by_mistake:
            continue
        if not goal.readable("target") or not all(one.readable("target") for one in metrics):
            continue
        if goal.target is None and goal.id in parents:
            continue
        stated = (goal.target, *(metric.target for metric in metrics))
        targets = [target for target in stated if target is not None]
        message = _missing(goal, targets)
        if message is not None:
            at_target = () if goal.target is None else ("target",)
            yield Found(
                message,
                Place((*goal.path, *at_target), at_key=True),
                hint=say('Write down both: "target" with "value" and "by".'),
            )


def _missing(goal: Goal, targets: list[Target]) -> Message | None:
    no_value = all(target.lacks("value") for target in targets)
    no_day = all(target.lacks("by") for target in targets)
    if no_value and no_day:
        return say(
            'The goal "{goal}" says neither how much is to be reached nor by when.', goal=goal.title
        )
    if no_value:
        return say('The goal "{goal}" does not say how much is to be reached.', goal=goal.title)
    if no_day:
        return say('The goal "{goal}" does not say by when it is to be reached.', goal=goal.title)
    return None


EVERYWHERE = Everywhere(
    "goals",
    lambda journey: len(journey.model.goals),
    lambda count: say(
        "No goal says how much is to be reached by when ({goals}).",
        goals=Quantity("{count} goal", "{count} goals", count),
    ),
)
RULE = Rule("PC803", "goal-without-target", "warning", __doc__, check, EVERYWHERE)
