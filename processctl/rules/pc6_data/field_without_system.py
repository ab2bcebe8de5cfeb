"""Nothing says in which system a field is kept.

## What it checks
Every field names the `system` that keeps it, or several, or `defaults` do for all fields. A computed field
(`is`) is kept nowhere, and the fields of a shared vocabulary are asked for where they are declared.

## Why it matters
One writes the phone number into the CRM, another into the newsletter tool. When the customer moves, one of them is
wrong, and nobody knows which.

## Where
On the id of the field.

## Bad
```yaml
fields: {phone: {type: text}}
```

## Good
```yaml
fields: {phone: {type: text, system: crm}}
systems: {crm: {}}
```

## When to disagree
What is kept on paper or in somebody's head: declare that as a system too, so that it can be seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc6_data.asked import asked_fields
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find fields that are kept nowhere in particular."""
    defaults = journey.model.defaults
    if not journey.certain or (defaults is not None and not defaults.readable("fields")):
        return
    common = defaults.fields if defaults is not None else None
    if common is not None and not common.lacks("system"):
        return
    for field in asked_fields(journey):
        if field.lacks("system"):
            yield Found(
                say('Nothing says in which system the field "{field}" is kept.', field=field.title),
                Place(field.path, at_key=True),
                hint=say(
                    'Name the system: "system: crm", or once for all fields under "defaults": '
                    '"fields: {{system: crm}}".'
                ),
            )


def _none_does(count: int) -> Message:
    return say("No field names the system that keeps it ({count} fields).", count=count)


RULE = Rule(
    "PC602",
    "field-without-system",
    "warning",
    __doc__,
    check,
    Everywhere("fields", lambda journey: len(asked_fields(journey)), _none_does),
)
