"""Cases go round between some stages and never come to a result.

## What it checks
From every set of stages that lead to each other some way leads on, or one of them is a result.

## Why it matters
Each stage has its exits, so every page looks right. But no lead in these stages ever becomes a customer,
nor is anybody ever told "no".

## Where
On the first stage of the set; the others, and stages that lead only into it, are shown with it.

## Bad
```yaml
stages:
  new_lead: {start: true, exits: [{to: nurture}]}
  nurture: {exits: [{to: reactivated}]}
  reactivated: {exits: [{to: nurture}]}
  customer: {outcome: won}
```

## Good
```yaml
stages:
  new_lead: {start: true, exits: [{to: nurture}]}
  nurture: {exits: [{to: reactivated}]}
  reactivated: {exits: [{to: nurture, when: not ready}, {to: customer, when: ready}]}
  customer: {outcome: won}
criteria: {ready: {judged_by: sdr}}
roles: {sdr: {}}
```

## When to disagree
Never: a case that is never won or lost is never counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.search import way_to
from processctl.rules.rule import Also, Found, Rule, stage_at
from processctl.texts import Listing, say


def check(journey: Journey) -> Iterator[Found]:
    """Find strongly connected stages without a result and without a way on."""
    order = {stage: place for place, stage in enumerate(journey.stages)}
    for members in _traps(journey):
        first, *others = sorted(members, key=order.__getitem__)
        titles = tuple(journey.stages[stage].title for stage in (first, *others))
        only_into = _leading_only_into(journey, members)
        message = (
            say(
                "Cases go round between the stages {stages} and never come to a result.",
                stages=Listing(titles),
            )
            if others
            else say(
                'Cases go round in stage "{stage}" and never come to a result.', stage=titles[0]
            )
        )
        yield Found(
            message,
            stage_at(first),
            hint=say("Let an exit of one of them, or its deadline, lead to a result."),
            witness=way_to(first, journey.met) if first in journey.met else (),
            also=(
                *(
                    Also(
                        say('Stage "{stage}" is in the circle.', stage=journey.stages[other].title),
                        stage_at(other),
                    )
                    for other in others
                ),
                *(
                    Also(
                        say('Stage "{stage}" leads only there.', stage=journey.stages[other].title),
                        stage_at(other),
                    )
                    for other in sorted(only_into, key=order.__getitem__)
                ),
            ),
            ids=tuple(others),
            about=tuple(others),
        )


def _traps(journey: Journey) -> Iterator[frozenset[str]]:
    import networkx as nx

    graph = journey.graph
    for component in nx.strongly_connected_components(graph):
        members = frozenset(component)
        if len(members) == 1 and not graph.has_edge(*members, *members):
            continue
        if members & journey.outcomes.keys() or members & journey.uncertain:
            continue
        if any(not journey.stages[stage].readable("outcome", "continues") for stage in members):
            continue
        if all(target in members for stage in members for target in graph.adj[stage]):
            yield members


def _leading_only_into(journey: Journey, members: frozenset[str]) -> set[str]:
    """Stages outside from which no way leads anywhere else."""
    graph = journey.graph
    inside = set(members)
    ahead = list(members)
    while ahead:
        for source in graph.pred[ahead.pop()]:
            if source in inside or source in journey.outcomes or source in journey.uncertain:
                continue
            if all(target in inside for target in graph.adj[source]):
                inside.add(source)
                ahead.append(source)
    return inside - members


RULE = Rule("PC304", "trap", "error", __doc__, check)
