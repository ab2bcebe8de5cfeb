"""A person has to judge, and nobody is named who does.

## What it checks
Where no test decides, somebody does: who is named under `judged_by`, else the owner of the stage where
the question is asked, or of the feedback that depends on it. A criterion that nothing uses is not asked.

## Why it matters
"Is this lead ready?" is answered by whoever is bravest, differently each time, or by nobody. Then the
lead waits.

## Where
On the criterion, or on the `when` of the exit that only a person can decide.

## Bad
```yaml
teams: {sales: {}, marketing: {}}
criteria: {good_lead: {says: The lead was worth the call}}
feedback:
  lead_quality: {from: sales, to: marketing, when: good_lead}
```

## Good
```yaml
teams: {sales: {}, marketing: {}}
roles: {sdr: {team: sales}}
criteria: {good_lead: {says: The lead was worth the call, judged_by: sdr}}
feedback:
  lead_quality: {from: sales, to: marketing, when: good_lead}
```

## When to disagree
Never for long: a judgement without a judge is a habit of somebody, and goes when they go.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.owner import lacks_owner
from processctl.model.condition import Condition, Judgement
from processctl.model.customer_data import Criterion
from processctl.model.stage import Stage
from processctl.reading.problem import Path
from processctl.rules.rule import Also, Found, Place, Rule, stage_at
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find judgements that nobody is named for, where no owner can make them."""
    unowned = [stage for stage in journey.stages.values() if lacks_owner(stage)]
    for stage in unowned:
        for exit_ in stage.exits:
            when = exit_.when
            if exit_.live and isinstance(when, Judgement) and when.lacks("judged_by"):
                yield Found(
                    say("Only a person can decide this, and nobody is named who does."),
                    Place(when.path),
                    hint=say('Name who decides ("judged_by"), or an owner of the stage.'),
                    also=(_no_owner(stage),),
                )
    for criterion, stages, asked in _unjudged(journey, unowned):
        yield Found(
            say(
                'Only a person can judge "{criterion}", and nobody is named who does.',
                criterion=criterion.title,
            ),
            Place(criterion.path, at_key=True),
            hint=say('Name who decides: "judged_by: " and a role, a team or a person.'),
            also=(
                *map(_no_owner, stages),
                *(
                    Also(say("It is asked here, where nobody answers."), Place(path))
                    for path in asked
                ),
            ),
            about=(*(stage.id for stage in stages), f"criteria.{criterion.id}"),
        )


def _no_owner(stage: Stage) -> Also:
    return Also(say('Stage "{stage}" has no owner.', stage=stage.title), stage_at(stage.id))


def _unjudged(
    journey: Journey, unowned: list[Stage]
) -> Iterator[tuple[Criterion, list[Stage], list[Path]]]:
    """Criteria without test and judge, with the stages and feedback where nobody answers for them."""
    stages: dict[str, list[Stage]] = {}
    for stage in unowned:
        for name in _asked(journey, *_conditions(journey, stage)):
            stages.setdefault(name, []).append(stage)
    loops: dict[str, list[Path]] = {}
    for loop in journey.model.feedback.values():
        if loop.live and loop.lacks("owner") and loop.when is not None:
            for name in _asked(journey, loop.when):
                loops.setdefault(name, []).append(loop.when.path)
    # Who answers where a stage has an owner has the answer for the feedback as well.
    owned = [stage for stage in journey.stages.values() if not lacks_owner(stage)]
    answered = {name for one in owned for name in _asked(journey, *_conditions(journey, one))}
    for criterion in journey.model.criteria.values():
        without = stages.get(criterion.id, [])
        asked = [] if criterion.id in answered else loops.get(criterion.id, [])
        lacks_both = criterion.lacks("test") and criterion.lacks("judged_by")
        if lacks_both and not criterion.shared and (without or asked):
            yield criterion, without, asked


def _conditions(journey: Journey, stage: Stage) -> Iterator[Condition | None]:
    yield stage.entry
    yield stage.start.when if stage.start is not None else None
    yield from (exit_.when for exit_ in stage.exits if exit_.live)
    for variant in stage.varies:
        segment = journey.model.segments.get(variant.segment.id)
        yield segment.test if segment is not None else None


def _asked(journey: Journey, *conditions: Condition | None) -> list[str]:
    """The judgements that conditions come down to, each once, in a fixed order."""
    found: set[str] = set()
    for condition in conditions:
        found |= journey.conditions.judgements(condition)
    return sorted(found)


RULE = Rule("PC509", "judgement-without-judge", "warning", __doc__, check)
