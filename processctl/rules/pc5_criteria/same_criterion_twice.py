"""Two criteria mean the same.

## What it checks
No two criteria hold for exactly the same cases, however differently their tests are written. A criterion whose test is nothing
but the name of another one is passed over. Compared are criteria that read the same fields.

## Why it matters
Marketing changes its definition of a ready lead, sales still uses the other one. For a year both were the same, and nobody
remembers that there are two.

## Where
On the test of the later criterion, with the earlier one.

## Bad
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
criteria:
  mql: {test: score >= 50}
  ready: {test: not (score < 50)}
```

## Good
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
criteria:
  mql: {test: score >= 50}
  ready: {test: mql}
```

## When to disagree
Where they are meant to part one day: let one name the other until then.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.proofs import proofs_of
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find criteria that hold for the same cases."""
    criteria = journey.model.criteria
    for earlier, later in proofs_of(journey).same_criteria():
        yield Found(
            say(
                'The criterion "{later}" holds for the same cases as the criterion "{earlier}".',
                later=criteria[later].title,
                earlier=criteria[earlier].title,
            ),
            Place(("criteria", later, "test")),
            hint=say('Keep one of them; or let one name the other: "test: {name}".', name=earlier),
            also=(Also(say("This test says the same."), Place(("criteria", earlier, "test"))),),
            ids=(earlier,),
        )


RULE = Rule("PC508", "same-criterion-twice", "warning", __doc__, check)
