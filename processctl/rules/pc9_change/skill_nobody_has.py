"""A skill is needed, and nobody has it.

## What it checks
A skill that some stage needs (`needed_in`) is held by somebody (`held_by`).

## Why it matters
The case comes to a stage where nobody can do what it needs. It is done badly, or put aside for the one who left last year.

## Where
On the id of the skill; where nobody has any of the skills, once on `skills`.

## Bad
```yaml
stages: {offer: {start: true}}
skills: {solution_selling: {needed_in: [offer]}}
```

## Good
```yaml
people: {anna: {}}
stages: {offer: {start: true}}
skills: {solution_selling: {needed_in: [offer], held_by: [anna]}}
```

## When to disagree
Where no people are named in the file at all: then switch the rule off, and keep that list where names may stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.aims import Skill
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Listing, Message, Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find skills that stages need and nobody has."""
    for skill in _needed(journey):
        if skill.lacks("held_by"):
            stages = tuple(
                journey.model.stages[stage.id].title for stage in skill.needed_in if stage.known
            )
            yield Found(
                say(
                    'The skill "{skill}" is needed in {stages}, and nobody has it.',
                    skill=skill.title,
                    stages=Listing(stages),
                ),
                Place(skill.path, at_key=True),
                hint=_hint(),
            )


def _needed(journey: Journey) -> Iterator[Skill]:
    """The skills that a stage in force needs."""
    for skill in journey.model.skills.values():
        if not skill.shared and any(stage.id in journey.stages for stage in skill.needed_in):
            yield skill


def _hint() -> Message:
    return say('Name who has it, "held_by", or plan how somebody learns it: "improvements".')


EVERYWHERE = Everywhere(
    "skills",
    lambda journey: sum(1 for _ in _needed(journey)),
    lambda count: say(
        "Nobody has any of the skills that the stages need ({skills}).",
        skills=Quantity("{count} skill", "{count} skills", count),
    ),
)
RULE = Rule("PC910", "skill-nobody-has", "warning", __doc__, check, EVERYWHERE)
