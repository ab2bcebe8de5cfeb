"""When nobody accepts a case, nothing happens.

## What it checks
A contract that says who accepts a case (`by`), or in what time (`within`), also says under `silent` what
happens when nobody does: who is told, or where the case goes. `accepts: automatic` and `accepts: here` need
none.

## Why it matters
A lead that nobody accepted is nobody's lead. The customer waits for a call, and marketing thinks that sales
has it.

## Where
On `accepts` of the receiving stage, or on `handoff` of the exit.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call: {owner: sales, accepts: {by: sales, within: 4 business hours}, exits: [{to: customer}]}
  customer: {outcome: won, owner: sales}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call:
    owner: sales
    accepts: {by: sales, within: 4 business hours, silent: {tell: sales_lead}}
    exits: [{to: customer}]
  customer: {outcome: won, owner: sales}
teams: {marketing: {}, sales: {}}
roles: {sales_lead: {team: sales}}
```

## When to disagree
Where a board shows what was not accepted and somebody looks at it every day: name that person under `silent`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Handoff, Journey
from processctl.model.exit import Contract
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find contracts that do not say what follows when nobody accepts."""
    told = set()
    for handoff, contract in _promising(journey):
        terms = handoff.terms
        if terms is None or not terms.readable or contract.path in told:
            continue
        if terms.silent is None or not (terms.silent.tell or terms.silent.to):
            told.add(contract.path)
            yield Found(
                say(
                    'When nobody accepts a case in stage "{stage}", nothing happens.',
                    stage=journey.stages[handoff.edge.target].title,
                ),
                Place(contract.path, at_key=True),
                hint=say(
                    'Say whom to tell, or where the case goes: "silent: {{tell: sales_lead}}".'
                ),
            )


def _promising(journey: Journey) -> Iterator[tuple[Handoff, Contract]]:
    """Handoffs with the contract that says who accepts or by when: the stage's, or else the exit's.

    What the stage's contract lacks, all the exits that change a part of it lack: that is told once.
    """
    for handoff in journey.handoffs:
        if handoff.terms is None or handoff.terms.mode != "declared":
            continue
        for contract in (journey.stages[handoff.edge.target].accepts, handoff.exit.handoff):
            if contract is not None and (contract.by or contract.within):
                yield handoff, contract
                break


def _population(journey: Journey) -> int:
    return len({contract.path for _, contract in _promising(journey)})


def _none_does(count: int) -> Message:
    return say(
        "No contract says what happens when nobody accepts a case ({count} contracts).",
        count=count,
    )


RULE = Rule(
    "PC413",
    "silent-receiver",
    "warning",
    __doc__,
    check,
    Everywhere("stages", _population, _none_does),
)
