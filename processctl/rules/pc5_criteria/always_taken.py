"""Every case in a stage fits one exit, though there are others.

## What it checks
A condition beside others tells cases apart: some case in the stage does not fit it. The last exit under `in_order: true`
may hold for all that is left, stages with `free_choice: true` are passed over, and so are exits beside nothing but judgements.

## Why it matters
A condition that always holds asks nothing. Either it was meant otherwise, and leads go where they should not, or the other
exits are there for nobody.

## Where
On the condition of the exit.

## Bad
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: customer, when: score >= 0}, {to: archived, when: score < 20}]
  customer: {outcome: won}
  archived: {outcome: lost}
```

## Good
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: customer, when: score >= 20}, {to: archived, when: score < 20}]
  customer: {outcome: won}
  archived: {outcome: lost}
```

## When to disagree
Hardly ever: an exit that all cases take needs no condition.
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
    """Find conditions that hold for every case."""
    for name, verdict in proofs_of(journey).verdicts.items():
        for way in verdict.always:
            yield Found(
                say(
                    'Every case in stage "{stage}" fits the exit to "{target}", though there are others.',
                    stage=journey.stages[name].title,
                    target=exit_in_words(journey.model, way),
                ),
                place_of(way.exit),
                hint=say("Say what tells these cases from those that take the other exits."),
                about=(name,),
            )


RULE = Rule("PC506", "always-taken", "warning", __doc__, check)
