"""Nobody has said what will be different when the change is done.

## What it checks
A `change` describes under `target` what daily work looks like when it is done.

## Why it matters
Everybody agrees to better co-operation, and each means something else by it: marketing more calls, sales better leads. Without a picture of the end nobody knows whether it is reached.

## Where
On `change`.

## Bad
```yaml
people: {anna: {}}
change: {led_by: anna}
```

## Good
```yaml
people: {anna: {}}
change: {led_by: anna, target: 'Sales calls every accepted lead within a day, and says why it gives one back'}
```

## When to disagree
While you are still finding out: then write down what you want to find out, and by when.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find a change whose end nobody has described."""
    change = journey.model.change
    if change is not None and change.lacks("target"):
        yield Found(
            say("Nobody has said what will be different when the change is done."),
            Place(("change",), at_key=True),
            hint=say('Describe daily work as it is to be, in a sentence or two: "target".'),
        )


RULE = Rule("PC903", "change-without-target-state", "warning", __doc__, check)
