"""A case fits no exit of a stage.

## What it checks
Every case that can be in a stage fits one of its exits, whatever people judge. What can be known of a case is known: what it
brings, what is recorded on the way, what the exits that it took have asked for, and what the stage's `entry` lets in. Stages with
`waits: true` or an `outcome` are passed over, and so are those with `when: otherwise`, or without any exit but deadlines.
The finding shows a case that falls through. Where a deadline moves it on, it waits the whole time, and that is a warning.

## Why it matters
Nobody decides that a lead is forgotten. It has 50 points where one exit asks for more than 50 and the other for less, and so
it stays where it is, in no list that anybody looks at.

## Where
On the `exits` of the stage; one finding for each stage.

## Bad
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: customer, when: score >= 60}, {to: archived, when: score < 50}]
  customer: {outcome: won}
  archived: {outcome: lost}
```

## Good
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: customer, when: score >= 60}, {to: archived, when: otherwise}]
  customer: {outcome: won}
  archived: {outcome: lost}
```

## When to disagree
Where such cases rightly stay: say so with `waits: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.proofs import proofs_of
from processctl.rules.pc5_criteria.showing import shown_hole
from processctl.rules.rule import Found, Given, Place, Rule
from processctl.texts import say


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find stages with cases that fit no exit."""
    proofs = proofs_of(journey)
    for name, verdict in proofs.verdicts.items():
        hole = verdict.hole
        if hole is None or hole.kind == "unanswered" or proofs.cracks(name) is not None:
            continue
        stage = journey.stages[name]
        is_lost = hole.kind == "lost"
        shown = shown_hole(journey, given, hole)
        yield Found(
            say(
                'A case in stage "{stage}" can fit none of its exits, and nothing else moves it on.',
                stage=stage.title,
            )
            if is_lost
            else say(
                'A case in stage "{stage}" can fit none of its exits, and then waits for the whole deadline.',
                stage=stage.title,
            ),
            Place(("stages", name, "exits"), at_key=True),
            hint=say(
                'Say where such cases go: widen a condition, or add an exit with "when: otherwise"; '
                'where they rightly stay, "waits: true".'
            ),
            witness=shown.way,
            case=shown.values,
            story=shown.story,
            severity="error" if is_lost else "warning",
            about=(name,),
        )


RULE = Rule("PC503", "cracks-between-exits", "error", __doc__, judge=judge)
