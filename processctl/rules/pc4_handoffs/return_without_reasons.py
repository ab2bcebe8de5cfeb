"""Cases are given back, and nothing says why.

## What it checks
Every exit in force with `return: true` has `reasons`: a choice field, or a list of texts. A deadline that gives
a case back is passed over, for its reason is known.

## Why it matters
Sales says that the leads are bad, marketing that sales does not call them. Without reasons that are counted,
both can go on for years.

## Where
On the exit.

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
      - {to: new_lead, when: otherwise, return: true, reasons: [No need yet, No budget]}
  customer: {outcome: won, owner: sales}
criteria: {ready: {judged_by: sales}}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where there can be one reason only: write that one down, it costs a line.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Edge, Journey
from processctl.model.exit import Exit
from processctl.rules.pc4_handoffs.live_returns import live_returns
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find returns without reasons."""
    for edge in _asked(journey):
        if edge.way.lacks("reasons"):
            yield Found(
                say(
                    'Stage "{stage}" gives cases back without saying why.',
                    stage=journey.stages[edge.source].title,
                ),
                Place(edge.path),
                hint=say('List the "reasons": the id of a choice field, or texts.'),
            )


def _asked(journey: Journey) -> list[Edge]:
    return [edge for edge in live_returns(journey) if isinstance(edge.way, Exit)]


def _no_return_has_any(count: int) -> Message:
    return say("No return says why a case is given back ({count} returns).", count=count)


RULE = Rule(
    "PC404",
    "return-without-reasons",
    "warning",
    __doc__,
    check,
    Everywhere("stages", lambda journey: len(_asked(journey)), _no_return_has_any),
)
