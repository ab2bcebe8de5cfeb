"""Nobody has said how often a forum meets.

## What it checks
A forum says under `every` how often it meets.

## Why it matters
A meeting without a rhythm is held when things have gone wrong. By then the customer is with somebody else.

## Where
On the id of the forum; where no forum meets, once on `forums`. What else such a forum lacks, a chair or an agenda, is
named in the same finding.

## Bad
```yaml
people: {anna: {}}
forums: {weekly_pipeline: {members: [anna], chair: anna, agenda: [Returned leads]}}
```

## Good
```yaml
people: {anna: {}}
forums: {weekly_pipeline: {every: week, members: [anna], chair: anna, agenda: [Returned leads]}}
```

## When to disagree
A meeting for emergencies: then keep it out of `forums`, which are those that everybody can count on.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc7_feedback.forums import has_agenda, own_forums, subject
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Listing, Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find forums without a rhythm."""
    for forum in own_forums(journey):
        if not forum.lacks("every"):
            continue
        missing = (
            "every",
            *(("chair",) if forum.lacks("chair") else ()),
            *(() if has_agenda(forum) else ("agenda",)),
        )
        yield Found(
            say('Nothing says how often the forum "{forum}" meets.', forum=forum.title),
            Place(forum.path, at_key=True),
            hint=say("Write down what is missing: {keys}.", keys=Listing(missing)),
            about=(subject(forum),),
        )


EVERYWHERE = Everywhere(
    "forums",
    lambda journey: sum(1 for _ in own_forums(journey)),
    lambda count: say(
        "Nothing says how often any forum meets ({forums}).",
        forums=Quantity("{count} forum", "{count} forums", count),
    ),
)
RULE = Rule("PC706", "forum-never-meets", "warning", __doc__, check, EVERYWHERE)
