"""Somebody accepts a case for a team that they do not belong to.

## What it checks
Who accepts a case (`by`) is the receiving team, or a role or person of it. A role without a team is passed
over, and so is a person whose roles are in several teams or in none.

## Why it matters
If the giver can accept in the receiver's name, every lead is accepted, and none is called.

## Where
On the name under `by`.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing_lead, exits: [{to: first_call}]}
  first_call: {owner: sdr, accepts: {by: marketing_lead}, exits: [{to: customer}]}
  customer: {outcome: won, owner: sdr}
roles: {marketing_lead: {team: marketing}, sdr: {team: sales}}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing_lead, exits: [{to: first_call}]}
  first_call: {owner: sdr, accepts: {by: sdr}, exits: [{to: customer}]}
  customer: {outcome: won, owner: sdr}
roles: {marketing_lead: {team: marketing}, sdr: {team: sales}}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where a third party sorts cases for the team: then it is a stage of its own, with its own owner.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Handoff, Journey
from processctl.journey.owner import Owner, resolve_owner
from processctl.model.reference import Reference
from processctl.rules.rule import Also, Found, Place, Rule, stage_at
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find acceptors of another team than the receiving one."""
    told = set()
    for handoff in journey.handoffs:
        for reference in _acceptors(handoff):
            acceptor = resolve_owner(journey.model, reference)
            if acceptor is None or acceptor.team in (None, handoff.receiver.team):
                continue
            if reference.path not in told:
                told.add(reference.path)
                yield Found(
                    _message(journey, handoff, acceptor),
                    Place(reference.path),
                    hint=say("Name the receiving team, or a role or person of it."),
                    also=(
                        Also(
                            say(
                                'Stage "{stage}" is owned here.',
                                stage=journey.stages[handoff.edge.target].title,
                            ),
                            stage_at(handoff.edge.target, "owner"),
                        ),
                    ),
                    ids=(acceptor.id,),
                )


def _acceptors(handoff: Handoff) -> tuple[Reference, ...]:
    terms = handoff.terms
    return terms.by if terms is not None and terms.readable else ()


def _message(journey: Journey, handoff: Handoff, acceptor: Owner) -> Message:
    teams = journey.model.teams
    receiver = teams[handoff.receiver.team or ""].title
    other = teams[acceptor.team or ""].title
    if acceptor.kind == "teams":
        return say(
            'Team "{other}" accepts the case, and it is team "{team}" that takes it.',
            other=other,
            team=receiver,
        )
    return say(
        '"{who}" accepts the case for team "{team}", but belongs to team "{other}".',
        who=getattr(journey.model, acceptor.kind)[acceptor.id].title,
        team=receiver,
        other=other,
    )


RULE = Rule("PC410", "wrong-acceptor", "error", __doc__, check)
