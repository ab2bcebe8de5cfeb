"""Something about a stage, or a promise, could not be decided within the limits.

## What it checks
Whether every case fits one exit of a stage, whether exits overlap, can be taken, or are refused at the next door, is decided
for every stage. A condition can be so intricate that the solver reaches its limit; then the question stays open.
So it does with a promise where too many ways would have to be gone, or a time counts from a date.

## Why it matters
What is not proved may be wrong. That nothing is found in such a stage says nothing about its customers.

## Where
On the `exits` of the stage, or on the promise.

## Bad
```yaml
stages:
  new_lead:
    start: true
    exits: [{to: customer, when: "one ? two : three ? four : five ? six : seven"}, {to: archived, when: not seven}]
  customer: {outcome: won}
  archived: {outcome: lost}
criteria:
  one: {judged_by: sdr}
  two: {judged_by: sdr}
  three: {judged_by: sdr}
  four: {judged_by: sdr}
  five: {judged_by: sdr}
  six: {judged_by: sdr}
  seven: {judged_by: sdr}
roles: {sdr: {}}
```

## Good
```yaml
stages:
  new_lead:
    start: true
    exits: [{to: customer, when: one and two}, {to: archived, when: otherwise}]
  customer: {outcome: won}
  archived: {outcome: lost}
criteria:
  one: {judged_by: sdr}
  two: {judged_by: sdr}
roles: {sdr: {}}
```

## When to disagree
Where you know better: silence it with a reason. Mostly a simpler condition serves people, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.promises import verdicts_of
from processctl.proofs import proofs_of
from processctl.proofs.verdict import OpenDoor
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find stages and promises with questions that stay open."""
    proofs = proofs_of(journey)
    doors = {
        one.edge.source for one in proofs.doors if isinstance(one, OpenDoor) and one.why == "limit"
    }
    for name, verdict in proofs.verdicts.items():
        if verdict.open or name in doors:
            yield Found(
                say(
                    'Whether every case in stage "{stage}" goes on by one exit could not be decided.',
                    stage=journey.stages[name].title,
                ),
                Place(("stages", name, "exits"), at_key=True),
                hint=say(
                    "Make its conditions simpler: split them, or name parts of them as criteria."
                ),
                about=(name,),
            )
    if not journey.certain or journey.uncertain:
        return  # what cannot be read is told where it stands
    for name, judged in verdicts_of(journey).items():
        if judged.answer == "not proven":
            yield Found(
                say(
                    'Whether the promise "{promise}" is kept could not be decided.',
                    promise=journey.model.promises[name].title,
                ),
                Place(("promises", name), at_key=True),
                hint=say(
                    'Let its times begin in a stage, not on a date, limit the ways round ("at_most"), or promise '
                    "less."
                ),
            )


RULE = Rule("PC510", "not-proven", "info", __doc__, check)
