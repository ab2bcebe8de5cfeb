"""A team gets cases from another in a stage that no metric looks at.

## What it checks
Where there are metrics, one looks at each stage in which a team gets cases from another. A metric looks at a stage that it
counts or that captures a field it `reads`, and at every stage on a way between the two that it names in `times` or `ratio`.
One in words alone may look at every stage of its teams. Stages that count as a result are `outcome-nobody-measures`;
partners (`external: true`) are passed over.

## Why it matters
A lead waits longest between two teams. As long as nobody measures there, marketing has handed it over in time, and sales
has called as soon as it could.

## Where
On the id of the stage; where no such stage is measured, once on `stages`.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: sales}
metrics:
  customers: {kind: outcome, counts: customer, teams: [marketing, sales]}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call: {owner: sales, exits: [{to: customer}]}
  customer: {outcome: won, owner: sales}
metrics:
  customers: {kind: outcome, counts: customer, teams: [marketing, sales]}
  first_answer: {kind: speed, times: [new_lead, first_call], teams: [marketing, sales]}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where cases come over so seldom that one looks at each of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Edge, Journey
from processctl.journey.search import reach
from processctl.model.reference import Reference
from processctl.rules.pc8_goals.measuring import are_readable, points, teams_of
from processctl.rules.rule import Everywhere, Found, Rule, stage_at
from processctl.texts import Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find stages of receiving teams that nothing is measured in."""
    if not journey.model.metrics or journey.uncertain or not are_readable(journey):
        return
    seen = _seen(journey)
    if seen is None:
        return
    for name in _receiving(journey):
        if name not in seen:
            yield Found(
                say(
                    'Cases change teams in stage "{stage}", and no metric looks at it.',
                    stage=journey.stages[name].title,
                ),
                stage_at(name),
                hint=say(
                    'Measure how many come, or how long it takes: "counts" with the stage, or "times" or '
                    '"ratio" from before it to behind it.'
                ),
            )


def _receiving(journey: Journey) -> dict[str, None]:
    """The stages in which a team gets cases from another, results and partners apart."""
    return {
        handoff.edge.target: None
        for handoff in journey.handoffs
        if handoff.across
        and handoff.edge.target not in journey.outcomes
        and not journey.model.teams[handoff.receiver.team or ""].external
    }


def _seen(journey: Journey) -> set[str] | None:
    """Every stage that some metric looks at, or may look at; None where a way is broken."""
    metrics = journey.model.metrics.values()
    stages = _Stages(journey)
    seen = {stage for metric in metrics for point in points(metric) for stage in stages.at(point)}
    reads = {field.id for metric in metrics for field in metric.reads}
    vague = [metric for metric in metrics if not points(metric) and not metric.reads]
    teams = {team for metric in vague for team in teams_of(journey, metric)}
    everywhere = any(not teams_of(journey, metric) for metric in vague)
    for name, stage in journey.stages.items():
        owner = journey.owners.get(name)
        is_vaguely_seen = everywhere or (owner is not None and owner.team in teams)
        if is_vaguely_seen or any(field.id in reads for field in stage.captures):
            seen.add(name)
    between = stages.between([pair for one in metrics for pair in (one.times, one.ratio) if pair])
    return None if between is None else seen | between


class _Stages:
    """Stages by what metrics name: one of them, an outcome, or the way between two."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._by_outcome: dict[str, list[str]] = {}
        for name in journey.outcomes:
            self._by_outcome.setdefault(journey.stages[name].outcome or "", []).append(name)

    def at(self, point: Reference) -> list[str]:
        """The stages in force that a metric means by one name."""
        if point.section == "outcomes":
            return self._by_outcome.get(point.id, [])
        return [point.id] if point.id in self._journey.stages else []

    def between(self, pairs: list[tuple[Reference, ...]]) -> set[str] | None:
        """The stages on a way from the first of such a pair to the second of one.

        None where nothing leads to some second: the way to it is broken, and which stages were meant
        to lie on it cannot be said.
        """
        firsts = [stage for pair in pairs for stage in self.at(pair[0])]
        seconds = [stage for pair in pairs for stage in self.at(pair[-1])]
        graph = self._journey.graph
        behind = reach(graph, firsts, counts=_leads_on)
        before = reach(graph.reverse(copy=False), seconds, counts=_leads_on)
        if not behind.keys() >= set(seconds):
            return None
        return behind.keys() & before.keys()


def _leads_on(edge: Edge) -> bool:
    return not edge.returns and not edge.from_origin and edge.kind != "then"


EVERYWHERE = Everywhere(
    "stages",
    lambda journey: len(_receiving(journey)),
    lambda count: say(
        "No metric looks at any stage in which cases change teams ({stages}).",
        stages=Quantity("{count} stage", "{count} stages", count),
    ),
)
RULE = Rule("PC810", "stage-nobody-measures", "info", __doc__, check, EVERYWHERE)
