"""A stage belongs to a team without a lead, or to a role that nobody holds.

## What it checks
Every role that owns a stage is held by somebody (`held_by`), and every team that owns one has a `lead`.
External teams are passed over: their people are theirs to name. So are roles that work from a queue, whose
fallback is asked for instead.

## Why it matters
An owner on paper calls no customer. When a lead has waited too long, there is nobody to ask.

## Where
On the id of the role or team; the stages that it owns are shown with it.

## Bad
```yaml
roles: {sdr: {}}
stages:
  new_lead: {owner: sdr}
```

## Good
```yaml
roles: {sdr: {held_by: [pekka]}}
people: {pekka: {}}
stages:
  new_lead: {owner: sdr}
```

## When to disagree
A post that is vacant: say so in an `ignore`, with the day by which it is to be filled.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.people import Role, Team
from processctl.rules.rule import Also, Everywhere, Found, Place, Rule, stage_at
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find owners behind whom nobody stands."""
    for party, stages in _owners(journey).items():
        section, name = party
        element = getattr(journey.model, section)[name]
        if not _is_nobody(element):
            continue
        if isinstance(element, Team):
            message = say('Team "{team}" owns stages and has no lead.', team=element.title)
            hint = say('Name the lead: "lead: " and a role or a person.')
        else:
            message = say('Role "{role}" owns stages, and nobody holds it.', role=element.title)
            hint = say('Name who holds it: "held_by: " and a list of people.')
        owned = tuple(
            Also(
                say('Stage "{stage}" is owned here.', stage=journey.stages[stage].title),
                stage_at(stage, "owner"),
            )
            for stage in stages
        )
        yield Found(message, Place((section, name), at_key=True), hint=hint, also=owned)


def _owners(journey: Journey) -> dict[tuple[str, str], list[str]]:
    """The roles and teams that own stages, each with its stages."""
    owners: dict[tuple[str, str], list[str]] = {}
    for stage, owner in journey.owners.items():
        if owner.kind in ("roles", "teams"):
            owners.setdefault((owner.kind, owner.id), []).append(stage)
    return owners


def _is_asked(element: Team | Role) -> bool:
    """Whether somebody has to stand behind a party, and this workspace has to say who."""
    if element.shared:
        return False  # its own workspace is asked
    if isinstance(element, Team):
        return not element.external
    # Nobody holds a queue; who takes what is left there is 210's question.
    return element.assigns is None or element.assigns.how != "queue"


def _is_nobody(element: Team | Role) -> bool:
    return _is_asked(element) and element.lacks("lead" if isinstance(element, Team) else "held_by")


def _population(journey: Journey) -> int:
    return sum(
        _is_asked(getattr(journey.model, section)[name]) for section, name in _owners(journey)
    )


def _nobody_at_all(count: int) -> Message:
    return say("Nobody stands behind any owner of a stage ({count} roles and teams).", count=count)


RULE = Rule(
    "PC203",
    "nobody-in-particular",
    "warning",
    __doc__,
    check,
    Everywhere("roles", _population, _nobody_at_all),
)
