"""Nobody keeps in touch with customers.

## What it checks
A stage that counts as won and goes on, to a further sale or to the end of the contract, says under `touch`
what is done again and again while the customer rests there.

## Why it matters
Who hears from you only when an invoice is due leaves at the first better offer, and nobody saw it coming.

## Where
On the id of the stage.

## Bad
```yaml
stages:
  offer: {start: true, exits: [{to: customer}]}
  customer: {outcome: won, exits: [{to: former_customer}]}
  former_customer: {outcome: lost}
```

## Good
```yaml
stages:
  offer: {start: true, exits: [{to: customer}]}
  customer:
    outcome: won
    touch: {every: quarter, does: [Review meeting]}
    exits: [{to: former_customer}]
  former_customer: {outcome: lost}
```

## When to disagree
A sale after which there is nothing to keep: then the stage has no exits, and is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Rule, stage_at
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find customers whom nobody keeps in touch with."""
    for name, kind in journey.outcomes.items():
        stage = journey.stages[name]
        if kind == "won" and journey.out[name] and stage.lacks("touch"):
            yield Found(
                say('Nobody keeps in touch with customers in stage "{stage}".', stage=stage.title),
                stage_at(name),
                hint=say('Say what is done how often: "touch", with "every" and "does".'),
            )


RULE = Rule("PC311", "customer-left-alone", "warning", __doc__, check)
