"""A field is recorded in a stage that does not work in its system.

## What it checks
Where a stage says in which `systems` it works, and a field that it `captures` says which `system` keeps it, one of
them is the same. What stands under `defaults` counts for the fields that say nothing else.

## Why it matters
The reason for the loss belongs into the CRM, and the salesperson has another program open. Most reasons are written
down later, or never.

## Where
On the field under `captures` of the first such stage; further ones are shown with it.

## Bad
```yaml
systems: {crm: {}, newsletter_tool: {}}
fields: {phone: {type: text, system: crm}}
stages:
  new_lead:
    start: {from: [Web form]}
    systems: [newsletter_tool]
    captures: [phone]
    exits: [{to: customer}]
  customer: {outcome: won}
```

## Good
```yaml
systems: {crm: {}, newsletter_tool: {}}
fields: {phone: {type: text, system: crm}}
stages:
  new_lead:
    start: {from: [Web form]}
    systems: [newsletter_tool, crm]
    captures: [phone]
    exits: [{to: customer}]
  customer: {outcome: won}
```

## When to disagree
Where one system passes the field on to the other by itself: name both under `system` of the field.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.recordings import Recording, recordings, systems_of
from processctl.model.reference import Reference
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Listing, say


def check(journey: Journey) -> Iterator[Found]:
    """Find fields that are recorded where their system is not at hand."""
    if not journey.certain:
        return  # the unread file may be the one that holds for all fields
    for name, recorded in recordings(journey).items():
        field = journey.model.fields.get(name)
        if field is None or field.computed is not None or not field.readable("system"):
            continue
        systems = systems_of(journey.model, field)
        if not systems or not all(system.known for system in systems):
            continue
        outside = [one for one in recorded if not one.born and _is_outside(journey, one, systems)]
        if not outside:
            continue
        first, *others = outside
        titles = tuple(journey.model.systems[system.id].title for system in systems)
        yield Found(
            say(
                'Stage "{stage}" records the field "{field}" and does not work in {systems}.',
                stage=journey.stages[first.stage].title,
                field=field.title,
                systems=Listing(titles, "or"),
            ),
            Place(first.path),
            hint=say(
                'Add the system to "systems" of the stage, or name under "system" of the field where '
                "it is really kept."
            ),
            also=tuple(
                Also(
                    say(
                        'Stage "{stage}" records it outside its system too.',
                        stage=journey.stages[other.stage].title,
                    ),
                    Place(other.path),
                )
                for other in others
            ),
            ids=(name,),
        )


def _is_outside(journey: Journey, recording: Recording, systems: tuple[Reference, ...]) -> bool:
    stage = journey.stages[recording.stage]
    here = stage.systems
    if not here or not stage.readable("systems") or not all(system.known for system in here):
        return False
    return not {system.id for system in here} & {system.id for system in systems}


RULE = Rule("PC606", "captured-outside-its-system", "warning", __doc__, check)
