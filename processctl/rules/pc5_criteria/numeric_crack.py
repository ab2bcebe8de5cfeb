"""Two bands of numbers leave a crack between them, or both have the same end.

## What it checks
Where exits divide the numbers of a field into bands, each number is in one of them: nothing lies between the end of one and
the beginning of the next, and no number is both. It is told instead of `cracks-between-exits` and
`two-ways-at-once` where nothing but such a crack is wrong.

## Why it matters
"50 to 74" and "75 to 100" look complete, until a score of 74.5 comes along. Nobody meant to forget that customer, and no
list shows them.

## Where
On the `exits` of the stage for what lies between two bands; on the condition of the later exit for an end that both have.

## Bad
```yaml
fields: {health: {type: decimal, min: 0, max: 100}}
stages:
  customer_check:
    start: {brings: [health]}
    exits: [{to: customer, when: health >= 75}, {to: at_risk, when: health <= 74}]
  customer: {outcome: won}
  at_risk: {outcome: lost}
```

## Good
```yaml
fields: {health: {type: decimal, min: 0, max: 100}}
stages:
  customer_check:
    start: {brings: [health]}
    exits: [{to: customer, when: health >= 75}, {to: at_risk, when: health < 75}]
  customer: {outcome: won}
  at_risk: {outcome: lost}
```

## When to disagree
Where the field only ever holds whole numbers: make it an `integer`, and the crack is gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.value_words import number_in_words
from processctl.proofs import proofs_of
from processctl.proofs.cracks import Crack
from processctl.rules.pc5_criteria.showing import place_of, shown_hole, shown_values
from processctl.rules.rule import Also, Found, Given, Place, Rule
from processctl.texts import Listing, Message, say


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find cracks between bands, and common ends."""
    proofs = proofs_of(journey)
    for name, verdict in proofs.verdicts.items():
        stage = journey.stages[name]
        found = proofs.cracks(name)
        if found is not None and verdict.hole is not None:
            field, cracks = found
            shown = shown_hole(journey, given, verdict.hole)
            yield Found(
                say(
                    'In stage "{stage}" no exit is for "{field}" {cracks}.',
                    stage=stage.title,
                    field=journey.model.fields[field].title,
                    cracks=Listing(tuple(map(_words, cracks)), "or", quoted=False),
                ),
                Place(("stages", name, "exits"), at_key=True),
                hint=say('Let one band begin where the other ends: "< 75" beside ">= 75".'),
                witness=shown.way,
                case=shown.values,
                story=shown.story,
                ids=(field,),
                about=(name,),
            )
        for overlap in verdict.overlaps:
            end = proofs.common_end(name, overlap)
            if end is None:
                continue
            shown = shown_values(journey, given, overlap.inside, overlap.facts)
            yield Found(
                say(
                    'In stage "{stage}" two exits are for "{field}" of exactly {number}.',
                    stage=stage.title,
                    field=journey.model.fields[end[0]].title,
                    number=number_in_words(end[1]),
                ),
                place_of(overlap.later.exit),
                hint=say('Let one band begin where the other ends: "< 75" beside ">= 75".'),
                also=(Also(say("This exit is for it, too."), place_of(overlap.earlier.exit)),),
                witness=shown.way,
                case=shown.values,
                story=shown.story,
                ids=(end[0],),
                about=(name,),
            )


def _words(crack: Crack) -> Message:
    low, high = number_in_words(crack.low), number_in_words(crack.high)
    if low == high:
        return say("of exactly {number}", number=low)
    return say("above {low} and below {high}", low=low, high=high)


RULE = Rule("PC515", "numeric-crack", "warning", __doc__, judge=judge)
