"""Nobody works on an improvement.

## What it checks
An improvement that is not done or dropped has an `owner`.

## Why it matters
Everybody wants it, everybody thinks that somebody else is at it, and the customer waits as before.

## Where
On the id of the improvement; where no improvement has an owner, once on `improvements`.

## Bad
```yaml
improvements: {reasons_in_crm: {says: Record lost reasons in the CRM}}
```

## Good
```yaml
people: {anna: {}}
improvements: {reasons_in_crm: {says: Record lost reasons in the CRM, owner: anna}}
```

## When to disagree
While it is a mere idea: then say so, `status: idea`, and the rule waits.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc9_change.pursued import pursued
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Message, Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find improvements that nobody works on."""
    for improvement in pursued(journey):
        if improvement.lacks("owner"):
            yield Found(
                say(
                    'Nobody works on the improvement "{improvement}".',
                    improvement=improvement.title,
                ),
                Place(improvement.path, at_key=True),
                hint=_hint(),
            )


def _hint() -> Message:
    return say('Name who does it, "owner", or say that it is only an idea: "status: idea".')


EVERYWHERE = Everywhere(
    "improvements",
    lambda journey: sum(1 for _ in pursued(journey)),
    lambda count: say(
        "Nobody works on any improvement ({improvements}).",
        improvements=Quantity("{count} improvement", "{count} improvements", count),
    ),
)
RULE = Rule("PC906", "improvement-without-owner", "warning", __doc__, check, EVERYWHERE)
