"""A setting names a rule that does not exist.

## What it checks
Every rule that `ignore` or `lint` names is a rule of this program, by name or code, and one that may be
silenced.

## Why it matters
A misspelt name silences nothing, or leaves at "warning" what was meant to stop a pull request.

## Where
On the name.

## Bad
```yaml
lint:
  severity: {stage-without-onwer: warning}
```

## Good
```yaml
lint:
  severity: {stage-without-owner: warning}
```

## When to disagree
Never.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Rule


def check(journey: Journey) -> Iterator[Found]:
    """Find nothing: what this rule looks at is known only after the run (``lint.own``)."""
    del journey
    yield from ()


RULE = Rule("PC993", "unknown-rule-in-config", "error", __doc__, check)
