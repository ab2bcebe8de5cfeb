"""An id is declared twice.

## What it checks
An id stands once in its section, over all files. Roles, teams and people share one set of ids, because
`owner` may name any of them; so do fields, criteria and segments, which conditions name.

## Why it matters
With two declarations of one stage nobody knows which owner and which deadline hold.

## Where
On the second declaration; the first is shown with it.

## Bad
```yaml
teams:
  sales: {}
roles:
  sales: {}
```

## Good
```yaml
teams:
  sales: {}
roles:
  sales_lead: {team: sales}
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
    yield from problems(journey, "declared-twice")


RULE = Rule("PC007", "declared-twice", "error", __doc__, check)
