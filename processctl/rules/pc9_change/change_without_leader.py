"""Nobody leads the change.

## What it checks
A `change` says under `led_by` who leads it.

## Why it matters
A change that everybody supports and nobody leads ends with the first busy week, and next year it is begun again.

## Where
On `change`.

## Bad
```yaml
change: {target: One weekly meeting of sales and marketing}
```

## Good
```yaml
people: {anna: {}}
change: {target: One weekly meeting of sales and marketing, led_by: anna}
```

## When to disagree
Never: somebody may lead it for half an hour a week, but somebody does.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find a change that nobody leads."""
    change = journey.model.change
    if change is not None and change.lacks("led_by"):
        yield Found(
            say("Nobody leads the change."),
            Place(("change",), at_key=True),
            hint=say('Agree on one person or role: "led_by".'),
        )


RULE = Rule("PC901", "change-without-leader", "warning", __doc__, check)
