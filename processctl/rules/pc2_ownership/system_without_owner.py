"""Nobody answers for a system.

## What it checks
A system names its `owner`.

## Why it matters
A field that everybody needs is missing, or holds rubbish, and nobody may change it. So each team keeps a spreadsheet of its own.

## Where
On the id of the system; where no system has an owner, once on `systems`.

## Bad
```yaml
systems: {crm: {}}
```

## Good
```yaml
people: {anna: {}}
systems: {crm: {owner: anna}}
```

## When to disagree
A system of somebody else that you only read: then leave it out, and name it under `about` of the field.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.customer_data import System
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find systems that nobody answers for."""
    for system in _own(journey):
        if system.lacks("owner"):
            yield Found(
                say('Nobody answers for system "{system}".', system=system.title),
                Place(system.path, at_key=True),
                hint=say('Name who decides what it records: "owner: " and a role.'),
            )


def _own(journey: Journey) -> Iterator[System]:
    return (system for system in journey.model.systems.values() if not system.shared)


EVERYWHERE = Everywhere(
    "systems",
    lambda journey: sum(1 for _ in _own(journey)),
    lambda count: say(
        "Nobody answers for any system ({systems}).",
        systems=Quantity("{count} system", "{count} systems", count),
    ),
)
RULE = Rule("PC207", "system-without-owner", "warning", __doc__, check, EVERYWHERE)
