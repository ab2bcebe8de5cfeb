"""No stage is a result.

## What it checks
At least one stage has an `outcome`, or says in which process its cases go on (`continues`).

## Why it matters
Without a result nobody can say how many leads became customers, nor whether any lead has an end at all.

## Where
On `stages`.

## Bad
```yaml
stages:
  new_lead: {start: true, exits: [{to: customer}]}
  customer: {}
```

## Good
```yaml
stages:
  new_lead: {start: true, exits: [{to: customer}]}
  customer: {outcome: won}
```

## When to disagree
Never: every process is for something.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find a process without results."""
    stages = journey.stages.values()
    if not stages or journey.outcomes or not journey.certain:
        return
    if not all(stage.readable("outcome", "continues") for stage in stages):
        return
    yield Found(
        say("No stage is a result: no case is ever won or lost."),
        Place(("stages",), at_key=True),
        hint=say('Mark the stages where cases end: "outcome: won" or "outcome: lost".'),
    )


RULE = Rule("PC315", "no-outcome-at-all", "error", __doc__, check)
