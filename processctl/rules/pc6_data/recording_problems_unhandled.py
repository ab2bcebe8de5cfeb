"""Data is recorded in a system, and nothing says what happens when it is wrong.

## What it checks
A system that keeps fields which stages record says under `problems` whom to `tell`, or `in` which forum wrong and
missing data is taken up. Systems of a shared vocabulary are asked for where they are declared.

## Why it matters
Sales has known for a year that the company sizes are wrong, and works round it. Marketing scores every lead by
them.

## Where
On the id of the system.

## Bad
```yaml
systems: {crm: {}}
fields: {phone: {type: text, system: crm}}
stages:
  new_lead: {start: {from: [Web form]}, captures: [phone], exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
systems: {crm: {problems: {tell: sales_lead}}}
fields: {phone: {type: text, system: crm}}
stages:
  new_lead: {start: {from: [Web form]}, captures: [phone], exits: [{to: customer}]}
  customer: {outcome: won}
roles: {sales_lead: {}}
```

## When to disagree
A system of a partner, whose data you can only take as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.recordings import recordings, systems_of
from processctl.model.customer_data import System
from processctl.rules.rule import Also, Everywhere, Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find systems whose wrong data is nobody's business."""
    for system, fields in _keeping(journey):
        problems = system.problems
        is_open = system.lacks("problems") if problems is None else not problems.unread
        if not is_open or (problems is not None and (problems.tell or problems.forum)):
            continue
        first = journey.model.fields[fields[0]]
        yield Found(
            say(
                'Data is recorded in the system "{system}", and nothing says what happens when it is '
                "wrong.",
                system=system.title,
            ),
            Place(system.path, at_key=True),
            hint=say(
                'Say whom to tell and where it is taken up: "problems: {{tell: sales_lead, in: '
                'weekly_pipeline}}".'
            ),
            also=(
                Also(
                    say('The field "{field}" is kept there.', field=first.title),
                    Place(first.path, at_key=True),
                ),
            ),
        )


def _keeping(journey: Journey) -> list[tuple[System, list[str]]]:
    """The systems that keep recorded fields, each with the ids of these, in the order written."""
    kept: dict[str, list[str]] = {}
    for name in recordings(journey):
        field = journey.model.fields.get(name)
        if field is not None and field.computed is None:
            for system in systems_of(journey.model, field):
                kept.setdefault(system.id, []).append(name)
    return [
        (system, kept[system.id])
        for system in journey.model.systems.values()
        if system.id in kept and not system.shared
    ]


def _none_does(count: int) -> Message:
    return say("No system says what happens when its data is wrong ({count} systems).", count=count)


RULE = Rule(
    "PC610",
    "recording-problems-unhandled",
    "warning",
    __doc__,
    check,
    Everywhere("systems", lambda journey: len(_keeping(journey)), _none_does),
)
