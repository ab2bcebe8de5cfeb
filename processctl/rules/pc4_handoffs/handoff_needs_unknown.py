"""A handoff needs a field that nobody has recorded on some way to it.

## What it checks
Every field under `needs` of a handoff's contract, of the receiving stage, of a variant of it or of the exit
itself, is known when the exit is taken: on every way from a start some stage `captures` it, the giving one
included, or cases are born with it (`brings`). An exit that `resets` a field makes it unknown again.

## Why it matters
Sales refuses a lead without a phone number, as agreed. Leads from the trade fair have none, because nobody there
asks for it. They go back and forth between two teams that both keep to the contract.

## Where
On the field under `needs`; the exit that the case is handed over by is shown with it, and so are other places
that read the field where it is missing for the same reason.

## Bad
```yaml
fields: {phone: {type: text}}
stages:
  web_contact: {start: true, owner: marketing_lead, captures: [phone], exits: [{to: mql}]}
  fair_contact: {start: true, owner: marketing_lead, exits: [{to: mql}]}
  mql: {owner: marketing_lead, exits: [{to: first_call}]}
  first_call:
    owner: sdr
    accepts: {needs: [phone], by: sdr, within: 4 business hours}
    exits: [{to: customer}]
  customer: {outcome: won, owner: sdr}
roles: {marketing_lead: {team: marketing}, sdr: {team: sales}}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
fields: {phone: {type: text}}
stages:
  web_contact: {start: true, owner: marketing_lead, captures: [phone], exits: [{to: mql}]}
  fair_contact: {start: {brings: [phone]}, owner: marketing_lead, exits: [{to: mql}]}
  mql: {owner: marketing_lead, exits: [{to: first_call}]}
  first_call:
    owner: sdr
    accepts: {needs: [phone], by: sdr, within: 4 business hours}
    exits: [{to: customer}]
  customer: {outcome: won, owner: sdr}
roles: {marketing_lead: {team: marketing}, sdr: {team: sales}}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where the receiver asks for it at the first call: then the contract does not need it, and `captures` there says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from processctl.journey import Journey
from processctl.journey.gaps import Gap
from processctl.rules.gap_words import field_names, found_gap
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find contracts that need what some way to the handoff has not recorded."""
    for gap in journey.gaps:
        handoff = gap.readings[0].handoff
        if handoff is None:
            continue
        source = journey.stages[handoff.edge.source]
        exit_ = Also(
            say('Stage "{stage}" hands cases over here.', stage=source.title),
            Place(handoff.exit.path),
        )
        receiver = handoff.edge.target
        found = found_gap(journey, gap, _message(journey, gap, receiver), _hint(gap), (exit_,))
        yield replace(found, witness=(*found.witness, receiver))


def _message(journey: Journey, gap: Gap, receiver: str) -> Message:
    stage, fields = journey.stages[receiver].title, field_names(journey, gap)
    if gap.way.reset is not None:
        return say(
            'Stage "{stage}" needs to know what was reset on the way there: {fields}.',
            stage=stage,
            fields=fields,
        )
    return say(
        'Stage "{stage}" needs to know what may never have been recorded of cases that begin in '
        'stage "{start}": {fields}.',
        stage=stage,
        start=journey.stages[gap.way.stages[0]].title,
        fields=fields,
    )


def _hint(gap: Gap) -> Message:
    if gap.way.reset is not None:
        return say('Record it again on the way ("captures"), or take it out of "resets".')
    return say('List it under "captures" of a stage on the way, or take it out of "needs".')


RULE = Rule("PC408", "handoff-needs-unknown", "error", __doc__, check)
