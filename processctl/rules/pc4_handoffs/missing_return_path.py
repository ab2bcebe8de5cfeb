"""The receiver of a handoff cannot give the case back.

## What it checks
Where a case goes from team to team, some exit marked `return: true` leads back to the team that gave it: from
the receiving stage, or from one that the case can reach without leaving the receiving team. A stage that
`continues` in another process needs none. An exit that leads back to the giver's team without the mark, and
without a contract of its own, is told instead of the handoff.

## Why it matters
A lead that was handed over too early has nowhere to go. Sales keeps it until it is cold, or closes it as
lost, and marketing never gets to nurture it.

## Where
On the exit of the handoff; further handoffs that the same return would answer are shown with it. Where an
exit only lacks the mark: on that exit.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: sales}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call:
    owner: sales
    exits:
      - {to: customer, when: ready}
      - {to: new_lead, when: otherwise, return: true}
  customer: {outcome: won, owner: sales}
criteria: {ready: {judged_by: sales}}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where nothing can come back, a signed contract say: put the reason into an `ignore` on the exit.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Handoff, Journey
from processctl.rules.pc4_handoffs.unanswered import Unanswered, unanswered
from processctl.rules.repair import Append, Line, Repair
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Listing, Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find handoffs without a way back, and ways back that do not say that they are one."""
    for group in unanswered(journey, planned=False):
        yield Found(
            _message(journey, group),
            Place(group.handoffs[0].exit.path),
            hint=say(
                "Add an exit back, from that stage or a later one of the same team: "
                '"return: true", with "reasons" and "at_most".'
            ),
            also=tuple(group.related(journey)),
            ids=group.teams,
            about=(group.stage, *group.ways),
            repair=_stub(group),
        )
    yield from _unmarked(journey)


def _stub(group: Unanswered) -> Repair:
    """An exit back to each giving team, everything open that only people can know."""
    stages = {one.giver.team: one.edge.source for one in reversed(group.handoffs)}
    items = tuple(
        (
            Line("to", stages[team]),
            Line("when", asks=say("in which cases does it go back?")),
            Line("return", "true"),
            Line("reasons", asks=say("which field, or which texts, say why?")),
            Line("at_most", asks=say("how often may one case go back,")),
            Line("then", asks=say("and where does it go after that?")),
        )
        for team in group.teams
    )
    return Repair("unsafe", (Append(("stages", group.stage), "exits", items),))


def _message(journey: Journey, group: Unanswered) -> Message:
    teams = tuple(journey.model.teams[team].title for team in group.teams)
    receiver = journey.model.teams[group.handoffs[0].receiver.team or ""].title
    stage = journey.stages[group.stage].title
    if len(teams) == 1:
        return say(
            'Team "{receiver}" cannot give a case in stage "{stage}" back to team "{giver}".',
            receiver=receiver,
            stage=stage,
            giver=teams[0],
        )
    return say(
        'Team "{receiver}" cannot give a case in stage "{stage}" back to the teams {givers}.',
        receiver=receiver,
        stage=stage,
        givers=Listing(teams),
    )


def _unmarked(journey: Journey) -> Iterator[Found]:
    told = set()
    for one in journey.unmarked_returns:
        exit_, of = one.handoff.exit, one.of
        if exit_.path in told or of.edge.target in journey.hidden_ways_back or not journey.certain:
            continue
        told.add(exit_.path)
        giver = journey.model.teams[of.giver.team or ""].title
        yield Found(
            say(
                'This exit leads back to team "{team}", which gave the case, and is not marked as '
                "a return.",
                team=giver,
            ),
            Place(exit_.path),
            hint=_mark(one.handoff),
            also=(
                Also(say('Here team "{team}" gives the case.', team=giver), Place(of.exit.path)),
            ),
            ids=("unmarked",),
            about=(one.handoff.edge.source,),
        )


def _mark(handoff: Handoff) -> Message:
    if handoff.terms is None:
        return say(
            'Mark it: "return: true". If it hands the case on, give it a contract: "accepts" on '
            "the stage that it leads to."
        )
    return say(
        'Mark it: "return: true". If it hands the case on, that team has to be able to give it '
        "back in turn."
    )


RULE = Rule("PC403", "missing-return-path", "error", __doc__, check, repairs="unsafe")
