"""Feedback is given, and nobody has said what is done differently for it.

## What it checks
A feedback loop in force says under `changes` what its hearers do differently for what they hear.

## Why it matters
Sales tells every week which leads were poor. Marketing nods, and the next campaign goes to the same people. After a few
weeks sales stops telling.

## Where
On the id of the loop; where no loop in force changes anything, once on `feedback`.

## Bad
```yaml
feedback:
  lead_quality: {from: sales, to: marketing, carries: [Why leads were lost], every: week}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
feedback:
  lead_quality:
    from: sales
    to: marketing
    carries: [Why leads were lost]
    every: week
    changes: Whom the next campaign is for
teams: {marketing: {}, sales: {}}
```

## When to disagree
When it is only to be known, by the board say: then write under `changes` which decision waits for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc7_feedback.telling import in_force
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find feedback that is heard and changes nothing."""
    for feedback in in_force(journey):
        if feedback.lacks("changes"):
            yield Found(
                say(
                    'Nothing is done differently for the feedback "{feedback}".',
                    feedback=feedback.title,
                ),
                Place(feedback.path, at_key=True),
                hint=say('Say what those who hear it do differently: "changes".'),
            )


EVERYWHERE = Everywhere(
    "feedback",
    lambda journey: sum(1 for _ in in_force(journey)),
    lambda count: say(
        "Nothing is done differently for any feedback ({loops}).",
        loops=Quantity("{count} feedback loop", "{count} feedback loops", count),
    ),
)
RULE = Rule("PC703", "feedback-changes-nothing", "warning", __doc__, check, EVERYWHERE)
