"""A campaign or an improvement comes too late for the goal that it serves.

## What it checks
A campaign ends, and an improvement is due, no later than the day by which its goal is to be reached: `by` under `target`.

## Why it matters
The work is done, the goal is missed, and it looks as if the work had been bad.

## Where
On `ends` of the campaign, or on `due` of the improvement; the goal's day is shown with it.

## Bad
```yaml
goals: {sixty_customers: {target: {value: 60, by: 2026-12-31}}}
improvements: {reasons_in_crm: {goal: sixty_customers, due: 2027-03-31}}
```

## Good
```yaml
goals: {sixty_customers: {target: {value: 60, by: 2026-12-31}}}
improvements: {reasons_in_crm: {goal: sixty_customers, due: 2026-10-31}}
```

## When to disagree
When it serves the goal of the year after as well: then name that one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from processctl.journey import Journey
from processctl.model.aims import Goal
from processctl.model.reference import Reference
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find plans that end after the day of their goal."""
    for campaign in journey.model.campaigns.values():
        goal = _late_for(journey, campaign.goal, campaign.ends)
        if goal is not None and campaign.ends is not None:
            message = say(
                'The campaign "{campaign}" ends on {end}, and its goal "{goal}" is to be reached by {by}.',
                campaign=campaign.title,
                end=campaign.ends.isoformat(),
                goal=goal.title,
                by=_by(goal),
            )
            yield _found(message, goal, Place((*campaign.path, "ends")))
    for improvement in journey.model.improvements.values():
        if improvement.status == "dropped":
            continue
        goal = _late_for(journey, improvement.goal, improvement.due)
        if goal is not None and improvement.due is not None:
            message = say(
                'The improvement "{improvement}" is due on {due}, '
                'and its goal "{goal}" is to be reached by {by}.',
                improvement=improvement.title,
                due=improvement.due.isoformat(),
                goal=goal.title,
                by=_by(goal),
            )
            yield _found(message, goal, Place((*improvement.path, "due")))


def _late_for(journey: Journey, reference: Reference | None, day: date | None) -> Goal | None:
    """The goal that a day comes too late for."""
    goal = journey.model.goals.get(reference.id) if reference is not None else None
    by = goal.target.by if goal is not None and goal.target is not None else None
    return goal if by is not None and day is not None and day > by else None


def _by(goal: Goal) -> str:
    return goal.target.by.isoformat() if goal.target is not None and goal.target.by else ""


def _found(message: Message, goal: Goal, where: Place) -> Found:
    return Found(
        message,
        where,
        hint=say("Begin earlier, or name the goal that it can still help to reach."),
        also=(
            Also(
                say("By this day the goal is to be reached."), Place((*goal.path, "target", "by"))
            ),
        ),
        ids=(goal.id,),
        about=(f"goal {goal.id}",),
    )


RULE = Rule("PC912", "plans-out-of-step", "warning", __doc__, check)
