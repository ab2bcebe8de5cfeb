"""The contract of a handoff is missing, or not complete.

## What it checks
A stage that takes cases from another owner says under `accepts` (or the exit under `handoff`) three things:
who accepts a case (`by`), in what time (`within`), and what has to be known of it (`needs`). What is
missing is listed. `accepts: automatic` is a whole contract, and so is `accepts: here`, where the stage's
own deadline and its return take their place. Between two roles of one team this is a note.

## Why it matters
Marketing believes that it handed over a lead; sales never knew. Between "sent" and "accepted" is where
most leads are lost, because both teams are right.

## Where
On `accepts` of the receiving stage, or on `handoff` of the exit; where neither is there, on the id of the
stage. The exits that lead there are shown with it.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing_lead, exits: [{to: first_call}]}
  first_call:
    owner: sdr
    accepts: {by: sdr}
    exits: [{to: customer}]
  customer: {outcome: won, owner: sdr}
roles: {marketing_lead: {team: marketing}, sdr: {team: sales}}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing_lead, captures: [phone], exits: [{to: first_call}]}
  first_call:
    owner: sdr
    accepts: {by: sdr, within: 4 business hours, needs: [phone]}
    exits: [{to: customer}]
  customer: {outcome: won, owner: sdr}
fields: {phone: {type: text}}
roles: {marketing_lead: {team: marketing}, sdr: {team: sales}}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where a case needs no acceptance, because a system moves it and nobody could refuse it: `accepts: automatic`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Handoff, Journey, Terms
from processctl.rules.rule import Also, Everywhere, Found, Place, Rule, stage_at
from processctl.texts import Listing, Message, say

_KEYS = ("by", "within", "needs")


def check(journey: Journey) -> Iterator[Found]:
    """Find receiving stages whose contract is not complete."""
    for name, handoffs in _by_receiver(journey).items():
        lacking = [(handoff, _missing(handoff.terms)) for handoff in handoffs]
        lacking = [(handoff, missing) for handoff, missing in lacking if missing]
        if not lacking:
            continue
        missing = tuple(key for key in _KEYS if any(key in keys for _, keys in lacking))
        stage = journey.stages[name]
        there = any(handoff.terms is not None for handoff, _ in lacking)
        message = (
            say(
                'The contract of stage "{stage}" lacks {keys}.',
                stage=stage.title,
                keys=Listing(missing),
            )
            if there
            else say('Nothing says how a case is accepted in stage "{stage}".', stage=stage.title)
        )
        yield Found(
            message,
            _place(journey, name, lacking[0][0]),
            hint=_hint(missing),
            also=tuple(
                Also(
                    say(
                        'Stage "{stage}" hands cases over here.',
                        stage=journey.stages[handoff.edge.source].title,
                    ),
                    Place(handoff.exit.path),
                )
                for handoff, _ in lacking
            ),
            ids=missing,
            severity="error" if any(handoff.across for handoff, _ in lacking) else "info",
        )


def _by_receiver(journey: Journey) -> dict[str, list[Handoff]]:
    found: dict[str, list[Handoff]] = {}
    for handoff in journey.handoffs:
        stage = journey.stages[handoff.edge.target]
        if stage.readable("accepts") and handoff.exit.readable("handoff"):
            found.setdefault(stage.id, []).append(handoff)
    return found


def _missing(terms: Terms | None) -> tuple[str, ...]:
    if terms is None:
        return _KEYS
    if terms.mode != "declared" or not terms.readable:
        return ()
    return tuple(key for key in _KEYS if not getattr(terms, key))


def _place(journey: Journey, stage: str, handoff: Handoff) -> Place:
    if journey.stages[stage].accepts is None and handoff.exit.handoff is not None:
        return Place(handoff.exit.handoff.path)
    return stage_at(stage, "accepts") if journey.stages[stage].accepts else stage_at(stage)


def _hint(missing: tuple[str, ...]) -> Message:
    words = {
        "by": say('who accepts it ("by")'),
        "within": say('in what time ("within")'),
        "needs": say('what has to be known ("needs")'),
    }
    parts = Listing(tuple(words[key] for key in missing), quoted=False)
    return say('Say under "accepts" {parts}.', parts=parts)


def _population(journey: Journey) -> int:
    return len({handoff.edge.target for handoff in journey.handoffs})


def _none_is_complete(count: int) -> Message:
    return say("No handoff has a complete contract ({count} receiving stages).", count=count)


RULE = Rule(
    "PC402",
    "handoff-without-contract",
    "error",
    __doc__,
    check,
    Everywhere("stages", _population, _none_is_complete),
)
