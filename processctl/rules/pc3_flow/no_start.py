"""No stage says that cases begin there.

## What it checks
At least one stage has `start`: cases are born in it.

## Why it matters
Without a beginning nothing can be said of any lead: not where it comes from, not whether it ever reaches
anybody.

## Where
On `stages`.

## Bad
```yaml
stages:
  new_lead: {exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
stages:
  new_lead: {start: true, exits: [{to: customer}]}
  customer: {outcome: won}
```

## When to disagree
Never: every process begins somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find a process in which no case is born."""
    stages = journey.stages.values()
    if not stages or journey.starts or not all(stage.readable("start") for stage in stages):
        return
    if not journey.certain:
        return
    yield Found(
        say("No stage is a start: nothing says where cases come from."),
        Place(("stages",), at_key=True),
        hint=say(
            'Mark the stages in which cases are born: "start: true", or where they come from.'
        ),
    )


RULE = Rule("PC301", "no-start", "error", __doc__, check)
