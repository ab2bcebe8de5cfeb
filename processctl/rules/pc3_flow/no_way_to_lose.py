"""Cases can be won, and no way leads to a loss.

## What it checks
Where some result counts as won, a result that counts as lost can be reached from a start.

## Why it matters
Most leads do not buy. A process that has no place for them keeps them among the hopeful ones for ever:
the forecast is too high, and nobody learns why they said no.

## Where
On `stages`.

## Bad
```yaml
stages:
  new_lead: {start: true, exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
stages:
  new_lead:
    start: true
    exits: [{to: customer, when: buys}, {to: closed_lost, when: otherwise}]
  customer: {outcome: won}
  closed_lost: {outcome: lost}
criteria: {buys: {judged_by: sdr}}
roles: {sdr: {}}
```

## When to disagree
A process in which nobody can say no, a legal duty say: put the reason into an `ignore` on `process`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find a process in which nothing is ever lost."""
    kinds = journey.outcomes.values()
    if "won" not in kinds or not journey.starts or not journey.certain:
        return
    lost = [stage for stage, kind in journey.outcomes.items() if kind == "lost"]
    # A loss that is declared and not reached is told where it stands (302).
    if lost or journey.uncertain & journey.met.keys():
        return
    if not all(stage.readable("outcome") for stage in journey.stages.values()):
        return
    yield Found(
        say("Cases can be won here, and never lost."),
        Place(("stages",), at_key=True),
        hint=say('Add a stage with "outcome: lost", and exits or deadlines that lead to it.'),
    )


RULE = Rule("PC310", "no-way-to-lose", "warning", __doc__, check)
