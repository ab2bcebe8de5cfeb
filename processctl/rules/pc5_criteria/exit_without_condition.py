"""A stage has several exits, and one of them has no condition.

## What it checks
Where a stage has more than one exit in force, each says `when`. One of them may say `otherwise`.

## Why it matters
Every lead can take an exit without a condition. Which leads take it, and which take the others, each
person decides anew.

## Where
On the first exit without `when`; further ones are shown with it.

## Bad
```yaml
stages:
  new_lead:
    start: true
    exits: [{to: customer, when: ready}, {to: nurture}]
  nurture: {outcome: lost}
  customer: {outcome: won}
criteria: {ready: {judged_by: sdr}}
roles: {sdr: {}}
```

## Good
```yaml
stages:
  new_lead:
    start: true
    exits: [{to: customer, when: ready}, {to: nurture, when: otherwise}]
  nurture: {outcome: lost}
  customer: {outcome: won}
criteria: {ready: {judged_by: sdr}}
roles: {sdr: {}}
```

## When to disagree
Where somebody decides freely, say who decides what: `when: {says: …, judged_by: …}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find exits without a condition beside others."""
    for stage in journey.stages.values():
        live = [exit_ for exit_ in stage.exits if exit_.live]
        without = [exit_ for exit_ in live if exit_.lacks("when")]
        if len(live) > 1 and without:
            yield Found(
                say(
                    'Stage "{stage}" has {count} exits, and this one has no condition.',
                    stage=stage.title,
                    count=len(live),
                ),
                Place(without[0].path),
                hint=say(
                    'Say when it is taken: "when", or "when: otherwise" for all that is left.'
                ),
                also=tuple(
                    Also(say("This exit has no condition either."), Place(exit_.path))
                    for exit_ in without[1:]
                ),
            )


RULE = Rule("PC516", "exit-without-condition", "error", __doc__, check)
