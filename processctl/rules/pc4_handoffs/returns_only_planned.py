"""The only ways to give a case back are not in force yet.

## What it checks
Where a handoff between teams has no return path in force, and one is planned: an exit with `return: true` that
is `planned`, or a way back over stages that are.

## Why it matters
Until the plan is carried out, a lead that came too early has nowhere to go.

## Where
On the exit of the handoff; further handoffs that the same return would answer are shown with it.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call:
    owner: sales
    exits:
      - {to: customer, when: ready}
      - {to: new_lead, when: otherwise, return: true, status: planned}
  customer: {outcome: won, owner: sales}
criteria: {ready: {judged_by: sales}}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call:
    owner: sales
    exits:
      - {to: customer, when: ready}
      - {to: new_lead, when: otherwise, return: true, status: trial}
  customer: {outcome: won, owner: sales}
criteria: {ready: {judged_by: sales}}
teams: {marketing: {}, sales: {}}
```

## When to disagree
While a change is under way: an `ignore` on the exit, with the day by which the return is in force.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc4_handoffs.unanswered import unanswered
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find handoffs whose every return path is only planned."""
    for group in unanswered(journey, planned=True):
        ways = journey.planned_returned_to[group.stage]
        planned = tuple(
            Also(say("This return is not in force yet."), Place(ways[team].path))
            for team in group.teams
        )
        yield Found(
            say(
                'Every way to give a case in stage "{stage}" back to team "{team}" is only planned.',
                stage=journey.stages[group.stage].title,
                team=journey.model.teams[group.teams[0]].title,
            ),
            Place(group.handoffs[0].exit.path),
            hint=say('Put one in force ("status: trial" will do), or say what happens until then.'),
            also=(*group.related(journey), *planned),
            ids=group.teams,
            about=(group.stage, *group.ways),
        )


RULE = Rule("PC414", "returns-only-planned", "error", __doc__, check)
