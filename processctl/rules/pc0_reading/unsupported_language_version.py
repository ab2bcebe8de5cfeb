"""The process is written in a newer version of the language.

## What it checks
`processctl: 1` in `processctl.yaml` names a version of the language that this program knows.

## Why it matters
Keys of a later version may mean what this program cannot know. Half an answer would look like a whole
one.

## Where
On the version.

## Bad
```yaml
processctl: 2
stages: {}
```

## Good
```yaml
processctl: 1
stages: {}
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
    yield from problems(journey, "unsupported-language-version")


RULE = Rule("PC004", "unsupported-language-version", "error", __doc__, check)
