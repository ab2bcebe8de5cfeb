"""A case may take longer than allowed until another team first has it.

## What it checks
The worst time from a start to the first stage of another team is no more than `max`: the longest times of the
stages on the way, each limited way round as often as it may be taken. A case has come to a stage when it has been
handed over, before it is accepted there. Working time is counted as it can fall at the worst, over a weekend and
what is `closed`; holidays are not counted on.

## Why it matters
Whoever asks for an offer today and hears from sales in two weeks has bought elsewhere. Each stage looks quick by
itself; nobody adds them up.

## Where
On the id of the start; the stages on the way are shown with their times.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing, within: 2 days, exits: [{to: scored}]}
  scored: {owner: marketing, within: 5 days, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won}
teams: {marketing: {}, sales: {}}
lint: {options: {slow-promise: {max: 3 days}}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing, within: 1 day, exits: [{to: scored}]}
  scored: {owner: marketing, within: 1 day, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won}
teams: {marketing: {}, sales: {}}
lint: {options: {slow-promise: {max: 3 days}}}
```

## When to disagree
Where cases rightly ripen in the first team for months: promise what matters there under `promises` instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.values import Duration
from processctl.promises import Ground, Verdict, slowest
from processctl.rules.option import length_of_time
from processctl.rules.rule import Found, Given, Rule, stage_at
from processctl.rules.walk_words import times_spent, total_words
from processctl.texts import Message, say

MAX = length_of_time(
    "max", say("How long it may take from a start to the first stage of another team."), None
)


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find starts from which the way to the next team may take longer than the option allows."""
    most = given.value(MAX)
    if most is None:
        return
    ground = Ground(journey)
    others: dict[str, frozenset[str]] = {}
    for start in journey.starts:
        owner = journey.owners.get(start)
        if owner is None or owner.team is None:
            continue
        if owner.team not in others:
            others[owner.team] = _of_others(journey, owner.team)
        verdict = slowest(ground, start, others[owner.team], most)
        if verdict.answer == "broken":
            yield Found(
                _message(journey, verdict, most),
                stage_at(start),
                hint=say("Shorten one of the times on the way, or set another limit."),
                also=tuple(times_spent(journey, verdict)),
                witness=verdict.stages,
                about=verdict.stages[1:] if verdict.fault != "late" else (),
            )


def _of_others(journey: Journey, team: str) -> frozenset[str]:
    return frozenset(
        stage for stage, owner in journey.owners.items() if owner.team not in (None, team)
    )


def _message(journey: Journey, verdict: Verdict, most: Duration) -> Message:
    stage = journey.stages[verdict.stages[0]].title
    if verdict.fault == "late":
        return say(
            'Until a case from stage "{stage}" comes to stage "{target}" it may take {time}, and {max} was '
            "to be the most.",
            stage=stage,
            target=journey.stages[verdict.stages[-1]].title,
            time=total_words(verdict),
            max=most.message(),
        )
    if verdict.fault == "unlimited":
        return say(
            'A case from stage "{stage}" may go round through stage "{end}" any number of times before '
            "another team has it, and {max} was to be the most.",
            stage=stage,
            end=journey.stages[verdict.stages[-1]].title,
            max=most.message(),
        )
    return say(
        'A case from stage "{stage}" may stay in stage "{end}" for ever before another team has it, and '
        "{max} was to be the most.",
        stage=stage,
        end=journey.stages[verdict.stages[-1]].title,
        max=most.message(),
    )


RULE = Rule("PC314", "slow-promise", "warning", __doc__, judge=judge, options=(MAX,))
