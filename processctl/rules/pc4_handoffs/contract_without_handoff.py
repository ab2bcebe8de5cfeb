"""A contract stands where nothing is handed over.

## What it checks
A stage with `accepts` gets cases from another owner: some exit that leads there changes the owner, and is no
return and no deadline. An exit with `handoff` changes the owner. Where an owner, or the team of one, is not
known, nothing is said; so it is between a team and a role in it, where a variant of the stage has an owner of
its own, and where a planned exit will hand over.

## Why it matters
Somebody agreed on who accepts what in what time, and it holds nowhere: either the contract stands on the wrong
stage, or the owner of one of the two stages is wrong.

## Where
On `accepts` of the stage, or on `handoff` of the exit.

## Bad
```yaml
stages:
  new_lead: {start: {from: [Web form]}, owner: sdr, exits: [{to: first_call}]}
  first_call:
    owner: sdr
    accepts: {by: sdr, within: 4 business hours, needs: [phone]}
    exits: [{to: customer}]
  customer: {outcome: won, owner: sdr}
fields: {phone: {type: text}}
roles: {sdr: {team: sales}}
teams: {sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: {from: [Web form]}, owner: marketing_lead, exits: [{to: first_call}]}
  first_call:
    owner: sdr
    accepts: {by: sdr, within: 4 business hours, needs: [phone]}
    exits: [{to: customer}]
  customer: {outcome: won, owner: sdr}
fields: {phone: {type: text}}
roles: {marketing_lead: {team: marketing}, sdr: {team: sales}}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where the cases of a start are accepted like those of a handoff: its own `within` and `late` say the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Edge, Journey
from processctl.journey.owner import is_owner_placed, owner_of, same_hat
from processctl.model.exit import Exit
from processctl.model.stage import Stage
from processctl.rules.rule import Found, Place, Rule, stage_at
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find contracts that nobody hands anything over by."""
    if not journey.certain:
        return
    exits: dict[str, list[Edge]] = {}
    for edge in journey.edges:
        if edge.kind == "exit":
            exits.setdefault(edge.target, []).append(edge)
            if edge.live and not edge.from_origin:
                yield from _of_exit(journey, edge)
    if journey.uncertain:
        return  # an exit that leads nowhere known may be meant to lead here
    for stage in journey.stages.values():
        if stage.accepts is None or not stage.readable("accepts", "varies"):
            continue
        if all(_keeps_owner(journey, edge) for edge in exits.get(stage.id, ())) and _is_clear(
            journey, stage
        ):
            yield Found(
                say(
                    'Nothing is handed over to stage "{stage}", which has a contract.',
                    stage=stage.title,
                ),
                stage_at(stage.id, "accepts"),
                hint=say(
                    "Put the contract on the stage where the owner changes, or mend the owner; for "
                    'cases that begin here, "within" and "late" of the stage are the contract.'
                ),
            )


def _of_exit(journey: Journey, edge: Edge) -> Iterator[Found]:
    exit_ = edge.way
    if isinstance(exit_, Exit) and exit_.handoff is not None and _keeps_owner(journey, edge):
        yield Found(
            say(
                'This exit has a contract, and hands nothing over: stage "{stage}" has the same owner.',
                stage=journey.stages[edge.target].title,
            )
            if not edge.returns
            else say("This exit has a contract, and gives the case back: a return has none."),
            Place(exit_.handoff.path, at_key=True),
            hint=say('Take "handoff" away, or mend what is wrong with the exit.'),
        )


def _keeps_owner(journey: Journey, edge: Edge) -> bool:
    """Whether an exit surely hands nothing over."""
    if not edge.way.readable("return", "status", "to"):
        return False
    if edge.returns:
        return True
    model = journey.model
    source, target = model.stages[edge.source], model.stages[edge.target]
    # Of planned stages too: what they will hand over has its contract already.
    giver, receiver = owner_of(model, source), owner_of(model, target)
    if giver is None or receiver is None:
        return False
    return (
        _is_clear(journey, source)
        and _is_clear(journey, target)
        and (same_hat(model, giver, receiver))
    )


def _is_clear(journey: Journey, stage: Stage) -> bool:
    """Whether a stage has one owner, who is known, whatever the segment."""
    return is_owner_placed(journey.model, stage) and not any(
        variant.owner or not variant.readable("owner") for variant in stage.varies
    )


RULE = Rule("PC412", "contract-without-handoff", "info", __doc__, check)
