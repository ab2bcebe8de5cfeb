"""Whoever is lost once never comes back.

## What it checks
A stage that counts as lost has a way on, or says under `again` where the same customer may come back as a new
case. Where it is meant to be for good, `about` says so: any words there count, for no program can tell what
they mean.

## Why it matters
"Not this year" is the most common no. A year later the customer buys from whoever calls, and the name that you
paid for lies in an archive that nobody opens.

## Where
On the id of the stage.

## Bad
```yaml
stages:
  offer: {start: {from: [Web form]}, exits: [{to: closed_lost}]}
  closed_lost: {outcome: lost}
```

## Good
```yaml
stages:
  offer: {start: {from: [Web form]}, exits: [{to: closed_lost}]}
  closed_lost: {outcome: lost, again: offer}
```

## When to disagree
Where it is meant: job applicants, competitors, who asked to be left alone. Say so under `about`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Rule, stage_at
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find losses that nothing leads back from and that nobody calls intended."""
    for name, kind in journey.outcomes.items():
        stage = journey.stages[name]
        if kind != "lost" or journey.out[name] or name in journey.uncertain:
            continue
        if stage.lacks("again") and stage.lacks("about") and stage.lacks("continues"):
            yield Found(
                say('Whoever is lost in stage "{stage}" never comes back.', stage=stage.title),
                stage_at(name),
                hint=_hint(journey, name),
            )


def _hint(journey: Journey, stage: str) -> Message:
    if journey.stages[stage].exits:
        return say(
            "Its exits are only planned: put one in force, or say meanwhile where they come back "
            '("again"), or why they do not ("about").'
        )
    return say(
        'Say where the same customer may come back as a new case ("again"), or why they do not '
        '("about").'
    )


RULE = Rule("PC320", "lost-for-good", "info", __doc__, check)
