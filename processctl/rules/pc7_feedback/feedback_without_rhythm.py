"""Feedback is to be given, and nobody has said when.

## What it checks
A feedback loop in force says how often it is given, `every` (`case` is each time), or in which forum, `in`. A forum of
this workspace that does not say how often it meets is `forum-never-meets`. One of another workspace gives no rhythm, so
that the loop needs its own.

## Why it matters
What is told "when there is time" is told after the quarter, when the budget of the campaign is spent.

## Where
On the id of the loop, or on its `in`; where no loop in force has a rhythm, once on `feedback`.

## Bad
```yaml
feedback:
  lead_quality: {from: sales, to: marketing, carries: [Why leads were lost]}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
feedback:
  lead_quality: {from: sales, to: marketing, carries: [Why leads were lost], in: weekly_pipeline}
forums:
  weekly_pipeline: {every: week, members: [sales, marketing]}
teams: {marketing: {}, sales: {}}
```

## When to disagree
When it is told whenever something happens: then write `every: case`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc7_feedback.telling import in_force
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find feedback for which there is no time."""
    for feedback in in_force(journey):
        if not feedback.lacks("every") or not feedback.readable("in"):
            continue
        if feedback.forum is None:
            yield Found(
                say(
                    'Nothing says when the feedback "{feedback}" is given.', feedback=feedback.title
                ),
                Place(feedback.path, at_key=True),
                hint=say('Say how often, "every", or in which forum, "in".'),
            )
            continue
        forum = journey.model.forums.get(feedback.forum.id)
        if forum is not None and forum.shared and forum.lacks("every"):
            yield Found(
                say(
                    'Nothing says when the feedback "{feedback}" is given: its forum "{forum}" does '
                    "not say how often it meets.",
                    feedback=feedback.title,
                    forum=forum.title,
                ),
                Place((*feedback.path, "in")),
                hint=say('The forum is another workspace\'s: say here how often, "every".'),
            )


EVERYWHERE = Everywhere(
    "feedback",
    lambda journey: sum(1 for _ in in_force(journey)),
    lambda count: say(
        "Nothing says when any feedback is given ({loops}).",
        loops=Quantity("{count} feedback loop", "{count} feedback loops", count),
    ),
)
RULE = Rule("PC704", "feedback-without-rhythm", "warning", __doc__, check, EVERYWHERE)
