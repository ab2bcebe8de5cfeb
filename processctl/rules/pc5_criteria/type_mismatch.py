"""A value is of another kind than is wanted.

## What it checks
Conditions compare what can be compared: numbers with numbers, dates with dates and days such as
`"2026-12-31"`, a choice with its own options. What has to hold or not is a condition, and a computed
field has the type it declares. A field that conditions ask for has a type, a choice lists its options, `min` is not above `max`, time counts from
a date, and the values of examples and made-up cases are values that their fields can hold.

## Why it matters
`industry == "manufactoring"` looks right and is never true: the campaign for manufacturers reaches
nobody, and no one sees why.

## Where
On the part of the condition, or on the value, that does not fit.

## Bad
```yaml
fields: {industry: {type: choice, options: [manufacturing, food]}}
criteria: {ours: {test: industry == "manufactoring"}}
```

## Good
```yaml
fields: {industry: {type: choice, options: [manufacturing, food]}}
criteria: {ours: {test: industry == "manufacturing"}}
```

## When to disagree
Never: correct the condition, or the field.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc5_criteria.field_faults import field_faults
from processctl.rules.pc5_criteria.option_hints import OptionHints
from processctl.rules.pc5_criteria.value_faults import value_faults
from processctl.rules.rule import Found, Place, Rule


def check(journey: Journey) -> Iterator[Found]:
    """Find conditions, fields and values that do not fit together."""
    hints = OptionHints()
    yield from _in_conditions(journey, hints)
    yield from field_faults(journey)
    yield from value_faults(journey, hints)


def _in_conditions(journey: Journey, hints: OptionHints) -> Iterator[Found]:
    for expression in journey.model.expressions:
        for one in journey.soundness.mismatches(expression):
            hint, ids = one.hint, tuple(map(str, expression.path[2:]))
            if one.option is not None and one.options is not None:
                hint, ids = hints.hint(one.option, one.options), (*ids, one.option)
            yield Found(one.message, Place(expression.path, inside=one.span), hint=hint, ids=ids)


RULE = Rule("PC502", "type-mismatch", "error", __doc__, check)
