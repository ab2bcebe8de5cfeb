"""Teams that hand cases to each other work for no common goal.

## What it checks
Any two teams with a handoff in force between them share a goal: one metric is of both, or metrics of each serve
the same goal. A metric is of its `teams`, or else of its owner's team. It serves its `goal`, every goal above
that (`parent`), and each goal that has it as its `target`. Partners (`external: true`) are passed over, and a team
without any metric where others have some: that is `team-without-metric`.

## Why it matters
Marketing is paid for leads, sales for deals this quarter. Both meet their numbers, and no customer is won
by either of them.

## Where
Once, on `metrics`; where there are none on `goals`, and else on `stages`. An `ignore` for it stands on
`process`.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: sales}
metrics:
  leads: {kind: volume, counts: new_lead, teams: [marketing]}
  deals: {kind: outcome, counts: customer, teams: [sales]}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: sales}
metrics:
  leads: {kind: volume, counts: new_lead, teams: [marketing]}
  deals: {kind: outcome, counts: customer, teams: [marketing, sales]}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where two teams serve different customers and only lend each other a hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from processctl.journey import Handoff, Journey
from processctl.journey.owner import is_placed
from processctl.model.reference import Reference
from processctl.rules.pc8_goals.measuring import subject, team_subject, teams_of
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find teams with handoffs between them and nothing that they aim at together."""
    if not _is_readable(journey):
        return
    aims = _aims(journey)
    apart = [
        handoffs[0]
        for (giver, receiver), handoffs in journey.team_pairs.items()
        if not any(journey.model.teams[team].external for team in (giver, receiver))
        and _are_measured(journey, aims, giver, receiver)
        and not aims.get(giver, frozenset()) & aims.get(receiver, frozenset())
    ]
    if apart:
        yield Found(
            _message(journey, apart),
            _place(journey),
            hint=say(
                "Give them a metric of the result, and name both teams in it, or let a metric of "
                "each serve the same goal."
            ),
            also=tuple(
                Also(
                    say(
                        'Team "{giver}" hands cases to team "{receiver}" here.',
                        giver=journey.model.teams[handoff.giver.team or ""].title,
                        receiver=journey.model.teams[handoff.receiver.team or ""].title,
                    ),
                    Place(handoff.exit.path),
                )
                for handoff in apart
            ),
            about=tuple(_subjects(journey, apart)),
        )


def _subjects(journey: Journey, apart: list[Handoff]) -> Iterator[str]:
    """What a common goal would mend too: the teams, the ways between them, and their metrics."""
    teams: set[str] = set()
    for handoff in apart:
        giver, receiver = handoff.giver.team or "", handoff.receiver.team or ""
        teams |= {giver, receiver}
        yield from (f"{giver} → {receiver}", f"{receiver} → {giver}")
    yield from map(team_subject, sorted(teams))
    for metric in journey.model.metrics.values():
        if not teams.isdisjoint(teams_of(journey, metric)):
            yield subject(metric)


def _message(journey: Journey, apart: list[Handoff]) -> Message:
    if len(apart) == 1:
        return say(
            'Team "{giver}" hands cases to team "{receiver}", and they work for no common goal.',
            giver=journey.model.teams[apart[0].giver.team or ""].title,
            receiver=journey.model.teams[apart[0].receiver.team or ""].title,
        )
    return say(
        "Teams that hand cases to each other work for no common goal ({count} pairs of teams).",
        count=len(apart),
    )


def _place(journey: Journey) -> Place:
    section = next(
        (name for name in ("metrics", "goals") if getattr(journey.model, name)), "stages"
    )
    return Place((section,), at_key=True)


def _are_measured(journey: Journey, aims: Mapping[str, frozenset[str]], *teams: str) -> bool:
    """Whether each team has a metric, if anybody has: without one that is what is told."""
    return not journey.model.metrics or all(team in aims for team in teams)


def _aims(journey: Journey) -> dict[str, frozenset[str]]:
    """What each team is measured by and what that serves: ids of metrics and of goals."""
    found: dict[str, set[str]] = {}
    targets: dict[str, list[str]] = {}
    for goal in journey.model.goals.values():
        if goal.target is not None and goal.target.metric is not None:
            targets.setdefault(goal.target.metric.id, []).append(goal.id)
    above: dict[str, frozenset[str]] = {}
    for metric in journey.model.metrics.values():
        served = [*targets.get(metric.id, ()), *((metric.goal.id,) if metric.goal else ())]
        aims = {f"metrics.{metric.id}"}
        for name in served:
            if name not in above:
                above[name] = _goal_and_above(journey, name)
            aims |= above[name]
        for team in teams_of(journey, metric):
            found.setdefault(team, set()).update(aims)
    return {team: frozenset(aims) for team, aims in found.items()}


def _goal_and_above(journey: Journey, name: str) -> frozenset[str]:
    goals = journey.model.goals
    met: set[str] = set()
    here: str | None = name
    while here is not None and here in goals and here not in met:
        met.add(here)
        parent = goals[here].parent
        here = parent.id if parent is not None else None
    return frozenset(f"goals.{goal}" for goal in met)


def _is_readable(journey: Journey) -> bool:
    """Whether every metric and goal can be read as far as this rule goes into it."""
    model = journey.model
    used: list[Reference | None] = []
    for metric in model.metrics.values():
        if not metric.readable("teams", "owner", "goal"):
            return False
        used += (*metric.teams, metric.goal)
        if metric.owner is not None and not is_placed(model, metric.owner):
            return False
    for goal in model.goals.values():
        if not goal.readable("target", "parent"):
            return False
        used += (goal.parent, goal.target.metric if goal.target else None)
    return journey.certain and all(reference is None or reference.known for reference in used)


RULE = Rule("PC801", "no-shared-goal", "warning", __doc__, check)
