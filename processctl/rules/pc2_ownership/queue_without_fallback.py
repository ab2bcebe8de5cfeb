"""A role takes its cases from a queue, and nobody takes those that are left.

## What it checks
A role that `assigns` by `queue` names a `fallback`: who takes a case that nobody picked up.

## Why it matters
From a queue everybody takes what looks good. What looks hard stays, and grows old.

## Where
On `assigns`.

## Bad
```yaml
roles:
  sdr: {assigns: {how: queue}}
```

## Good
```yaml
roles:
  sdr: {assigns: {how: queue, fallback: sales_lead}}
  sales_lead: {}
```

## When to disagree
Where the deadline of the stages already moves what nobody took: then say so in an `ignore`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find roles with a queue and no fallback."""
    for role in journey.model.roles.values():
        assigns = role.assigns
        if assigns is None or role.shared or assigns.how != "queue":
            continue
        if assigns.lacks("fallback"):
            yield Found(
                say('Role "{role}" works from a queue without a fallback.', role=role.title),
                Place(("roles", role.id, "assigns"), at_key=True),
                hint=say('Name who takes what is left: "fallback: " and a role or a person.'),
            )


def _population(journey: Journey) -> int:
    roles = journey.model.roles.values()
    return sum(role.assigns is not None and role.assigns.how == "queue" for role in roles)


def _none_has_one(count: int) -> Message:
    return say("No queue has a fallback ({count} roles).", count=count)


RULE = Rule(
    "PC210",
    "queue-without-fallback",
    "warning",
    __doc__,
    check,
    Everywhere("roles", _population, _none_has_one),
)
