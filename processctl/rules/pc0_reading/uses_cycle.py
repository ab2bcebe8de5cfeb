"""Two workspaces use each other.

## What it checks
The workspaces under `uses`, and those that they use in turn, never lead back to this one.

## Why it matters
Where two vocabularies each rest on the other, nobody can say which of them defines a word.

## Where
On the path under `uses`.

## Bad
```yaml
uses: [.]
```

## Good
```yaml
uses: []
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
    yield from problems(journey, "uses-cycle")


RULE = Rule("PC010", "uses-cycle", "error", __doc__, check)
