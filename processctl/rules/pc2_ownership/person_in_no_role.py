"""Somebody is listed who has no part in the process.

## What it checks
Everybody under `people` holds a role, is a backup, leads or belongs to a team, or owns something.

## Why it matters
A name on the list looks like somebody who will answer. The customer's question goes there, and stays there.

## Where
On the id of the person; where nobody has a part, once on `people`.

## Bad
```yaml
people: {anna: {}, ben: {}}
roles: {sdr: {held_by: [anna]}}
stages: {new_lead: {start: true, owner: sdr}}
```

## Good
```yaml
people: {anna: {}, ben: {}}
roles: {sdr: {held_by: [anna, ben]}}
stages: {new_lead: {start: true, owner: sdr}}
```

## When to disagree
When people are listed for another process that uses this one: then the list belongs into a workspace of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Quantity, say

_NO_PART = frozenset({"skills", "forums", "improvements", "change"})


def check(journey: Journey) -> Iterator[Found]:
    """Find people who hold nothing and own nothing."""
    taking_part = {
        reference.id
        for reference in journey.model.references
        if reference.section == "people" and reference.path[0] not in _NO_PART
    }
    # A file that cannot be read, or a role that is not there, may give them a part.
    unclear = any(not one.known and "roles" in one.wanted for one in journey.model.references)
    if unclear or not (journey.certain and journey.model.stages):
        return
    taking_part |= {name for section, name in journey.meant_by_mistake if section == "people"}
    for person in journey.model.people.values():
        if not person.shared and person.id not in taking_part:
            yield Found(
                say('"{person}" has no part in the process.', person=person.title),
                Place(person.path, at_key=True),
                hint=say('Name them under "held_by" of a role, or take them off the list.'),
            )


EVERYWHERE = Everywhere(
    "people",
    lambda journey: sum(not person.shared for person in journey.model.people.values()),
    lambda count: say(
        "Nobody on the list has a part in the process ({people}).",
        people=Quantity("{count} person", "{count} people", count),
    ),
)
RULE = Rule("PC209", "person-in-no-role", "info", __doc__, check, EVERYWHERE)
