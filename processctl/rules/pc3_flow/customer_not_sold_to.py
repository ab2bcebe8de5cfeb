"""No way leads from a customer to another sale.

## What it checks
From every stage that counts as won some way leads to a stage that counts as won: the same again, or another.
`again` counts too, for the customer may come back as a new case, and so does a way into another process
(`continues`).

## Why it matters
Selling to a customer costs a fraction of winning a new one. Where no way leads there, nobody owns it: customer
care thinks that sales asks, sales thinks that care would tell, and the customer buys the next thing elsewhere.

## Where
On the id of the stage.

## Bad
```yaml
stages:
  offer: {start: {from: [Web form]}, exits: [{to: customer}]}
  customer: {outcome: won, touch: {every: quarter}, exits: [{to: former_customer}]}
  former_customer: {outcome: lost, again: offer}
```

## Good
```yaml
stages:
  offer: {start: {from: [Web form]}, exits: [{to: customer}]}
  customer:
    outcome: won
    touch: {every: quarter}
    exits: [{to: offer, when: needs_more}, {to: former_customer, when: gives_notice}]
  former_customer: {outcome: lost, again: offer}
criteria: {needs_more: {judged_by: care}, gives_notice: {judged_by: care}}
teams: {care: {}}
```

## When to disagree
A thing that one buys once in a life.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.search import reach
from processctl.rules.rule import Found, Rule, stage_at
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find won stages from which nothing is won again."""
    backwards = journey.graph.reverse(copy=False)
    won = [name for name, kind in journey.outcomes.items() if kind == "won"]
    # Who is given back to where they were has bought nothing.
    sells = {edge.source for name in won for edge in journey.into[name] if not edge.returns}
    goes_on = {name for name in journey.outcomes if journey.stages[name].continues is not None}
    leading = reach(backwards, (*sells, *goes_on, *journey.uncertain & journey.stages.keys()))
    for name in won:
        stage = journey.stages[name]
        if name not in leading and stage.lacks("again") and stage.readable("outcome", "continues"):
            yield Found(
                say(
                    'No way leads from a customer in stage "{stage}" to another sale.',
                    stage=stage.title,
                ),
                stage_at(name),
                hint=say(
                    "Add an exit for a customer with a new need, to a stage whose owner then sells, "
                    'or say where the customer comes back as a new case: "again".'
                ),
            )


RULE = Rule("PC316", "customer-not-sold-to", "info", __doc__, check)
