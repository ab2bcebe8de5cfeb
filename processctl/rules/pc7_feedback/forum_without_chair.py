"""Nobody leads a forum.

## What it checks
A forum has a `chair`.

## Why it matters
Everybody reports, nobody decides, and next week the same lead is on the table again.

## Where
On the id of the forum; where no forum has a chair, once on `forums`.

## Bad
```yaml
people: {anna: {}}
forums: {weekly_pipeline: {every: week, members: [anna], agenda: [Returned leads]}}
```

## Good
```yaml
people: {anna: {}}
forums: {weekly_pipeline: {every: week, members: [anna], chair: anna, agenda: [Returned leads]}}
```

## When to disagree
Where the chair goes round: then name a role for it, and say who holds it now.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc7_feedback.forums import own_forums, subject
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find forums that nobody leads."""
    for forum in own_forums(journey):
        if forum.lacks("chair"):
            yield Found(
                say('Nobody leads the forum "{forum}".', forum=forum.title),
                Place(forum.path, at_key=True),
                hint=say('Name who sees to it that something is decided: "chair".'),
                about=(subject(forum),),
            )


EVERYWHERE = Everywhere(
    "forums",
    lambda journey: sum(1 for _ in own_forums(journey)),
    lambda count: say(
        "Nobody leads any of the forums ({forums}).",
        forums=Quantity("{count} forum", "{count} forums", count),
    ),
)
RULE = Rule("PC707", "forum-without-chair", "warning", __doc__, check, EVERYWHERE)
