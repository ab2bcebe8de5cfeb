"""A metric serves no goal.

## What it checks
A metric names the `goal` that it serves, or is the `metric` of a goal's `target`. The rule speaks where there are goals.

## Why it matters
What is measured gets done. A number without a goal keeps people busy with something that nobody has asked for.

## Where
On the id of the metric; where no metric serves a goal, once on `metrics`.

## Bad
```yaml
people: {anna: {}}
goals:
  growth: {says: 60 customers, strategy: Lead the market, target: {value: 60, by: 2027-12-31}, owner: anna}
metrics:
  visits: {kind: volume, says: Visits to our pages, owner: anna}
```

## Good
```yaml
people: {anna: {}}
goals:
  growth: {says: 60 customers, strategy: Lead the market, target: {value: 60, by: 2027-12-31}, owner: anna}
metrics:
  visits: {kind: volume, says: Visits to our pages, owner: anna, goal: growth}
```

## When to disagree
A number that only warns, such as the load of a server. It is better kept where that is watched.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc8_goals.measuring import subject
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find metrics that no goal asks for."""
    goals = journey.model.goals.values()
    if not goals or not journey.certain or not all(goal.readable("target") for goal in goals):
        return
    targets = {goal.target.metric.id for goal in goals if goal.target and goal.target.metric}
    for metric in journey.model.metrics.values():
        is_target = metric.id in targets or ("metrics", metric.id) in journey.meant_by_mistake
        if metric.lacks("goal") and not is_target:
            yield Found(
                say('The metric "{metric}" serves no goal.', metric=metric.title),
                Place(metric.path, at_key=True),
                hint=say('Name the goal that it helps to reach, "goal", or stop measuring it.'),
                about=(subject(metric),),
            )


EVERYWHERE = Everywhere(
    "metrics",
    lambda journey: len(journey.model.metrics),
    lambda count: say(
        "No metric serves a goal ({metrics}).",
        metrics=Quantity("{count} metric", "{count} metrics", count),
    ),
)
RULE = Rule("PC804", "metric-without-goal", "warning", __doc__, check, EVERYWHERE)
