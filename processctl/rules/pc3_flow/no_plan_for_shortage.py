"""Nothing says what is done when too few cases come.

## What it checks
A start that says how many cases it `expects` also says under `short` what is done when fewer come. A start
that a campaign `feeds`, or whose number a goal has for its target, says how many are expected.

## Why it matters
A sales team without leads sits idle for a month before anybody says so. Who starts which campaign, and at which
number, is decided in calm days or not at all.

## Where
On `start`; the campaigns and goals that count on it are shown with it.

## Bad
```yaml
stages:
  new_lead: {start: {from: [Web form], expects: 40 per month}, exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
stages:
  new_lead:
    start:
      from: [Web form]
      expects: 40 per month
      short: {do: Run the reserve campaign, owner: marketing_lead}
    exits: [{to: customer}]
  customer: {outcome: won}
roles: {marketing_lead: {}}
```

## When to disagree
Where too few can never come: a waiting list, an order book for the next two years.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.stage import Stage, Start
from processctl.rules.rule import Also, Found, Place, Rule, stage_at
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find starts without a plan for too few cases."""
    if not journey.certain:
        return
    counted_on = _counted_on(journey)
    for name in journey.starts:
        stage = journey.stages[name]
        also = tuple(counted_on.get(name, ()))
        found = _lacking(stage, is_counted_on=bool(also))
        if found is not None:
            message, hint = found
            yield Found(message, stage_at(name, "start"), hint=hint, also=also)


def _lacking(stage: Stage, *, is_counted_on: bool) -> tuple[Message, Message] | None:
    start = stage.start
    if start is None or not start.readable("expects", "short"):
        return None
    if start.expects is None:
        if not is_counted_on:
            return None
        return (
            say(
                'Others count on the cases that begin in stage "{stage}", and nothing says how many '
                "are expected.",
                stage=stage.title,
            ),
            say(
                'Say how many ("expects: 40 per month"), and what is done when fewer come ("short").'
            ),
        )
    if _has_plan(start):
        return None
    return (
        say(
            'Nothing says what is done when too few cases begin in stage "{stage}".',
            stage=stage.title,
        ),
        say('Say who does what then: "short", with "do" and "owner".'),
    )


def _has_plan(start: Start) -> bool:
    return start.short is not None and not start.short.lacks("do")


def _counted_on(journey: Journey) -> dict[str, list[Also]]:
    """By stage the campaigns that feed it and the goals whose target is its number."""
    found: dict[str, list[Also]] = {}
    model = journey.model
    for campaign in model.campaigns.values():
        if campaign.feeds is not None:
            also = Also(
                say('The campaign "{campaign}" feeds it.', campaign=campaign.title),
                Place(campaign.path, at_key=True),
            )
            found.setdefault(campaign.feeds.id, []).append(also)
    for goal in model.goals.values():
        reference = goal.target.metric if goal.target is not None else None
        metric = model.metrics.get(reference.id) if reference is not None else None
        if metric is not None and metric.counts is not None:
            also = Also(
                say('The goal "{goal}" counts on its number.', goal=goal.title),
                Place(goal.path, at_key=True),
            )
            found.setdefault(metric.counts.id, []).append(also)
    return found


RULE = Rule("PC309", "no-plan-for-shortage", "info", __doc__, check)
