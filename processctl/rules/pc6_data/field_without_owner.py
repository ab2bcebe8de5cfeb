"""Nobody answers for what is recorded in a field.

## What it checks
Every field names its `owner`, or `defaults` do for all fields. A computed field (`is`) is filled in by nobody,
and the fields of a shared vocabulary are asked for where they are declared.

## Why it matters
Half of the loss reasons say "other". Somebody would have to ask for better ones, and it is nobody's job; so the
next campaign is planned on "other".

## Where
On the id of the field.

## Bad
```yaml
fields: {lost_reason: {type: choice, options: [price, timing]}}
```

## Good
```yaml
fields: {lost_reason: {type: choice, options: [price, timing], owner: sales_lead}}
roles: {sales_lead: {}}
```

## When to disagree
Where the owner of the system answers for all that is in it: say that once, under `defaults`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc6_data.asked import asked_fields
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find fields that nobody answers for."""
    defaults = journey.model.defaults
    if not journey.certain or (defaults is not None and not defaults.readable("fields")):
        return
    common = defaults.fields if defaults is not None else None
    if common is not None and not common.lacks("owner"):
        return
    for field in asked_fields(journey):
        if field.lacks("owner"):
            yield Found(
                say(
                    'Nobody answers for what is recorded in the field "{field}".', field=field.title
                ),
                Place(field.path, at_key=True),
                hint=say(
                    'Name who does: "owner: sales_lead", or once for all fields under "defaults": '
                    '"fields: {{owner: sales_lead}}".'
                ),
            )


def _none_has_one(count: int) -> Message:
    return say("No field has an owner ({count} fields).", count=count)


RULE = Rule(
    "PC603",
    "field-without-owner",
    "warning",
    __doc__,
    check,
    Everywhere("fields", lambda journey: len(asked_fields(journey)), _none_has_one),
)
