"""A field is read that no stage records.

## What it checks
Every field that a condition, a handoff, a return reason or a feedback loop uses is recorded somewhere: some
stage in force `captures` it, or cases are born with it (`brings`). A computed field stands for the fields
that it is computed from. Criteria and segments that nothing uses are passed over.

## Why it matters
The condition can never be answered. Either nobody asks the customer, and the leads all go the same way, or
somebody guesses.

## Where
On the first place that reads the field; others are shown with it.

## Bad
```yaml
fields: {score: {type: integer}}
stages:
  new_lead: {start: true, exits: [{to: customer, when: score >= 50}]}
  customer: {outcome: won}
```

## Good
```yaml
fields: {score: {type: integer}}
stages:
  new_lead: {start: true, captures: [score], exits: [{to: customer, when: score >= 50}]}
  customer: {outcome: won}
```

## When to disagree
A field that comes from outside the process: say with which cases it comes, `start: {brings: [...]}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.reads import readers
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find fields that are read and recorded nowhere."""
    if not journey.certain:
        return
    stages = journey.stages.values()
    if not all(stage.readable("captures", "start", "varies") for stage in stages):
        return
    recorded = {
        reference.id
        for stage in stages
        for part in (stage, *stage.varies)
        for reference in part.captures
    }
    recorded |= {
        reference.id for stage in stages if stage.start for reference in stage.start.brings
    }
    for name, places in readers(journey).items():
        field = journey.model.fields.get(name)
        if field is None or name in recorded or field.computed is not None:
            continue
        first, *others = places
        yield Found(
            say('The field "{field}" is read here, and no stage records it.', field=field.title),
            Place(first),
            hint=say('List it under "captures" of the stage where it becomes known.'),
            also=tuple(
                Also(say('Here "{field}" is read too.', field=field.title), Place(other))
                for other in others
            ),
            ids=(name,),
            about=(f"field {name}",),
        )


RULE = Rule("PC605", "captured-nowhere", "error", __doc__, check)
