"""A stage has a deadline, and nothing happens when it passes.

## What it checks
Beside every `within` of a stage, or of a variant of it, stands `late`: who is told, or where the case
goes. That holds for a stage that is itself the acceptance (`accepts: here`) too.

## Why it matters
A deadline that nobody hears of is a wish. The lead waits, and the first to notice is the customer.

## Where
On `within`.

## Bad
```yaml
stages:
  new_lead: {start: true, within: 1 business day, exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
stages:
  new_lead:
    start: true
    within: 1 business day
    late: {tell: sales_lead}
    exits: [{to: customer}]
  customer: {outcome: won}
roles: {sales_lead: {}}
```

## When to disagree
Where a report shows late cases every day and somebody reads it: name that person under `late`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.stage import Stage
from processctl.reading.problem import Path
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find deadlines without a consequence."""
    for stage in journey.stages.values():
        for path in _toothless(stage):
            yield Found(
                say(
                    'When the deadline of stage "{stage}" passes, nothing happens.',
                    stage=stage.title,
                ),
                Place((*path, "within")),
                hint=say('Say whom to tell ("late: {{tell: sales_lead}}") or where the case goes.'),
                ids=tuple(map(str, path[2:])),
            )


def _toothless(stage: Stage) -> Iterator[Path]:
    """The paths of the parts whose deadline has no consequence; a variant inherits the stage's."""
    if not stage.readable("within", "late"):
        return
    if stage.within is not None and not stage.late:
        yield stage.path
        return
    for variant in stage.varies:
        if (
            variant.readable("within", "late")
            and variant.within
            and not (variant.late or stage.late)
        ):
            yield variant.path


RULE = Rule("PC307", "stage-without-escalation", "warning", __doc__, check)
