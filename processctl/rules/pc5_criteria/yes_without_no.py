"""Somebody judges, and a "no" has nowhere to go.

## What it checks
Where one exit of a stage rests on what a person judges, the cases that are judged otherwise fit another exit. Nothing is said
where a deadline moves them on, where two or more exits are judged (then who judges chooses between those), or with
`when: otherwise`.

## Why it matters
The salesperson says that the need is real, and the lead goes on. If they say that it is not, nothing says what happens: the
lead stays on their desk, and next week somebody calls it again.

## Where
On the condition of the judged exit.

## Bad
```yaml
stages:
  first_call:
    start: true
    within: 2 days
    exits: [{to: customer, when: {says: The need is real, judged_by: sdr}}]
  customer: {outcome: won}
roles: {sdr: {}}
```

## Good
```yaml
stages:
  first_call:
    start: true
    within: 2 days
    exits: [{to: customer, when: {says: The need is real, judged_by: sdr}}, {to: nurture, when: otherwise}]
  customer: {outcome: won}
  nurture: {outcome: lost}
roles: {sdr: {}}
```

## When to disagree
Where one waits until the answer is "yes": say so with `waits: true`, and give the waiting an end.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.proofs import proofs_of
from processctl.proofs.words import exit_in_words
from processctl.rules.pc5_criteria.showing import place_of, shown_hole
from processctl.rules.rule import Found, Given, Rule
from processctl.texts import say


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find judged exits whose "no" fits no other exit."""
    for name, verdict in proofs_of(journey).verdicts.items():
        hole = verdict.hole
        if hole is None or hole.kind != "unanswered":
            continue
        shown = shown_hole(journey, given, hole)
        way = hole.judged[0]
        yield Found(
            say(
                'A case in stage "{stage}" that is not judged fit for the exit to "{target}" can be left without any exit.',
                stage=journey.stages[name].title,
                target=exit_in_words(journey.model, way),
            ),
            place_of(way.exit),
            hint=say('Say where it goes then, with another exit: "when: otherwise".'),
            witness=shown.way,
            case=shown.values,
            story=shown.story,
            about=(name,),
        )


RULE = Rule("PC517", "yes-without-no", "warning", __doc__, judge=judge)
