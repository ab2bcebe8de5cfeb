"""A stage has no owner.

## What it checks
Every stage that is in force names the role, team or person who answers for the cases in it. A stage
that continues in another process may name its owner there. Planned and retired stages are passed
over.

## Why it matters
What belongs to everybody is done by nobody: a lead in a stage without an owner is called by no one,
and nobody notices when it has waited too long.

## Where
On the stage's id.

## Bad
```yaml
stages:
  new_lead:
    start: true
    exits: [{to: customer}]
  customer: {outcome: won, owner: sdr}
roles:
  sdr: {}
```

## Good
```yaml
stages:
  new_lead:
    owner: sdr
    start: true
    exits: [{to: customer}]
  customer: {outcome: won, owner: sdr}
roles:
  sdr: {}
```

## When to disagree
Never for long. If really nobody owns the stage, say so in an `ignore` with the date by which
somebody will.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.owner import lacks_owner
from processctl.model.stage import Stage
from processctl.rules.repair import Insert, Line, Repair
from processctl.rules.rule import Also, Everywhere, Found, Place, Rule, stage_at
from processctl.texts import Message, say

_STUB = Line("owner", asks=say("who answers for this stage?"))


def check(journey: Journey) -> Iterator[Found]:
    """Find stages that lack an owner."""
    for stage in journey.stages.values():
        if lacks_owner(stage):
            yield Found(
                say('Stage "{stage}" has no owner.', stage=stage.title),
                stage_at(stage.id),
                hint=say('Name who answers for it: "owner: " and a role, a team or a person.'),
                also=_deadlines_into(journey, stage),
                repair=Repair("unsafe", (Insert(stage.path, _STUB),)),
            )


def _deadlines_into(journey: Journey, stage: Stage) -> tuple[Also, ...]:
    return tuple(
        Also(
            say('When time is up in stage "{stage}", cases come here.', stage=source.title),
            Place(edge.path),
        )
        for edge in journey.into[stage.id]
        if edge.is_deadline
        for source in (journey.stages[edge.source],)
    )


def _no_stage_has_one(count: int) -> Message:
    return say("No stage has an owner ({count} stages).", count=count)


RULE = Rule(
    "PC201",
    "stage-without-owner",
    "error",
    __doc__,
    check,
    Everywhere("stages", lambda journey: len(journey.stages), _no_stage_has_one),
    repairs="unsafe",
)
