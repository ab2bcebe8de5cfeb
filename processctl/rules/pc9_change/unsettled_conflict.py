"""An old quarrel is not settled.

## What it checks
Each conflict under `change` says when it was settled: `settled`.

## Why it matters
What was never talked over comes back with every lost deal, and each side keeps its own books of who let whom down.

## Where
On the conflict.

## Bad
```yaml
change: {conflicts: [{says: Sales ignored small leads}]}
```

## Good
```yaml
change: {conflicts: [{says: Sales ignored small leads, settled: 2026-09-14}]}
```

## When to disagree
While you are at it: the finding goes when the two sides have talked, and that day is written down.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find conflicts that nobody has settled."""
    change = journey.model.change
    for conflict in change.conflicts if change is not None else ():
        if conflict.says is not None and conflict.lacks("settled"):
            yield Found(
                say('This quarrel is not settled: "{words}".', words=conflict.says),
                Place(conflict.path),
                hint=say('Talk it over with both sides, and write down the day: "settled".'),
                ids=(str(conflict.path[-1]),),
            )


RULE = Rule("PC911", "unsettled-conflict", "warning", __doc__, check)
