"""A file cannot be read.

## What it checks
Every file of the workspace, and every workspace under `uses`, is there, is a regular file inside the
repository, may be read, and is text in UTF-8.

## Why it matters
What stands in a file that nobody else can read does not hold for anybody else: a link to a file on one
person's machine, say.

## Where
On the file, or on the path under `uses`.

## Bad
```yaml
uses: [shared_vocabulary]
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
    yield from problems(journey, "unreadable-file")


RULE = Rule("PC006", "unreadable-file", "error", __doc__, check)
