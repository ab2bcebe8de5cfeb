"""The work of a stage depends on one person.

## What it checks
A stage that has to be left in time is owned by a role that several people hold, or that has a `backup`. A person who owns a stage in which anything is left to do has somebody under `stand_in`, below `away`.

## Why it matters
The one person is ill for a week, the clock runs, and the customer hears nothing. Nobody else knows that it was theirs to answer.

## Where
On the id of the role, with its stages; on `owner` where a person owns a stage. Where no role has a stand-in, once on `roles`.

## Bad
```yaml
people: {anna: {}}
roles: {sdr: {held_by: [anna]}}
stages: {new_lead: {start: true, owner: sdr, within: 1 day}}
```

## Good
```yaml
people: {anna: {}, ben: {}}
roles: {sdr: {held_by: [anna], backup: ben}}
stages: {new_lead: {start: true, owner: sdr, within: 1 day}}
```

## When to disagree
In a company of one: then there is nobody to name, and the rule can be switched off.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.stage import Stage
from processctl.rules.pc2_ownership.clocks import with_a_clock
from processctl.rules.rule import Also, Everywhere, Found, Place, Rule, stage_at
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find roles and people on whom alone a deadline depends."""
    for role, stages in _roles_with_a_clock(journey).items():
        element = journey.model.roles[role]
        if len(element.held_by) == 1 and element.held_by[0].known and element.lacks("backup"):
            yield Found(
                say(
                    'Only "{person}" holds role "{role}", and nobody stands in.',
                    person=journey.model.people[element.held_by[0].id].title,
                    role=element.title,
                ),
                Place(("roles", role), at_key=True),
                hint=say(
                    'Name who stands in, "backup: " and a person or role, or a second holder.'
                ),
                also=tuple(_owned(journey, stage) for stage in stages),
            )
    for stage, person in _of_people(journey):
        if not _has_stand_in(journey, person):
            yield Found(
                say(
                    'Stage "{stage}" depends on "{person}" alone.',
                    stage=stage.title,
                    person=journey.model.people[person].title,
                ),
                Place((*stage.path, "owner")),
                hint=say("Let a role own the stage, with several holders or a backup."),
            )


def _roles_with_a_clock(journey: Journey) -> dict[str, list[str]]:
    """The roles of this workspace that own stages with a deadline, each with those stages."""
    found: dict[str, list[str]] = {}
    for stage in with_a_clock(journey):
        owner = journey.owners.get(stage.id)
        if owner is not None and owner.kind == "roles" and not journey.model.roles[owner.id].shared:
            found.setdefault(owner.id, []).append(stage.id)
    return found


def _of_people(journey: Journey) -> Iterator[tuple[Stage, str]]:
    """The stages that a person owns and in which a case does not end."""
    for name, owner in journey.owners.items():
        if owner.kind == "people" and name not in journey.final:
            yield journey.stages[name], owner.id


def _has_stand_in(journey: Journey, person: str) -> bool:
    found = journey.model.people[person]
    return (
        found.shared
        or not found.readable("away")
        or (found.away is not None and found.away.stand_in is not None)
    )


def _owned(journey: Journey, stage: str) -> Also:
    title = journey.stages[stage].title
    return Also(say('Stage "{stage}" has a deadline.', stage=title), stage_at(stage, "within"))


def _population(journey: Journey) -> int:
    return len(_roles_with_a_clock(journey)) + sum(1 for _ in _of_people(journey))


EVERYWHERE = Everywhere(
    "roles",
    _population,
    lambda count: say("Nobody has a stand-in ({count} roles and people).", count=count),
)
RULE = Rule("PC204", "no-stand-in", "warning", __doc__, check, EVERYWHERE)
