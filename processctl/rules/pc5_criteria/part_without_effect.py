"""A part of a condition changes nothing.

## What it checks
Each operand of an `and` or `or` matters: without it, some case would be judged otherwise. Of two that say the same the later
one is told. What spells out the limits of a field (`score <= 100` where 100 is its `max`) is passed over, and so is
`has(score)` beside a comparison of the score: it says that somebody thought of the case without one.

## Why it matters
Who reads the condition takes every part for a demand. They chase a lead for something that decides nothing, or believe that a
case is excluded that is not.

## Where
On the part of the condition.

## Bad
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
criteria:
  ready: {test: score >= 50 and score >= 20}
```

## Good
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
criteria:
  ready: {test: score >= 50}
```

## When to disagree
Where the part is there for the reader: put it into `says`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.proofs import proofs_of
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find operands without which a condition would be the same."""
    proofs = proofs_of(journey)
    for expression in journey.model.expressions:
        for part in proofs.idle_parts(expression):
            words = expression.source[part.span[0] : part.span[1]]
            yield Found(
                say('The part "{part}" of this condition changes nothing.', part=words),
                Place(expression.path, inside=part.span),
                hint=say("Take it out, or write what was meant."),
                ids=(*map(str, expression.path[2:]), words),
            )


RULE = Rule("PC518", "part-without-effect", "warning", __doc__, check)
