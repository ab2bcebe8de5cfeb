"""Two teams hand cases over and never tell each other what they learn.

## What it checks
Between two teams with a handoff in force there is a feedback loop in force, one way or the other. With a
partner (`external: true`) it is a warning.

## Why it matters
Sales hears every day what customers want, marketing sees every day what they read. If neither tells the
other, both guess, and each blames the other's leads and calls.

## Where
On the exit of the first handoff between the two; further ones are shown with it.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: sales}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: sales}
feedback:
  lead_quality: {from: sales, to: marketing, carries: [Why leads were lost], every: week}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where the two teams are the same three people: then make them one team.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc7_feedback.telling import may_tell
from processctl.rules.rule import Also, Everywhere, Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find teams that hand over and are silent otherwise."""
    if not journey.certain:
        return
    for (giver, receiver), handoffs in journey.team_pairs.items():
        if may_tell(journey, giver, receiver) or may_tell(journey, receiver, giver):
            continue
        teams = (journey.model.teams[giver], journey.model.teams[receiver])
        yield Found(
            say(
                'Team "{giver}" hands cases to team "{receiver}", and neither tells the other what '
                "it learns.",
                giver=teams[0].title,
                receiver=teams[1].title,
            ),
            Place(handoffs[0].exit.path),
            hint=say(
                'Add a loop each way under "feedback": "from", "to", what it "carries", and "in" '
                "which forum."
            ),
            also=tuple(
                Also(
                    say(
                        'Stage "{stage}" hands cases over too.',
                        stage=journey.stages[other.edge.source].title,
                    ),
                    Place(other.exit.path),
                )
                for other in handoffs[1:]
            ),
            ids=(giver, receiver),
            severity="warning" if any(team.external for team in teams) else None,
            about=(f"{giver} → {receiver}", f"{receiver} → {giver}"),
        )


def _nobody_tells(count: int) -> Message:
    return say(
        "No teams that hand cases over tell each other what they learn ({count} pairs of teams).",
        count=count,
    )


RULE = Rule(
    "PC701",
    "no-feedback-across-handoff",
    "error",
    __doc__,
    check,
    Everywhere("stages", lambda journey: len(journey.team_pairs), _nobody_tells),
)
