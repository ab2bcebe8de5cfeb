"""The same case can be given back any number of times.

## What it checks
Every return in force says `at_most` how often one case may take it, and `then` where the case goes after
that. A return to a stage with an outcome, to a customer who keeps what they have, needs no limit.

## Why it matters
Marketing says that the lead is ready, sales says that it is not, and the customer gets the same two mails
for a year. A limit makes somebody decide.

## Where
On the return.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call:
    owner: sales
    exits: [{to: customer, when: ready}, {to: new_lead, when: otherwise, return: true}]
  customer: {outcome: won, owner: sales}
criteria: {ready: {judged_by: sales}}
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
      - {to: new_lead, when: otherwise, return: true, at_most: 2, then: closed_lost}
  customer: {outcome: won, owner: sales}
  closed_lost: {outcome: lost, owner: sales}
criteria: {ready: {judged_by: sales}}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where the case has its own end, a deadline since it was born say: name that in an `ignore` on the exit.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.exit import Exit, Step
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find returns without a limit."""
    told = set()
    for edge in journey.edges:
        if not edge.live or not edge.returns or edge.path in told:
            continue
        if journey.stages[edge.target].outcome is None and _is_endless(edge.way):
            told.add(edge.path)
            yield Found(
                say(
                    'Stage "{stage}" may give the same case back any number of times.',
                    stage=journey.stages[edge.source].title,
                ),
                Place(edge.path),
                hint=say(
                    'Say how often, and where the case goes then: "at_most: 2", and "then" with a '
                    "stage."
                ),
            )


def _is_endless(way: object) -> bool:
    # "then" alone has the wrong form already, and says that a limit is meant.
    return isinstance(way, Exit | Step) and way.lacks("at_most") and way.lacks("then")


RULE = Rule("PC407", "ping-pong", "warning", __doc__, check)
