"""The review of the process has no rhythm.

## What it checks
A `process.review` says under `every` how often it is held.

## Why it matters
A review that is held when there is time is held when something has gone wrong.

## Where
On `review` under `process`.

## Bad
```yaml
forums: {board: {}}
process: {review: {in: board}}
```

## Good
```yaml
forums: {board: {}}
process: {review: {in: board, every: quarter}}
```

## When to disagree
When the process is to end soon: then there is nothing to review, and `review` can go.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find a review that is held now and then."""
    review = journey.model.process.review
    if review is not None and review.lacks("every"):
        yield Found(
            say("Nothing says how often the process is reviewed."),
            Place(review.path, at_key=True),
            hint=say('Agree on a rhythm: "every: quarter".'),
        )


RULE = Rule("PC905", "no-review-rhythm", "warning", __doc__, check)
