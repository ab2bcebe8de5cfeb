"""What a team sees won or lost teaches nobody.

## What it checks
Some feedback loop in force is `about` a stage that counts as won, and one about a stage that counts as lost, of each
team that has such stages; or it carries the `reasons` with which cases come there. Stages that cases come to by the clock
alone teach nothing. Likewise the reasons of a return from one owner to another in the same team are carried by some loop,
or a loop is about the stage that gives the cases back; those from team to team are `unheard-reasons`.

The rule speaks where there is feedback at all. A loop that says in words what it carries, and not about which stages, may
be about anything, and the rule is silent then.

## Why it matters
Customer care knows why customers leave, and sales goes on promising the same things.

## Where
On `outcome` of the team's first such stage, with the others; on `reasons` of the first return from a stage.

## Bad
```yaml
stages:
  first_call:
    owner: sales
    start: true
    exits:
      - {to: customer, when: {says: They buy}}
      - {to: closed_lost, when: otherwise}
  customer: {owner: sales, outcome: won}
  closed_lost: {owner: sales, outcome: lost}
feedback:
  lead_quality: {from: sales, to: marketing, about: [first_call, customer], every: week}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  first_call:
    owner: sales
    start: true
    exits:
      - {to: customer, when: {says: They buy}}
      - {to: closed_lost, when: otherwise}
  customer: {owner: sales, outcome: won}
  closed_lost: {owner: sales, outcome: lost}
feedback:
  lead_quality: {from: sales, to: marketing, about: [customer, closed_lost], every: week}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where the team that loses the case is the only one that could do better, and talks it over by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from processctl.journey import Edge, Journey
from processctl.journey.owner import same_hat
from processctl.model.reference import Reference
from processctl.rules.pc4_handoffs.live_returns import live_returns
from processctl.rules.pc7_feedback.lessons import Lessons
from processctl.rules.rule import Also, Found, Place, Rule, stage_at
from processctl.texts import Listing, Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find results, and reasons, that no feedback speaks of."""
    lessons = Lessons(journey)
    if not lessons.clear:
        return
    givers = _givers(journey)
    for team, stages in _untaught(journey, lessons).items():
        yield Found(
            _message(journey, team, stages),
            stage_at(stages[0], "outcome"),
            hint=say(
                'Name the stage under "about" of a feedback loop to those who could do better next '
                "time, or let a loop carry the reasons."
            ),
            also=tuple(
                Also(
                    say('Stage "{stage}" is one of them.', stage=journey.stages[stage].title),
                    stage_at(stage, "outcome"),
                )
                for stage in stages[1:]
            ),
            ids=(team,),
            about=tuple(_ways_on(journey, team, stages, givers)),
        )
    for stage, edges in _unheard(journey, lessons).items():
        yield Found(
            say(
                'Nobody hears why cases come back from stage "{stage}".',
                stage=journey.stages[stage].title,
            ),
            Place((*edges[0].path, "reasons")),
            hint=say(
                'Let a feedback loop carry the reasons ("carries"), or name the stage under its '
                '"about".'
            ),
        )


def _results(journey: Journey) -> dict[str, dict[str, list[str]]]:
    """By team and outcome word the stages that count as won or lost and that somebody decides on."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, kind in journey.outcomes.items():
        stage = journey.stages[name]
        decided = any(edge.kind == "exit" for edge in journey.into[name])
        if kind == "neutral" or not decided or stage.outcome is None:
            continue
        if name not in journey.reachable:
            continue
        owner = journey.owners.get(name)
        team = owner.team if owner is not None and owner.team is not None else ""
        found.setdefault(team, {}).setdefault(stage.outcome, []).append(name)
    return found


def _untaught(journey: Journey, lessons: Lessons) -> dict[str, list[str]]:
    """By team the results of those words of which no stage is spoken of."""
    found: dict[str, list[str]] = {}
    for team, words in _results(journey).items():
        for stages in words.values():
            if not any(_teaches(journey, lessons, stage) for stage in stages):
                found.setdefault(team, []).extend(stages)
    return found


def _teaches(journey: Journey, lessons: Lessons, stage: str) -> bool:
    return lessons.is_about(stage) or any(
        lessons.carry(edge.reasons) for edge in journey.into[stage] if edge.kind != "then"
    )


def _unheard(journey: Journey, lessons: Lessons) -> dict[str, list[Edge]]:
    """By stage the returns from owner to owner whose reasons nobody hears.

    From team to team they are ``unheard-reasons``.
    """
    found: dict[str, list[Edge]] = {}
    for edge in live_returns(journey):
        giver, receiver = journey.owners.get(edge.source), journey.owners.get(edge.target)
        reasons = edge.reasons
        if giver is None or receiver is None or same_hat(journey.model, giver, receiver):
            continue
        if giver.team is not None and receiver.team is not None and giver.team != receiver.team:
            continue
        if not reasons or (isinstance(reasons, Reference) and not reasons.known):
            continue
        if not lessons.is_about(edge.source) and not lessons.carry(reasons):
            found.setdefault(edge.source, []).append(edge)
    return found


def _ways_on(
    journey: Journey, team: str, stages: list[str], givers: Mapping[str, Mapping[str, None]]
) -> Iterator[str]:
    """The ways that a team's lessons should go: to those that hand cases to it.

    Where nobody owns the results, their teams are those that cases come from.
    """
    tellers = {team: None}
    if not team:
        sources = (edge.source for stage in stages for edge in journey.into[stage])
        owners = (journey.owners.get(source) for source in sources)
        tellers = {owner.team: None for owner in owners if owner and owner.team}
    for teller in tellers:
        for giver in givers.get(teller, ()):
            yield f"{teller} → {giver}"


def _givers(journey: Journey) -> dict[str, dict[str, None]]:
    """For each team those that hand cases to it."""
    found: dict[str, dict[str, None]] = {}
    for handoff in journey.handoffs:
        giver, receiver = handoff.giver.team, handoff.receiver.team
        if handoff.across and giver is not None and receiver is not None:
            found.setdefault(receiver, {})[giver] = None
    return found


def _message(journey: Journey, team: str, stages: list[str]) -> Message:
    titles = Listing(tuple(journey.stages[stage].title for stage in stages))
    if team:
        return say(
            'What team "{team}" sees in {stages} teaches nobody: no feedback is about it.',
            team=journey.model.teams[team].title,
            stages=titles,
        )
    return say(
        "What comes of cases in {stages} teaches nobody: no feedback is about it.", stages=titles
    )


RULE = Rule("PC709", "outcome-teaches-nobody", "warning", __doc__, check)
