"""A field is recorded in a stage that does not work in its system.

## What it checks
Where a stage says in which `systems` it works, and a field that it `captures` says which `system` keeps it, one of
them is the same. What stands under `defaults` counts for the fields that say nothing else.

## Why it matters
The reason for the loss belongs into the CRM, and the salesperson has another program open. Most reasons are written
down later, or never.

## Where
On the field under `captures`, once for all such fields of a stage; further stages that record them outside their
system are shown with it.

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
from processctl.texts import Listing, Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find fields that are recorded where their system is not at hand."""
    if not journey.certain:
        return  # the unread file may be the one that holds for all fields
    outside = dict(_outside(journey))
    stages: dict[str, list[str]] = {}
    for name, recorded in outside.items():
        # A field that many stages record outside its system is told with the first of them.
        stages.setdefault(recorded[0].stage, []).append(name)
    for stage, names in stages.items():
        others = [one for name in names for one in outside[name][1:]]
        yield Found(
            _message(journey, stage, names),
            Place(outside[names[0]][0].path),
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
            ids=tuple(names),
        )


def _outside(journey: Journey) -> Iterator[tuple[str, list[Recording]]]:
    """Each field that stages record outside its system, with where they do."""
    for name, recorded in recordings(journey).items():
        field = journey.model.fields.get(name)
        if field is None or field.computed is not None or not field.readable("system"):
            continue
        systems = systems_of(journey.model, field)
        if systems and all(system.known for system in systems):
            found = [one for one in recorded if not one.born and _is_outside(journey, one, systems)]
            if found:
                yield name, found


def _is_outside(journey: Journey, recording: Recording, systems: tuple[Reference, ...]) -> bool:
    stage = journey.stages[recording.stage]
    here = stage.systems
    if not here or not stage.readable("systems") or not all(system.known for system in here):
        return False
    return not {system.id for system in here} & {system.id for system in systems}


def _message(journey: Journey, stage: str, names: list[str]) -> Message:
    model = journey.model
    fields = [model.fields[name] for name in names]
    kept = dict.fromkeys(system.id for field in fields for system in systems_of(model, field))
    systems = Listing(tuple(model.systems[name].title for name in kept), "or")
    title = journey.stages[stage].title
    if len(fields) == 1:
        return say(
            'Stage "{stage}" records the field "{field}", which is kept in {systems}, and does not '
            "work there.",
            stage=title,
            field=fields[0].title,
            systems=systems,
        )
    return say(
        'Stage "{stage}" records the fields {fields}, which are kept in {systems}, and does not work '
        "there.",
        stage=title,
        fields=Listing(tuple(field.title for field in fields)),
        systems=systems,
    )


RULE = Rule("PC606", "captured-outside-its-system", "warning", __doc__, check)
