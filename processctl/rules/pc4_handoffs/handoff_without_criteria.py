"""Nothing says when a case is handed over.

## What it checks
Every handoff has a condition: `when` on the exit, or `entry` on the stage that it leads to. That holds for
the only exit of a stage too.

## Why it matters
One sends every visitor over as a lead, another only those who ask for an offer. The receivers soon trust
none of them, and call nobody.

## Where
On the exit; further exits that lead to the same stage are shown with it.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing_lead, exits: [{to: first_call}]}
  first_call: {owner: sdr, exits: [{to: customer}]}
  customer: {outcome: won, owner: sdr}
roles: {marketing_lead: {team: marketing}, sdr: {team: sales}}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing_lead, exits: [{to: first_call, when: ready}]}
  first_call: {owner: sdr, exits: [{to: customer}]}
  customer: {outcome: won, owner: sdr}
criteria: {ready: {says: The company fits and asked for a call, judged_by: marketing_lead}}
roles: {marketing_lead: {team: marketing}, sdr: {team: sales}}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where every case really is handed over as soon as it is there: say so with `when: otherwise`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Handoff, Journey
from processctl.rules.rule import Also, Everywhere, Found, Place, Rule, stage_at
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find handoffs that neither the exit nor the stage behind it limits."""
    for target_id, handoffs in _without(journey).items():
        # An exit that is one of several is told as such (516): it must not stand for the others.
        first, *others = sorted(handoffs, key=lambda one: _is_one_of_several(journey, one))
        source, target = journey.stages[first.edge.source], journey.stages[target_id]
        yield Found(
            say(
                'Nothing says when a case goes from stage "{source}" to stage "{target}".',
                source=source.title,
                target=target.title,
            ),
            Place(first.exit.path),
            hint=say(
                'Give the exit a condition ("when"), or the stage that it leads to an "entry".'
            ),
            also=(
                Also(
                    say('Stage "{stage}" lets every case in.', stage=target.title),
                    stage_at(target_id),
                ),
                *(
                    Also(
                        say(
                            'Nothing says it for stage "{stage}" either.',
                            stage=journey.stages[other.edge.source].title,
                        ),
                        Place(other.exit.path),
                    )
                    for other in others
                ),
            ),
        )


def _without(journey: Journey) -> dict[str, list[Handoff]]:
    """Handoffs that nothing decides on, by the stage that could: an ``entry`` would mend them all."""
    found: dict[str, list[Handoff]] = {}
    told = set()
    for handoff in journey.handoffs:
        if handoff.exit.path in told:
            continue  # one exit to wherever the case came from is several ways
        if handoff.exit.lacks("when") and journey.stages[handoff.edge.target].lacks("entry"):
            told.add(handoff.exit.path)
            found.setdefault(handoff.edge.target, []).append(handoff)
    return found


def _is_one_of_several(journey: Journey, handoff: Handoff) -> bool:
    exits = journey.stages[handoff.edge.source].exits
    return sum(exit_.live for exit_ in exits) > 1


def _population(journey: Journey) -> int:
    return len({handoff.edge.target for handoff in journey.handoffs})


def _none_has_one(count: int) -> Message:
    return say("No handoff says when it is made ({count} receiving stages).", count=count)


RULE = Rule(
    "PC401",
    "handoff-without-criteria",
    "error",
    __doc__,
    check,
    Everywhere("stages", _population, _none_has_one),
)
