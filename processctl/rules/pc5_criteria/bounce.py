"""A case that is given back fits at once the exit by which it came.

## What it checks
Behind a return to another team, what is known of the case does not already fulfil an exit that leads into the returning team
again, unless the stage records anew what that exit asks for, or a person judges. An exit without a condition is always
fulfilled.

## Why it matters
Sales gives the lead back, because it has no budget. The automation sees a score of 60, as before, and sends it on to sales in
the same minute. After the third time nobody looks any more.

## Where
On the return, with the exit that sends the case on again.

## Bad
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
teams: {marketing: {}, sales: {}}
stages:
  lead: {owner: marketing, start: {brings: [score]}, exits: [{to: nurture, when: score < 50}, {to: call, when: score >= 50}]}
  nurture: {owner: marketing, exits: [{to: call, when: score >= 50}]}
  call: {owner: sales, exits: [{to: customer, when: {says: They buy}}, {to: nurture, when: otherwise, return: true}]}
  customer: {owner: sales, outcome: won}
```

## Good
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
teams: {marketing: {}, sales: {}}
stages:
  lead: {owner: marketing, start: {brings: [score]}, exits: [{to: nurture, when: score < 50}, {to: call, when: score >= 50}]}
  nurture: {owner: marketing, captures: [score], exits: [{to: call, when: score >= 50}]}
  call: {owner: sales, exits: [{to: customer, when: {says: They buy}}, {to: nurture, when: otherwise, return: true}]}
  customer: {owner: sales, outcome: won}
```

## When to disagree
Where the case rests long enough in between for its values to change: let the stage record them anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.proofs import proofs_of
from processctl.proofs.words import exit_in_words
from processctl.rules.pc5_criteria.showing import place_of, shown_values
from processctl.rules.rule import Also, Found, Given, Place, Rule
from processctl.texts import say


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find returns whose cases come straight back."""
    for bounce in proofs_of(journey).bounces:
        edge = bounce.edge
        shown = shown_values(journey, given, bounce.inside, bounce.inside.facts)
        yield Found(
            say(
                'A case that is given back to stage "{target}" fits the exit to "{again}" at once, and comes '
                "straight back.",
                target=journey.stages[edge.target].title,
                again=exit_in_words(journey.model, bounce.way),
            ),
            Place(edge.path),
            hint=say(
                'Let the stage record anew what the exit asks for ("captures"), or let the exit ask for more.'
            ),
            also=(Also(say("By this exit it comes back."), place_of(bounce.way.exit)),),
            witness=(*shown.way, edge.target),
            ids=(edge.target,),
            about=(edge.source, edge.target),
        )


RULE = Rule("PC512", "bounce", "warning", __doc__, judge=judge)
