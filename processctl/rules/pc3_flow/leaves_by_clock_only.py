"""Something is done in a stage, and a case leaves it only when time is up.

## What it checks
A stage in which something is done (`does`) has an exit that the work leads to, not only deadlines: `late` and
`idle` with `to`, and exits whose condition counts days. A stage that only waits (`waits: true`) and a result
are passed over. Where other stages cannot be reached, 302 speaks first, for the exit that leads there may be
the one that is missing here.

## Why it matters
The salesperson calls, and the call changes nothing: interested or not, the lead moves on after thirty days.
Whoever would buy today waits a month.

## Where
On the id of the stage; the deadlines are shown with it.

## Bad
```yaml
stages:
  first_call:
    start: {from: [Web form]}
    does: [Call the contact]
    within: 30 days
    late: {to: closed_lost}
  closed_lost: {outcome: lost}
```

## Good
```yaml
stages:
  first_call:
    start: {from: [Web form]}
    does: [Call the contact]
    within: 30 days
    late: {to: closed_lost}
    exits: [{to: customer, when: buys}]
  customer: {outcome: won}
  closed_lost: {outcome: lost}
criteria: {buys: {judged_by: sdr}}
roles: {sdr: {}}
```

## When to disagree
Work that has to last a certain time, a notice period say, and ends by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Edge, Journey
from processctl.journey.unreached import unreached_groups
from processctl.model.stage import Stage
from processctl.rules.pc3_flow.clocks import is_clock, is_unclear
from processctl.rules.rule import Also, Found, Place, Rule, stage_at
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find stages whose work leads nowhere."""
    # The missing exit may be the one that would lead to them: then they are told instead.
    unreached = tuple(group[0] for group in unreached_groups(journey))
    for stage in journey.stages.values():
        deadlines = [edge for edge in journey.out[stage.id] if is_clock(journey, edge)]
        if not _is_asked(journey, stage) or not deadlines or _has_other_way(journey, stage):
            continue
        yield Found(
            say(
                'A case leaves stage "{stage}" only when time is up, whatever is done in it.',
                stage=stage.title,
            ),
            stage_at(stage.id),
            hint=say(
                'Add an exit for what the work leads to ("exits"); if cases only rest here, '
                '"waits: true".'
            ),
            also=tuple(
                Also(
                    say(
                        'When time is up, the case goes to stage "{stage}".',
                        stage=journey.stages[edge.target].title,
                    ),
                    Place(edge.path),
                )
                for edge in _once(deadlines)
            ),
            about=unreached,
        )


def _is_asked(journey: Journey, stage: Stage) -> bool:
    return (
        bool(stage.does)
        and not stage.waits
        and stage.id not in journey.outcomes
        and stage.id not in journey.uncertain
        and stage.readable("outcome", "continues", "waits", "exits")
    )


def _has_other_way(journey: Journey, stage: Stage) -> bool:
    return any(
        edge.kind == "exit" and (not is_clock(journey, edge) or is_unclear(edge))
        for edge in journey.out[stage.id]
    )


def _once(edges: list[Edge]) -> list[Edge]:
    """One way to wherever the case came from is several edges, and told once."""
    return list({edge.path: edge for edge in edges}.values())


RULE = Rule("PC318", "leaves-by-clock-only", "warning", __doc__, check)
