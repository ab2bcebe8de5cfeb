"""The process should have been reviewed by now.

## What it checks
A `process.review` that says when it was last held (`last`) and how often it is held (`every`) is not overdue.

## Why it matters
Customers, people and systems change. A process that nobody has looked at for a year is a description of how you used to work.

## Where
On `last` under `process.review`.

## Bad
```yaml
process: {review: {every: quarter, last: 2026-01-10}}
```

## Good
```yaml
process: {review: {every: quarter, last: 2026-10-01}}
```

## When to disagree
When it was reviewed and nobody wrote the day down: then write it down.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.values import next_after
from processctl.rules.rule import Found, Given, Place, Rule
from processctl.texts import say


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find a review whose day has passed."""
    review = journey.model.process.review
    if review is None or review.last is None or review.every is None:
        return
    due = next_after(review.last, review.every)
    if due < given.today:
        yield Found(
            say(
                "The process was last reviewed on {last}; it was to be reviewed again by {due}.",
                last=review.last.isoformat(),
                due=due.isoformat(),
            ),
            Place((*review.path, "last")),
            hint=say('Hold the review, and write down its day: "last".'),
        )


RULE = Rule("PC904", "review-overdue", "warning", __doc__, judge=judge)
