"""An `ignore` hides nothing.

## What it checks
Every `ignore` names a rule that would find something in the part it covers. Only rules that ran are
judged.

## Why it matters
An entry that is left over hides the next real finding, and nobody will look for it there.

## Where
On the rule's name under `ignore`.

## Bad
```yaml
stages:
  new_lead:
    owner: sdr
    ignore:
      stage-without-owner: {because: We are hiring}
roles:
  sdr: {}
```

## Good
```yaml
stages:
  new_lead:
    ignore:
      stage-without-owner: {because: We are hiring}
```

## When to disagree
Where the rule fires only now and then, by the date say: then set the end date under `until`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Rule


def check(journey: Journey) -> Iterator[Found]:
    """Find nothing: what this rule looks at is known only after the run (``lint.own``)."""
    del journey
    yield from ()


RULE = Rule("PC991", "ignore-without-effect", "warning", __doc__, check, repairs="safe")
