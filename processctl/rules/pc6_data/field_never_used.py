"""A field is recorded, and nothing uses it.

## What it checks
Every field that a stage records, or that cases bring with them, is used somewhere: by a condition, a computed
field, a contract (`needs`), a feedback loop (`carries`), reasons, a metric, a deadline that runs from it, or the
value of a stage. `why` counts as well: it says what the field is for. What is only planned counts here.

## Why it matters
Every field costs somebody a question to the customer and a minute at the keyboard. Where nothing comes of it,
people soon write "x", and into the fields that matter too.

## Where
On the id of the field; the first place that records it is shown with it.

## Bad
```yaml
fields: {shoe_size: {type: integer}}
stages:
  new_lead: {start: {from: [Web form]}, captures: [shoe_size], exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
fields: {shoe_size: {type: integer, why: We send sample shoes before the first visit}}
stages:
  new_lead: {start: {from: [Web form]}, captures: [shoe_size], exits: [{to: customer}]}
  customer: {outcome: won}
```

## When to disagree
What the law wants recorded: say so under `why`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from processctl.criteria import names
from processctl.journey import Journey
from processctl.journey.recordings import recordings
from processctl.model.customer_data import Field
from processctl.rules.rule import Also, Everywhere, Found, Place, Rule
from processctl.texts import Message, say

# Where a field is written and not read.
_RECORDING = frozenset({"captures", "brings", "resets"})
# What tells of people and settings reads no fields.
_WITHOUT_FIELDS = frozenset({"people", "teams", "roles", "forums", "skills", "lint", "change"})


def check(journey: Journey) -> Iterator[Found]:
    """Find recorded fields that nothing reads and nobody explains."""
    unread = journey.model.workspace.unread
    if not journey.certain or any(path[0] not in _WITHOUT_FIELDS for path in unread):
        return  # what cannot be read may use any field
    used = _used(journey)
    recorded = recordings(journey)
    for field in _asked(journey):
        if field.id not in used and field.lacks("why"):
            first = recorded[field.id][0]
            yield Found(
                say('The field "{field}" is recorded, and nothing uses it.', field=field.title),
                Place(field.path, at_key=True),
                hint=say('Say what it is for ("why"), or stop asking for it.'),
                also=(
                    Also(
                        say(
                            'Stage "{stage}" records it here.',
                            stage=journey.stages[first.stage].title,
                        ),
                        Place(first.path),
                    ),
                ),
            )


def _asked(journey: Journey) -> list[Field]:
    recorded = recordings(journey)
    return [
        field
        for field in journey.model.fields.values()
        if not field.shared and field.id in recorded
    ]


def _used(journey: Journey) -> set[str]:
    """The ids of the fields that anything reads, and of much else."""
    model = journey.model
    used = {
        reference.id
        for reference in model.references
        if reference.path[0] != "cases"
        and not _RECORDING.intersection(map(str, reference.path[2:]))
    }
    for expression in model.expressions:
        if expression.tree is None:
            used.update(re.findall(r"[a-z][a-z0-9_]*", expression.source))
        else:
            used.update(name.id for name in names(expression.tree))
    return used


def _none_is(count: int) -> Message:
    return say("Nothing that is recorded is used ({count} fields).", count=count)


RULE = Rule(
    "PC604",
    "field-never-used",
    "info",
    __doc__,
    check,
    Everywhere("fields", lambda journey: len(_asked(journey)), _none_is),
)
