"""A file uses a part of YAML that is refused here.

## What it checks
No type tags (`!word`), one document a file, keys that are plain words, no alias inside what it stands
for.

## Why it matters
Tags can make a program create objects that a stranger chose. And `when: !ready`, meant as "not ready",
is a tag for YAML: nothing would be left of the condition.

## Where
On the tag, the second document, or the key.

## Bad
```yaml
stages:
  new_lead:
    exits:
      - to: new_lead
        when: !ready
```

## Good
```yaml
criteria:
  ready: {judged_by: sdr}
roles:
  sdr: {}
stages:
  new_lead:
    exits:
      - to: new_lead
        when: not ready
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
    yield from problems(journey, "refused-yaml-feature")


RULE = Rule("PC008", "refused-yaml-feature", "error", __doc__, check, repairs="safe")
