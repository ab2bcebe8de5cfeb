"""Nobody has said what a forum goes through.

## What it checks
A forum has an `agenda`, or says what it `decides`.

## Why it matters
Without an agenda the loudest deal takes the hour. The leads that came back are for next time.

## Where
On the id of the forum; where no forum has an agenda, once on `forums`.

## Bad
```yaml
people: {anna: {}}
forums: {weekly_pipeline: {every: week, members: [anna], chair: anna}}
```

## Good
```yaml
people: {anna: {}}
forums: {weekly_pipeline: {every: week, members: [anna], chair: anna, agenda: [Returned leads, Next campaign]}}
```

## When to disagree
A coffee where people get to know each other. It needs no agenda, and no place among the forums either.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc7_feedback.forums import has_agenda, own_forums, subject
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find forums that meet about nothing in particular."""
    for forum in own_forums(journey):
        if not has_agenda(forum):
            yield Found(
                say('Nothing says what the forum "{forum}" goes through.', forum=forum.title),
                Place(forum.path, at_key=True),
                hint=say('List what is gone through each time: "agenda".'),
                about=(subject(forum),),
            )


EVERYWHERE = Everywhere(
    "forums",
    lambda journey: sum(1 for _ in own_forums(journey)),
    lambda count: say(
        "Nothing says what any forum goes through ({forums}).",
        forums=Quantity("{count} forum", "{count} forums", count),
    ),
)
RULE = Rule("PC708", "forum-without-agenda", "info", __doc__, check, EVERYWHERE)
