"""A stage holds so many cases and no more, and nothing says what happens to the next.

## What it checks
A stage with a capacity (`holds` with `at_most`) says under `full` whom to tell or where the next case goes.

## Why it matters
The salesperson has twenty-five leads and gets a twenty-sixth. It is called when there is time, which is to say
never, and the customer does not know that they came at a bad moment.

## Where
On `holds`.

## Bad
```yaml
stages:
  first_call: {start: {from: [Web form]}, holds: {at_most: 25, per: person}, exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
stages:
  first_call:
    start: {from: [Web form]}
    holds: {at_most: 25, per: person, full: {tell: sales_lead}}
    exits: [{to: customer}]
  customer: {outcome: won}
roles: {sales_lead: {}}
```

## When to disagree
Where the system refuses the next case by itself and tells the one who sent it.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.stage import Holds
from processctl.rules.rule import Found, Rule, stage_at
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find capacities without a consequence."""
    for stage in journey.stages.values():
        holds = stage.holds
        if holds is None or holds.at_most is None or _has_plan(holds):
            continue
        yield Found(
            say(
                'When stage "{stage}" is full, nothing says what happens to the next case.',
                stage=stage.title,
            ),
            stage_at(stage.id, "holds"),
            hint=say('Say whom to tell, or where the case goes: "full: {{tell: sales_lead}}".'),
        )


def _has_plan(holds: Holds) -> bool:
    full = holds.full
    if full is None:
        return not holds.readable("full")
    return not (full.lacks("to") and full.lacks("tell"))


RULE = Rule("PC317", "no-plan-for-full", "warning", __doc__, check)
