"""Nothing ends the time that a case may stay in a stage.

## What it checks
Every stage that is no result has `within`, a deadline exit (`late` or `idle` with `to`), or an exit
whose condition counts days and so comes true by itself. The variants of a stage are looked at too.
Where it is proved that a case can fit no exit unless somebody judges so, that case is shown.

## Why it matters
A lead without a deadline is a lead that is called tomorrow. Nobody is late, so nobody is asked.

## Where
On the id of the stage.

## Bad
```yaml
stages:
  new_lead: {start: true, exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
stages:
  new_lead: {start: true, within: 1 business day, exits: [{to: customer}]}
  customer: {outcome: won}
```

## When to disagree
A stage where cases rightly rest for years: give it a long deadline, so that somebody looks.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.stage import Clocked, Stage
from processctl.proofs import proofs_of
from processctl.rules.pc5_criteria.showing import shown_hole
from processctl.rules.rule import Found, Given, Rule, stage_at
from processctl.texts import Listing, Message, say


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find stages in which a case may stay for ever."""
    for stage in journey.stages.values():
        if stage.id in journey.outcomes or not stage.readable(
            "within", "late", "idle", "exits", "varies", "outcome", "continues"
        ):
            continue
        if _ends(stage) or any(_counts_down(journey, stage)):
            continue
        without = [variant for variant in stage.varies if not _ends(variant)]
        hole = proofs_of(journey).verdicts[stage.id].hole
        shown = shown_hole(journey, given, hole) if hole is not None else None
        yield Found(
            _message(journey, stage, tuple(variant.segment.id for variant in without)),
            stage_at(stage.id),
            hint=say(
                'Set the longest time ("within: 2 business days"), and what happens then ("late").'
            ),
            witness=shown.way if shown else (),
            case=shown.values if shown else (),
            story=shown.story if shown else (),
        )


def _ends(part: Clocked) -> bool:
    return part.within is not None or any(step.to is not None for step in (*part.late, *part.idle))


def _counts_down(journey: Journey, stage: Stage) -> Iterator[bool]:
    for exit_ in stage.exits:
        if exit_.live:
            yield journey.conditions.counts_down(exit_.when)


def _message(journey: Journey, stage: Stage, without: tuple[str, ...]) -> Message:
    if not stage.varies:
        return say('A case may stay in stage "{stage}" for ever.', stage=stage.title)
    segments = journey.model.segments
    named = tuple(segments[name].title for name in without if name in segments)
    if not named:
        return say(
            'A case of none of the segments under "varies" may stay in stage "{stage}" for ever.',
            stage=stage.title,
        )
    return say(
        'A case may stay in stage "{stage}" for ever, also one of the segments {segments}.',
        stage=stage.title,
        segments=Listing(named),
    )


RULE = Rule("PC306", "stage-without-deadline", "warning", __doc__, judge=judge)
