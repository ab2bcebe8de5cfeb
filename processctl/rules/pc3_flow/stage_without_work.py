"""Nothing says what is done in a stage.

## What it checks
Every stage that is no result and does not only wait (`waits: true`) lists under `does` what is done in it.

## Why it matters
A newcomer reads who owns the lead and by when, and not what to do with it. Each does it another way.

## Where
On the id of the stage.

## Bad
```yaml
stages:
  new_lead: {start: true, exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
stages:
  new_lead: {start: true, does: [Call the contact], exits: [{to: customer}]}
  customer: {outcome: won}
```

## When to disagree
A stage that only sorts cases and holds nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Rule, stage_at
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find stages in which nothing is done."""
    for stage in journey.stages.values():
        if stage.id in journey.outcomes or stage.waits:
            continue
        if stage.lacks("does") and stage.readable("outcome", "continues", "waits"):
            yield Found(
                say('Nothing says what is done in stage "{stage}".', stage=stage.title),
                stage_at(stage.id),
                hint=say('List what is done under "does"; if cases only rest here, "waits: true".'),
            )


RULE = Rule("PC312", "stage-without-work", "warning", __doc__, check)
