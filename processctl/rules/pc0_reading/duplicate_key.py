"""A key stands twice in one map.

## What it checks
No map has the same key twice. A section may stand in several files, but once in each.

## Why it matters
Of two values only one can hold, and a reader sees the other one as often: two people then follow two
deadlines.

## Where
On the second of the two keys; the first is shown with it.

## Bad
```yaml
stages:
  new_lead:
    within: 1 day
    within: 2 days
```

## Good
```yaml
stages:
  new_lead:
    within: 1 day
```

## When to disagree
Never: what cannot be read cannot be judged, so this rule cannot be silenced.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc0_reading.problems import problems
from processctl.rules.rule import Found, Rule


def check(journey: Journey) -> Iterator[Found]:
    """Tell what reading met."""
    yield from problems(journey, "duplicate-key")


RULE = Rule("PC002", "duplicate-key", "error", __doc__, check)
