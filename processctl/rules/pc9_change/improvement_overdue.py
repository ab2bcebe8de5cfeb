"""An improvement should have been done by now.

## What it checks
An improvement that is not done or dropped, and no mere idea, is not past its day, `due`.

## Why it matters
A date that passes in silence teaches everybody that dates mean nothing, the next one included.

## Where
On `due` of the improvement.

## Bad
```yaml
improvements: {reasons_in_crm: {says: Record lost reasons in the CRM, due: 2026-06-30}}
```

## Good
```yaml
improvements: {reasons_in_crm: {says: Record lost reasons in the CRM, due: 2026-06-30, status: done}}
```

## When to disagree
When it was put off for good reasons: then agree on a new day, so that everybody knows it.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc9_change.pursued import pursued
from processctl.rules.rule import Found, Given, Place, Rule
from processctl.texts import say


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find improvements whose day has passed."""
    for improvement in pursued(journey):
        due = improvement.due
        if due is not None and due < given.today:
            yield Found(
                say(
                    'The improvement "{improvement}" was to be done by {due}.',
                    improvement=improvement.title,
                    due=due.isoformat(),
                ),
                Place((*improvement.path, "due")),
                hint=say('Say that it is done, "status: done", or agree on a new day.'),
            )


RULE = Rule("PC907", "improvement-overdue", "warning", __doc__, judge=judge)
