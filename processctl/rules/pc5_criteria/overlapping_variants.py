"""A case is of two segments for which a stage says different things.

## What it checks
Where `varies` says different things for two segments under the same key, no case is of both. Segments without a test are
passed over.

## Why it matters
For companies from 20 to 60 thousand the trial lasts two weeks, from 60 thousand on four. Whoever spends exactly 60 thousand
is promised both.

## Where
On the later segment under `varies`.

## Bad
```yaml
fields: {budget: {type: money, min: 0}}
segments: {middle: {test: budget >= 20000 and budget <= 60000}, large: {test: budget >= 60000}}
stages:
  trial:
    start: {brings: [budget]}
    varies: {middle: {within: 2 weeks}, large: {within: 4 weeks}}
    exits: [{to: customer, when: otherwise}]
  customer: {outcome: won}
```

## Good
```yaml
fields: {budget: {type: money, min: 0}}
segments: {middle: {test: budget >= 20000 and budget < 60000}, large: {test: budget >= 60000}}
stages:
  trial:
    start: {brings: [budget]}
    varies: {middle: {within: 2 weeks}, large: {within: 4 weeks}}
    exits: [{to: customer, when: otherwise}]
  customer: {outcome: won}
```

## When to disagree
Where the first segment that fits is to count: it does, and the finding may be silenced with that reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from processctl.journey import Journey
from processctl.model.stage import Stage, Variant
from processctl.proofs import proofs_of
from processctl.rules.pc5_criteria.showing import shown_values
from processctl.rules.rule import Also, Found, Given, Place, Rule
from processctl.texts import say

_KEYS = ("owner", "within", "late", "idle", "captures", "does", "accepts")
_COMPARED = 20  # of so many segments of one stage each pair is looked at


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find segments that some case is of both."""
    for stage in journey.stages.values():
        for earlier, later in combinations(_tested(journey, stage)[:_COMPARED], 2):
            if not _differ(earlier, later):
                continue
            one, other = earlier.segment.id, later.segment.id
            common = proofs_of(journey).common_cases(stage.id, one, other)
            if common is None:
                continue
            shown = shown_values(journey, given, *common)
            segments = journey.model.segments
            yield Found(
                say(
                    'A case in stage "{stage}" can be of the segments "{one}" and "{other}", for which it says '
                    "different things.",
                    stage=stage.title,
                    one=segments[one].title,
                    other=segments[other].title,
                ),
                Place(later.path, at_key=True),
                hint=say("Let the tests of the segments exclude each other."),
                also=(Also(say("This is the other one."), Place(earlier.path, at_key=True)),),
                witness=shown.way,
                case=shown.values,
                story=shown.story,
                ids=(one, other),
            )


def _tested(journey: Journey, stage: Stage) -> list[Variant]:
    segments = journey.model.segments
    return [
        variant
        for variant in stage.varies
        if variant.segment.known
        and segments[variant.segment.id].test is not None
        and journey.sound(segments[variant.segment.id].test)
    ]


def _differ(one: Variant, other: Variant) -> bool:
    """Whether two variants say different things under one key."""
    return any(
        getattr(one, key) not in ((), None)
        and getattr(other, key) not in ((), None)
        and _said(one, key) != _said(other, key)
        for key in _KEYS
    )


def _said(variant: Variant, key: str) -> object:
    held = getattr(variant, key)
    if key in ("owner", "captures"):
        return frozenset(reference.id for reference in held)
    return held if key == "within" else id(held)


RULE = Rule("PC513", "overlapping-variants", "warning", __doc__, judge=judge)
