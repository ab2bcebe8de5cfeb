"""A case that comes to a stage never leaves it, and it is no result.

## What it checks
Every stage in force has a live way out, an exit, a deadline that moves the case on, or it is a result
(`outcome`) or the edge of the model (`continues`).

## Why it matters
This is where customers vanish: nobody wrote down what happens next, so nothing does.

## Where
On the id of the stage.

## Bad
```yaml
stages:
  new_lead: {start: true, exits: [{to: nurture}]}
  nurture: {}
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
A place where cases rightly end is a result: say so with `outcome`, and which one.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.journey import is_dead_end
from processctl.journey.search import way_to
from processctl.journey.unreached import cut_off_groups
from processctl.model.stage import Stage
from processctl.rules.rule import Also, Everywhere, Found, Rule, stage_at
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find stages without a way out that are no result."""
    cut_off = cut_off_groups(journey)
    unreached = tuple(
        Also(
            say('And nothing leads to stage "{stage}".', stage=journey.stages[group[0]].title),
            stage_at(group[0]),
        )
        for group in cut_off
    )
    firsts = tuple(group[0] for group in cut_off)
    for stage in journey.stages.values():
        if is_dead_end(journey, stage.id):
            yield Found(
                say('A case in stage "{stage}" never leaves it.', stage=stage.title),
                stage_at(stage.id),
                hint=_hint(stage),
                witness=way_to(stage.id, journey.met) if stage.id in journey.met else (),
                also=unreached if stage.id in journey.met else (),
                about=firsts if stage.id in journey.met else (),
            )


def _hint(stage: Stage) -> Message:
    if stage.exits:
        return say("Its exits are only planned: say what happens with cases until then.")
    return say(
        'Say where its cases go ("exits"), or, if they rightly end here, as what ("outcome: lost").'
    )


def _no_stage_leads_on(count: int) -> Message:
    return say("No case ever leaves its stage ({count} stages).", count=count)


RULE = Rule(
    "PC303",
    "dead-end",
    "error",
    __doc__,
    check,
    Everywhere(
        "stages",
        lambda journey: len(journey.stages) - len(journey.outcomes),
        _no_stage_leads_on,
    ),
)
