"""A value that may be missing decides who goes on, and nobody asks whether it is there.

## What it checks
Where cases may stay, because they wait or have come to a result, no exit compares a field that is `optional` without
asking for it with `has`, if a case without the value then fits no exit and no deadline leads on. A comparison with
what is missing is false, whatever is compared. Elsewhere such a case is told as one that fits no exit.

## Why it matters
"Back to sales when the budget is 5000 or more." Nobody wrote the budget down, so this customer waits, today and in
ten years, and looks like all the others who wait for good reasons.

## Where
On the condition of the first exit that compares the field, with a case.

## Bad
```yaml
stages:
  nurture:
    start: {brings: [budget]}
    waits: true
    exits: [{to: first_call, when: budget >= 5000}]
  first_call: {outcome: won}
fields:
  budget: {type: money, min: 0, optional: true}
```

## Good
```yaml
stages:
  nurture:
    start: {brings: [budget]}
    waits: true
    exits: [{to: first_call, when: budget >= 5000}, {to: asked, when: not has(budget)}]
  asked: {outcome: lost}
  first_call: {outcome: won}
fields:
  budget: {type: money, min: 0, optional: true}
```

## When to disagree
Where a case without the value is to wait like all others: write `has(budget) and budget >= 5000`, which says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.proofs import proofs_of
from processctl.rules.pc5_criteria.showing import place_of, shown_values
from processctl.rules.rule import Found, Given, Rule
from processctl.texts import say


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find comparisons with what may be missing, for want of which a case never leaves."""
    for one in proofs_of(journey).overlooked:
        name = one.inside.state.stage
        shown = shown_values(journey, given, one.inside, one.facts)
        yield Found(
            say(
                'Without "{field}" a case never leaves stage "{stage}": nobody asks whether it is there.',
                field=journey.model.fields[one.field].title,
                stage=journey.stages[name].title,
            ),
            place_of(one.exit),
            hint=say(
                'Say where a case without it goes ("not has({field})"), or that it waits: "has({field}) and …".',
                field=one.field,
            ),
            witness=shown.way,
            case=shown.values,
            story=shown.story,
            ids=(one.field,),
            about=(one.field,),
        )


RULE = Rule("PC519", "missing-not-considered", "warning", __doc__, judge=judge)
