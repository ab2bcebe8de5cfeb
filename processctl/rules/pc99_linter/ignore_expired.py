"""An `ignore` has run out.

## What it checks
The day under `until` of every `ignore` is today or later.

## Why it matters
The day was set so that the gap would be looked at again. The finding is back, and this tells why.

## Where
On the rule's name under `ignore`.

## Bad
```yaml
stages:
  new_lead:
    ignore:
      stage-without-owner: {because: We are hiring, until: 2020-01-31}
```

## Good
```yaml
stages:
  new_lead:
    ignore:
      stage-without-owner: {because: We are hiring, until: 2999-01-31}
```

## When to disagree
Never: take the entry away, or agree on a new day.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Rule


def check(journey: Journey) -> Iterator[Found]:
    """Find nothing: what this rule looks at is known only after the run (``lint.own``)."""
    del journey
    yield from ()


RULE = Rule("PC992", "ignore-expired", "warning", __doc__, check)
