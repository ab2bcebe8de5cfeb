"""No case can ever take an exit.

## What it checks
For every exit in force there is a case that can take it: one that can be in the stage at all, fits the exit, and, where the
stage says `in_order: true`, none of the exits before it.

## Why it matters
The way is drawn on the wall, and newcomers learn it. No customer will ever go it: somebody planned a path for customers
and closed it with a condition that contradicts another.

## Where
On the condition of the exit.

## Bad
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: customer, when: score > 100}, {to: archived, when: otherwise}]
  customer: {outcome: won}
  archived: {outcome: lost}
```

## Good
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: customer, when: score > 90}, {to: archived, when: otherwise}]
  customer: {outcome: won}
  archived: {outcome: lost}
```

## When to disagree
An exit that waits for something to come: give it `status: planned`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.proofs import proofs_of
from processctl.proofs.words import exit_in_words
from processctl.rules.pc5_criteria.showing import place_of
from processctl.rules.rule import Found, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find exits that no case takes."""
    for name, verdict in proofs_of(journey).verdicts.items():
        stage = journey.stages[name]
        for way in verdict.never:
            yield Found(
                say(
                    'No case in stage "{stage}" can ever take the exit to "{target}": the exits before it '
                    "take all of them, or none fits.",
                    stage=stage.title,
                    target=exit_in_words(journey.model, way),
                )
                if stage.in_order
                else say(
                    'No case in stage "{stage}" can ever take the exit to "{target}".',
                    stage=stage.title,
                    target=exit_in_words(journey.model, way),
                ),
                place_of(way.exit),
                hint=say(
                    "Compare its condition with what the other exits take, with the stage's entry, and "
                    "with what the ways into the stage ask for; mend it, or take the exit away."
                ),
                about=(name,),
            )


RULE = Rule("PC505", "never-taken", "error", __doc__, check)
