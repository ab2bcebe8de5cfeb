"""One owner answers for more stages than can be looked after.

## What it checks
No role, team or person is accountable for more stages than `max_stages` allows.

## Why it matters
Who answers for everything answers for nothing in particular: the stage that is looked at last is the one where customers wait.

## Where
On the id of the owner; its stages are shown with it.

## Bad
```yaml
people: {anna: {}}
stages:
  new_lead: {owner: anna, start: true, exits: [{to: call}]}
  call: {owner: anna, exits: [{to: offer}]}
  offer: {owner: anna}
lint: {options: {overloaded-owner: {max_stages: 2}}}
```

## Good
```yaml
people: {anna: {}, ben: {}}
stages:
  new_lead: {owner: anna, start: true, exits: [{to: call}]}
  call: {owner: anna, exits: [{to: offer}]}
  offer: {owner: ben}
lint: {options: {overloaded-owner: {max_stages: 2}}}
```

## When to disagree
When most of the stages ask for a minute a month: then set a higher limit.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.option import whole_number
from processctl.rules.rule import Also, Found, Given, Place, Rule, stage_at
from processctl.texts import Quantity, say

MAX_STAGES = whole_number(
    "max_stages", say("For how many stages one role, team or person may be accountable."), None
)


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find owners of more stages than the option allows."""
    limit = given.value(MAX_STAGES)
    if limit is None:
        return
    owned: dict[tuple[str, str], list[str]] = {}
    for stage, owner in journey.owners.items():
        owned.setdefault((owner.kind, owner.id), []).append(stage)
    for (section, name), stages in owned.items():
        if len(stages) > limit:
            yield Found(
                say(
                    '"{owner}" is accountable for {stages}, and {limit} were to be the most.',
                    owner=getattr(journey.model, section)[name].title,
                    stages=Quantity("{count} stage", "{count} stages", len(stages)),
                    limit=limit,
                ),
                _place(journey, section, name, stages),
                hint=say("Give some of them to those who do the work there."),
                also=tuple(
                    Also(
                        say('Stage "{stage}" is one of them.', stage=journey.stages[stage].title),
                        stage_at(stage),
                    )
                    for stage in stages
                ),
            )


def _place(journey: Journey, section: str, name: str, stages: list[str]) -> Place:
    """The owner; one of another workspace is told on the first of its stages here."""
    shared = getattr(journey.model, section)[name].shared
    return stage_at(stages[0], "owner") if shared else Place((section, name), at_key=True)


RULE = Rule("PC205", "overloaded-owner", "info", __doc__, judge=judge, options=(MAX_STAGES,))
