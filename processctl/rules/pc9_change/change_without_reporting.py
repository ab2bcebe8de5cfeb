"""Nobody hears how the change gets on.

## What it checks
A `change` says under `reports_to` which forum, or who, hears how it gets on.

## Why it matters
What nobody asks about is put off. And when two teams disagree, there is nobody to decide.

## Where
On `change`.

## Bad
```yaml
people: {anna: {}}
change: {led_by: anna}
```

## Good
```yaml
people: {anna: {}, ben: {}}
change: {led_by: anna, reports_to: ben}
```

## When to disagree
In a company so small that its head leads the change: then name the forum where the others hear of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find a change that is reported to nobody."""
    change = journey.model.change
    if change is not None and change.lacks("reports_to"):
        yield Found(
            say("The change is reported to nobody."),
            Place(("change",), at_key=True),
            hint=say('Say which forum, or who, hears how it gets on: "reports_to".'),
        )


RULE = Rule("PC902", "change-without-reporting", "warning", __doc__, check)
