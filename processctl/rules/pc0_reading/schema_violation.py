"""Something has a form that the language does not know.

## What it checks
Every key is one of the language's, and every value has its form: a duration, a date, an id, one word of
a list, a map. The command `processctl schema` prints all of it, and editors show it while you type.

## Why it matters
A misspelt key says nothing: with `onwer: sdr` the stage has no owner, though everybody who reads it
thinks that it does.

## Where
On the key that is not known, or the value that has another form.

## Bad
```yaml
stages:
  new_lead:
    within: soon
```

## Good
```yaml
stages:
  new_lead:
    within: 1 business day
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
    yield from problems(journey, "schema-violation")


RULE = Rule("PC003", "schema-violation", "error", __doc__, check)
