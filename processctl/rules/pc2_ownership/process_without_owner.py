"""Nobody answers for the process as a whole.

## What it checks
`process` names an `owner`: one role or person for the whole journey, over all teams.

## Why it matters
Each team looks after its own stages. What happens between them, and whether the whole works for the
customer, is then nobody's business.

## Where
On `process`; where that is missing, on the first line of `processctl.yaml`.

## Bad
```yaml
process: {name: From contact to customer}
stages: {new_lead: {}}
```

## Good
```yaml
process: {name: From contact to customer, owner: growth_lead}
roles: {growth_lead: {}}
stages: {new_lead: {}}
```

## When to disagree
A workspace that only lends its vocabulary to others has no stages, and is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find a process that names no owner."""
    model = journey.model
    if not model.stages or not model.process.lacks("owner"):
        return
    section = "process" if "process" in model.workspace.sections.singles else "processctl"
    yield Found(
        say("The process as a whole has no owner."),
        Place((section,), at_key=True),
        hint=say('Name under "process" who answers for the whole journey: "owner: " and a role.'),
    )


RULE = Rule("PC202", "process-without-owner", "warning", __doc__, check)
