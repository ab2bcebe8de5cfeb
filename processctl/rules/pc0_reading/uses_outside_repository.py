"""A shared vocabulary lies outside the repository.

## What it checks
Every path under `uses` stays inside the git repository; without git, inside the folder above the
workspace.

## Why it matters
Whoever clones the repository has nothing behind a path that leads out of it. And a pull request could
point it at any file of the machine that runs the check.

## Where
On the path under `uses`.

## Bad
```yaml
uses: [../../../../../../../../../..]
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
    yield from problems(journey, "uses-outside-repository")


RULE = Rule("PC009", "uses-outside-repository", "error", __doc__, check)
