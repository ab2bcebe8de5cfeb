"""A case is sent to a stage that does not let it in.

## What it checks
Whatever an exit lets through fulfils the `entry` of the stage that it leads to, as far as the values of the case decide. Each
part of the entry is looked at by itself. What the receiver judges is the receiver's business; for deadlines, and for cases
that nobody accepted in time, it is a warning.

## Why it matters
Marketing sends what is ready by its own measure, sales takes what is ready by another. The lead in between is sent, and not
let in: each team sees a lead of the other's.

## Where
On the condition of the exit, or on the step of the deadline, with the entry.

## Bad
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead: {start: {brings: [score]}, exits: [{to: first_call, when: score >= 40}, {to: archived, when: otherwise}]}
  first_call: {entry: score >= 50, exits: [{to: customer}]}
  customer: {outcome: won}
  archived: {outcome: lost}
```

## Good
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead: {start: {brings: [score]}, exits: [{to: first_call, when: score >= 50}, {to: archived, when: otherwise}]}
  first_call: {entry: score >= 50, exits: [{to: customer}]}
  customer: {outcome: won}
  archived: {outcome: lost}
```

## When to disagree
Never: a case that is refused has to go somewhere, and that is an exit.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.exit import Exit
from processctl.proofs import proofs_of
from processctl.proofs.verdict import Refusal
from processctl.proofs.words import condition_in_words
from processctl.rules.pc5_criteria.showing import place_of, shown_values
from processctl.rules.rule import Also, Found, Given, Place, Rule
from processctl.texts import say


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find edges by which cases come that the entry refuses."""
    proofs = proofs_of(journey)
    for refusal in proofs.doors:
        if not isinstance(refusal, Refusal):
            continue
        edge = refusal.edge
        shown = shown_values(journey, given, refusal.inside, refusal.facts)
        target = journey.stages[edge.target]
        yield Found(
            say(
                'A case that goes from stage "{source}" to stage "{target}" can be turned away there: '
                '"{condition}" is asked for, and nothing makes sure of it.',
                source=journey.stages[edge.source].title,
                target=target.title,
                condition=condition_in_words(journey.model, refusal.part),
            ),
            place_of(edge.way) if isinstance(edge.way, Exit) else Place(edge.path),
            hint=say(
                "Let the exit ask for what the entry asks for, or give cases that cannot come in a way of their own."
            ),
            also=(
                Also(
                    say("This is what the stage asks of those who come."),
                    Place(("stages", edge.target, "entry")),
                ),
            ),
            witness=(*shown.way, edge.target),
            case=shown.values,
            story=shown.story,
            ids=(edge.target, str(refusal.number)),
            severity="error" if edge.kind == "exit" else "warning",
            about=(
                edge.source,
                *(f"field {name}" for name in proofs.reads(refusal.part)),
                *(f"field {name} at {edge.target}" for name in proofs.reads(refusal.part)),
            ),
        )


RULE = Rule("PC507", "refused-at-the-door", "error", __doc__, judge=judge)
