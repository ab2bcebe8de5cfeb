"""No case can ever come to a stage.

## What it checks
From some start a way of exits, deadlines and other live edges leads to every stage in force. Of stages
that hang together, the first is told and the others are shown with it. Where no stage is a start, 301
speaks.

## Why it matters
People are named for the stage, deadlines are set, and no customer ever arrives. Often the exit that
should lead there was cut, and its cases now go nowhere or somewhere wrong.

## Where
On the id of the stage.

## Bad
```yaml
stages:
  new_lead: {start: true, exits: [{to: customer}]}
  nurture: {exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
stages:
  new_lead: {start: true, exits: [{to: nurture}]}
  nurture: {exits: [{to: customer}]}
  customer: {outcome: won}
```

## When to disagree
A stage that is not in use yet: give it `status: planned`. One that is no longer used: `status: retired`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.unreached import unreached_groups
from processctl.rules.rule import Also, Found, Rule, stage_at
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find stages that no case can reach."""
    for first, *others in unreached_groups(journey):
        stage = journey.stages[first]
        yield Found(
            say('No case can come to stage "{stage}".', stage=stage.title),
            stage_at(first),
            hint=_hint(journey, first),
            also=tuple(
                Also(
                    say(
                        'Stage "{stage}" is reached only from there.',
                        stage=journey.stages[other].title,
                    ),
                    stage_at(other),
                )
                for other in others
            ),
            about=tuple(others),
        )


def _hint(journey: Journey, stage: str) -> Message:
    if any(edge.target == stage and not edge.live for edge in journey.edges):
        return say(
            "Only planned ways lead here: put one in force, or mark the stage as planned too."
        )
    if any(edge.returns and edge.source in journey.reachable for edge in journey.into[stage]):
        return say(
            "Only returns lead here, and a case is given back to where it has been: let an exit "
            "that is none lead here."
        )
    return say(
        'Let an exit of another stage lead here, mark it as a start, or give it "status: planned".'
    )


RULE = Rule("PC302", "unreachable-stage", "error", __doc__, check)
