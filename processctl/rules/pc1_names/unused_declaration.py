"""Something is declared that nothing uses.

## What it checks
Every team, role, system, field, criterion and segment of a process is named somewhere. Of people [person-in-no-role](person-in-no-role.md) speaks, of a field that is recorded and never read [field-never-used](field-never-used.md).

## Why it matters
A newcomer learns a word that means nothing here. And the criterion that was written with care decides nothing, though everybody thinks that it does.

## Where
On the id of what is not used.

## Bad
```yaml
roles: {sdr: {}}
criteria: {ready: {judged_by: sdr}, ripe: {judged_by: sdr}}
stages:
  new_lead: {start: true, owner: sdr, exits: [{to: customer, when: ready}]}
  customer: {outcome: won}
```

## Good
```yaml
roles: {sdr: {}}
criteria: {ready: {judged_by: sdr}}
stages:
  new_lead: {start: true, owner: sdr, exits: [{to: customer, when: ready}]}
  customer: {outcome: won}
```

## When to disagree
When other workspaces use it by `uses`: then it belongs into a workspace without stages, which is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.criteria import names
from processctl.journey import Journey
from processctl.rules.pc1_names.kinds import kind
from processctl.rules.repair import Remove, Repair
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say

_SECTIONS = ("teams", "roles", "systems", "fields", "criteria", "segments")


def check(journey: Journey) -> Iterator[Found]:
    """Find declarations that nothing names."""
    # What cannot be read, or a stage that is not there, may name it; a workspace without stages is a vocabulary for others.
    workspace = journey.model.workspace
    lost = any(not one.known and "stages" in one.wanted for one in journey.model.references)
    if lost or workspace.unread or not (workspace.complete and journey.model.stages):
        return
    used = _used(journey)
    for section in _SECTIONS:
        for name, element in getattr(journey.model, section).items():
            if not element.shared and (section, name) not in used:
                yield Found(
                    say(
                        'This is used nowhere: {kind} called "{name}".',
                        kind=kind(section),
                        name=element.title,
                    ),
                    Place((section, name), at_key=True),
                    hint=say("Name it where it is meant to be used, or take it away."),
                    repair=Repair("unsafe", (Remove((section, name), 1),)),
                )


def _used(journey: Journey) -> set[tuple[str, str]]:
    """What is named, by section and id: by references, in conditions, and by names misspelt."""
    model = journey.model
    used = {(one.section, one.id) for one in model.references if one.section is not None}
    for expression in model.expressions:
        for word in names(expression.tree) if expression.tree is not None else ():
            used |= {(section, word.id) for section in ("fields", "criteria", "segments")}
    return used | journey.meant_by_mistake


RULE = Rule("PC102", "unused-declaration", "warning", __doc__, check, repairs="unsafe")
