"""Criteria rest on each other in a circle.

## What it checks
No criterion, segment or computed field needs itself, directly or by way of others.

## Why it matters
To know whether one holds, you would first have to know whether it holds. No lead ever passes.

## Where
On the test of the first of them; the others are shown with it.

## Bad
```yaml
criteria:
  ready: {test: fits and asked}
  fits: {test: ready}
  asked: {judged_by: sdr}
roles: {sdr: {}}
```

## Good
```yaml
criteria:
  ready: {test: fits and asked}
  fits: {judged_by: sdr}
  asked: {judged_by: sdr}
roles: {sdr: {}}
```

## When to disagree
Never.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.criteria import circles
from processctl.journey import Journey
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Listing, say


def check(journey: Journey) -> Iterator[Found]:
    """Find definitions that need themselves."""
    for circle in circles(journey.conditions.definitions):
        first, *others = circle
        message = (
            say("The definitions {names} rest on each other in a circle.", names=Listing(circle))
            if others
            else say('The definition "{name}" rests on itself.', name=first)
        )
        yield Found(
            message,
            _place(journey, first),
            hint=say("Say what one of them means without the others."),
            also=tuple(
                Also(say('"{name}" is part of the circle.', name=name), _place(journey, name))
                for name in others
            ),
            ids=tuple(sorted(others)),
        )


def _place(journey: Journey, name: str) -> Place:
    if name in journey.model.fields:
        return Place(("fields", name, "is"))
    section = "criteria" if name in journey.model.criteria else "segments"
    return Place((section, name, "test"))


RULE = Rule("PC511", "circular-criteria", "error", __doc__, check)
