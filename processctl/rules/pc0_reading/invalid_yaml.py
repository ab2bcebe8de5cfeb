"""A file is not YAML.

## What it checks
The file can be read as YAML 1.2. Signs that trip every writer are told apart and come with their
repair: a colon, a bracket or a hash inside an unquoted text, a condition that begins with a quotation
mark, a tab, a quotation mark or a bracket that is never closed, a merge conflict that nobody has settled.

## Why it matters
One wrong sign hides the whole file: its stages are then in nobody's view, and every other finding
would be a guess.

## Where
On the sign, or the line, that has to be mended.

## Bad
```yaml
stages:
  new_lead:
    means: Somebody called: they want an offer
```

## Good
```yaml
stages:
  new_lead:
    means: "Somebody called: they want an offer"
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
    yield from problems(journey, "invalid-yaml")


RULE = Rule("PC001", "invalid-yaml", "error", __doc__, check, repairs="safe")
