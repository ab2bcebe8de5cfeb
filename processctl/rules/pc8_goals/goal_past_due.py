"""The day by which a goal was to be reached has passed.

## What it checks
The day of a goal, `by` under its `target`, is not past. A goal has no status: one that was reached, or given up, does not
stand among the goals any longer.

## Why it matters
Marketing and sales pull towards a number of last year. What the company wants now, each of them guesses.

## Where
On `by` under the goal's `target`.

## Bad
```yaml
people: {anna: {}}
goals:
  growth: {says: 60 new customers, strategy: Lead the market, target: {value: 60, by: 2025-12-31}, owner: anna}
```

## Good
```yaml
people: {anna: {}}
goals:
  growth: {says: 60 new customers, strategy: Lead the market, target: {value: 60, by: 2027-12-31}, owner: anna}
```

## When to disagree
In the weeks in which the next goal is being agreed on: say so in an `ignore` with `until`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Given, Place, Rule
from processctl.texts import say


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find goals whose day has passed."""
    for goal in journey.model.goals.values():
        target = goal.target
        if target is not None and target.by is not None and target.by < given.today:
            yield Found(
                say(
                    'The goal "{goal}" was to be reached by {by}, and that day is past.',
                    goal=goal.title,
                    by=target.by.isoformat(),
                ),
                Place((*target.path, "by")),
                hint=say("Set the next goal, or take this one away: git keeps what it was."),
                about=(f"goal {goal.id}",),
            )


RULE = Rule("PC813", "goal-past-due", "warning", __doc__, judge=judge)
