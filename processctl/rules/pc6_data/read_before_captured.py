"""A condition reads a field that nobody has recorded on some way there.

## What it checks
Every field that an exit's `when`, an `entry`, the `when` of a start or a segment under `varies` reads has been
recorded on every way from a start: some stage on it `captures` the field, or cases are born with it (`brings`).
What a stage captures counts for its exits and its segments, not for its `entry`. An exit that `resets` a field
makes it unknown again. A field that only a variant captures is not captured; a computed one stands for the
fields that it is computed from.

A read that `has` guards is none. Guarded is what stands beside `has(field)` in an `and`, beside
`not has(field)` in an `or`, or in the branch of a choice that is taken when its test makes sure of the field:
`has(budget) and budget > 5000`, `not has(budget) or budget > 5000`, `has(budget) ? budget > 5000 : hot`. The order
does not matter, and a criterion that says `has(field)` guards as well.

A way back to a stage counts only for those who have been there. A field that nothing records at all is told by
605.

## Why it matters
Leads from the trade fair go round the form on which the others left their budget. The rule "from 5,000 euros to
sales" then holds for none of them, and the best contacts of the year lie in nurturing.

## Where
On the name in the condition, on the segment under `varies`; where the same field is missing from the same start,
or since the same reset, the other places that read it are shown with it.

## Bad
```yaml
fields: {budget: {type: money}}
stages:
  web_contact: {start: true, captures: [budget], exits: [{to: qualified}]}
  fair_contact: {start: true, exits: [{to: qualified}]}
  qualified: {exits: [{to: customer, when: budget > 5000}, {to: nurture, when: otherwise}]}
  nurture: {outcome: lost}
  customer: {outcome: won}
```

## Good
```yaml
fields: {budget: {type: money}}
stages:
  web_contact: {start: true, captures: [budget], exits: [{to: qualified}]}
  fair_contact: {start: true, captures: [budget], exits: [{to: qualified}]}
  qualified: {exits: [{to: customer, when: budget > 5000}, {to: nurture, when: otherwise}]}
  nurture: {outcome: lost}
  customer: {outcome: won}
```

## When to disagree
Where the field comes by itself, from a system: say so, in `captures` of the stage in which it does.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.gaps import Gap
from processctl.rules.gap_words import field_names, found_gap
from processctl.rules.rule import Found, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find conditions that read what some way to them has not recorded."""
    for gap in journey.gaps:
        if gap.readings[0].kind != "contract":
            yield found_gap(journey, gap, _message(journey, gap), _hint(gap))


def _message(journey: Journey, gap: Gap) -> Message:
    fields = field_names(journey, gap)
    if gap.way.reset is not None:
        return say("This reads what was reset on the way here: {fields}.", fields=fields)
    stage = journey.stages[gap.way.stages[0]].title
    if gap.readings[0].kind == "birth":
        return say(
            'This is asked when a case is born in stage "{stage}", and it does not bring: {fields}.',
            stage=stage,
            fields=fields,
        )
    return say(
        'This needs what may never have been recorded of cases that begin in stage "{stage}": {fields}.',
        stage=stage,
        fields=fields,
    )


def _hint(gap: Gap) -> Message:
    if gap.way.reset is not None:
        return say('Record it again on the way ("captures"), or take it out of "resets".')
    if gap.readings[0].kind == "birth":
        return say(
            'List it under "brings" of the start, or ask first: "has({field})".',
            field=gap.fields[0],
        )
    return say(
        'List it under "captures" of a stage on the way, or ask first: "has({field})".',
        field=gap.fields[0],
    )


RULE = Rule("PC601", "read-before-captured", "error", __doc__, check)
