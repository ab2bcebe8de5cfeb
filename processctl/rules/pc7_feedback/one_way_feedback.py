"""One team tells another what it learns, and hears nothing back.

## What it checks
Where feedback in force goes from one team to another, and the two have a handoff between them, some loop in
force goes the other way too.

## Why it matters
Marketing reports its clicks to sales every month. Whether any of them bought something it never hears, so
it goes on counting clicks.

## Where
On the id of the loop that goes one way; the first handoff between the teams is shown with it.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: sales}
feedback:
  buying_signals: {from: marketing, to: sales, carries: [Pages read], every: week}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: sales}
feedback:
  buying_signals: {from: marketing, to: sales, carries: [Pages read], every: week}
  lead_quality: {from: sales, to: marketing, carries: [Why leads were lost], every: week}
teams: {marketing: {}, sales: {}}
```

## When to disagree
A partner who may not learn of your customers: say so in an `ignore` on the loop.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Handoff, Journey
from processctl.rules.pc7_feedback.telling import may_tell
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find teams that speak and do not hear."""
    if not journey.certain:
        return
    for pair, handoffs in journey.team_pairs.items():
        for giver, hearer in (pair, pair[::-1]):
            loop = next((one for one in journey.loops if one.tells(giver, hearer)), None)
            if loop is None or may_tell(journey, hearer, giver):
                continue
            titles = tuple(journey.model.teams[team].title for team in (giver, hearer))
            yield Found(
                say(
                    'Team "{giver}" tells team "{hearer}" what it learns, and hears nothing back.',
                    giver=titles[0],
                    hearer=titles[1],
                ),
                Place(("feedback", loop.feedback.id), at_key=True),
                hint=say(
                    'Add a feedback loop from team "{hearer}" to team "{giver}".',
                    giver=titles[0],
                    hearer=titles[1],
                ),
                also=(Also(_handing(journey, handoffs[0]), Place(handoffs[0].exit.path)),),
                ids=(giver, hearer),
                about=(f"{hearer} → {giver}",),
            )


def _handing(journey: Journey, handoff: Handoff) -> Message:
    return say(
        'Team "{giver}" hands cases to team "{receiver}" here.',
        giver=journey.model.teams[handoff.giver.team or ""].title,
        receiver=journey.model.teams[handoff.receiver.team or ""].title,
    )


RULE = Rule("PC702", "one-way-feedback", "warning", __doc__, check)
