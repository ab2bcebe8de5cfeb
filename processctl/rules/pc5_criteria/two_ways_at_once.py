"""A case fits two exits of a stage.

## What it checks
No case fits two exits at once that ask for values. Exits are alternatives, unless the stage says `in_order: true` (the first
that holds) or `free_choice: true` (the owner chooses). What a person judges never overlaps: who decides, decides for one.
Two exits to one stage may both hold where they have the same contract and limits.

## Why it matters
One seller sends the large customer to the key account team, the next one to the partner. Both are right, and the customer
gets two calls, or none.

## Where
On the condition of the later exit, with the earlier one.

## Bad
```yaml
fields: {budget: {type: integer, min: 0}}
stages:
  new_lead:
    start: {brings: [budget]}
    exits: [{to: customer, when: budget >= 1000}, {to: partner_sale, when: budget <= 5000}]
  customer: {outcome: won}
  partner_sale: {outcome: lost}
```

## Good
```yaml
fields: {budget: {type: integer, min: 0}}
stages:
  new_lead:
    start: {brings: [budget]}
    exits: [{to: customer, when: budget >= 1000}, {to: partner_sale, when: budget < 1000}]
  customer: {outcome: won}
  partner_sale: {outcome: lost}
```

## When to disagree
Where both ways are right: say who chooses, with `free_choice: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.proofs import proofs_of
from processctl.proofs.words import exit_in_words
from processctl.rules.pc5_criteria.showing import place_of, shown_values
from processctl.rules.rule import Also, Found, Given, Rule
from processctl.texts import say


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find exits that some case fits both of."""
    proofs = proofs_of(journey)
    for name, verdict in proofs.verdicts.items():
        for overlap in verdict.overlaps:
            if proofs.common_end(name, overlap) is not None:
                continue
            shown = shown_values(journey, given, overlap.inside, overlap.facts)
            later, earlier = overlap.later, overlap.earlier
            targets = tuple(way.exit.to.id if way.exit.to else "" for way in (earlier, later))
            yield Found(
                say(
                    'A case in stage "{stage}" can fit two exits: to "{earlier}" and to "{later}".',
                    stage=journey.stages[name].title,
                    earlier=exit_in_words(journey.model, earlier),
                    later=exit_in_words(journey.model, later),
                ),
                place_of(later.exit),
                hint=say(
                    'Let the conditions exclude each other; or say "in_order: true" (the first that holds) '
                    'or "free_choice: true" (the owner chooses).'
                ),
                also=(
                    Also(
                        say(
                            'The exit to "{stage}" fits it, too.',
                            stage=exit_in_words(journey.model, earlier),
                        ),
                        place_of(earlier.exit),
                    ),
                ),
                witness=shown.way,
                case=shown.values,
                story=shown.story,
                ids=targets,
                about=(f"{name} → {targets[1]}",) if targets[0] == targets[1] else (),
            )


RULE = Rule("PC504", "two-ways-at-once", "warning", __doc__, judge=judge)
