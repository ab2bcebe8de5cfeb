"""Nothing says what it means that a case is in a stage.

## What it checks
Every stage says in words what it `means`, or by an `entry` what holds for every case in it. A result is passed
over, for the exits that lead to it say when a case has come so far; so is the edge of the model (`continues`).

## Why it matters
For one "qualified" is everybody who answered the phone, for another those with money. The report adds them up,
and the meeting is about the number instead of the customers.

## Where
On the id of the stage.

## Bad
```yaml
stages:
  qualified: {start: {from: [Web form]}, exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
stages:
  qualified:
    means: We have talked, and they need what we sell
    start: {from: [Web form]}
    exits: [{to: customer}]
  customer: {outcome: won}
```

## When to disagree
Where the name says it all to a newcomer too. Ask one.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.stage import Stage
from processctl.rules.rule import Everywhere, Found, Rule, stage_at
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find stages that neither words nor a condition define."""
    for stage in journey.stages.values():
        if _is_asked(journey, stage) and stage.lacks("means") and stage.lacks("entry"):
            yield Found(
                say('Nothing says what it means to be in stage "{stage}".', stage=stage.title),
                stage_at(stage.id),
                hint=say('Say it in one sentence that a newcomer understands: "means".'),
            )


def _is_asked(journey: Journey, stage: Stage) -> bool:
    return stage.id not in journey.outcomes and stage.readable("outcome", "continues")


def _population(journey: Journey) -> int:
    return sum(_is_asked(journey, stage) for stage in journey.stages.values())


def _none_does(count: int) -> Message:
    return say("No stage says what it means ({count} stages).", count=count)


RULE = Rule(
    "PC313",
    "stage-without-definition",
    "info",
    __doc__,
    check,
    Everywhere("stages", _population, _none_does),
)
