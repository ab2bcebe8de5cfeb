"""Several owners are accountable for the same thing.

## What it checks
A stage, and the process, name one accountable owner. Others who help stand under `responsible`,
`consulted` and `informed`.

## Why it matters
Of two owners each thinks that the other calls the customer.

## Where
On `owner`.

## Bad
```yaml
roles: {sdr: {}, marketing_lead: {}}
stages:
  new_lead: {owner: [sdr, marketing_lead]}
```

## Good
```yaml
roles: {sdr: {}, marketing_lead: {}}
stages:
  new_lead: {owner: sdr, responsible: [marketing_lead]}
```

## When to disagree
Never for long: one of them can be asked, and pass on what the other does.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import Listing, Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find owners that are more than one."""
    owner = journey.model.process.owner
    if len(owner) > 1:
        names = tuple(reference.id for reference in owner)
        message = say("The process has several owners: {owners}.", owners=Listing(names))
        yield Found(message, Place(("process", "owner"), at_key=True), hint=_hint())
    for stage in journey.stages.values():
        for part in (stage, *stage.varies):
            if len(part.owner) > 1:
                yield Found(
                    say(
                        'Stage "{stage}" has several owners: {owners}.',
                        stage=stage.title,
                        owners=Listing(tuple(reference.id for reference in part.owner)),
                    ),
                    Place((*part.path, "owner"), at_key=True),
                    hint=_hint(),
                    ids=tuple(map(str, part.path[2:])),
                )


def _hint() -> Message:
    return say('Leave the one who is accountable, and put the others under "responsible".')


RULE = Rule("PC211", "several-owners", "warning", __doc__, check)
