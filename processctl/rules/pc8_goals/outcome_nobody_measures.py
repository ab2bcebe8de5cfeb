"""Nobody measures how many cases are won, or lost.

## What it checks
Where there are metrics, one looks at each outcome that counts as won or lost: it counts the outcome or one of its stages, or
names one in `times` or `ratio`. A ratio that ends in such a stage says how many do not get there, so that it measures the
lost ones and the won ones both. Where a metric of quality or outcome names no stage at all, it may measure any of them, and
the rule is silent.

## Why it matters
Ten new customers are a good month if twelve were possible, and a poor one if forty were. Who counts only those who bought
never asks about the others.

## Where
On `outcome` of the first stage that counts so; the others are shown with it. Where no such outcome is measured, once on
`metrics`.

## Bad
```yaml
stages:
  first_call: {start: true, exits: [{to: customer, when: {says: They buy}}, {to: closed_lost, when: otherwise}]}
  customer: {outcome: won}
  closed_lost: {outcome: lost}
metrics:
  customers: {kind: outcome, counts: customer}
```

## Good
```yaml
stages:
  first_call: {start: true, exits: [{to: customer, when: {says: They buy}}, {to: closed_lost, when: otherwise}]}
  customer: {outcome: won}
  closed_lost: {outcome: lost}
metrics:
  customers: {kind: outcome, counts: customer}
  losses: {kind: quality, counts: lost}
```

## When to disagree
Never for what is won. For what is lost, where nobody comes in who could be lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.journey import is_dead_end
from processctl.model.reference import Reference
from processctl.rules.pc8_goals.measuring import are_readable, points
from processctl.rules.rule import Also, Everywhere, Found, Rule, stage_at
from processctl.texts import Message, Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find outcomes that no metric looks at."""
    metrics = journey.model.metrics.values()
    if not metrics or not are_readable(journey):
        return
    if any(
        metric.kind in ("quality", "outcome", None) and not points(metric) for metric in metrics
    ):
        return
    if any(_may_be_result(journey, point) for metric in metrics for point in points(metric)):
        return
    measured = {_word(journey, point) for metric in metrics for point in points(metric)}
    ends = {_word(journey, metric.ratio[-1]) for metric in metrics if metric.ratio}
    whole = any(word is not None and journey.model.outcomes[word] != "neutral" for word in ends)
    for word, stages in _results(journey).items():
        if word in measured or whole:
            continue
        yield Found(
            _message(journey, word),
            stage_at(stages[0], "outcome"),
            hint=say('Add a metric that says so: "counts: {outcome}".', outcome=word),
            also=tuple(
                Also(
                    say('Stage "{stage}" counts so, too.', stage=journey.stages[stage].title),
                    stage_at(stage, "outcome"),
                )
                for stage in stages[1:]
            ),
            ids=(word,),
        )


def _may_be_result(journey: Journey, point: Reference) -> bool:
    """Whether a metric looks at a dead end, which is often a result that does not say so."""
    return point.id in journey.stages and is_dead_end(journey, point.id)


def _word(journey: Journey, point: Reference) -> str | None:
    """The outcome that a metric looks at where it names one, or a stage of it."""
    if point.section == "outcomes":
        return point.id
    stage = journey.stages.get(point.id)
    word = stage.outcome if stage is not None else None
    return word if word in journey.model.outcomes else None


def _results(journey: Journey) -> dict[str, list[str]]:
    """The stages of each outcome that counts as won or lost."""
    found: dict[str, list[str]] = {}
    for name, kind in journey.outcomes.items():
        word = journey.stages[name].outcome
        if kind != "neutral" and word is not None and name in journey.reachable:
            found.setdefault(word, []).append(name)
    return found


def _message(journey: Journey, word: str) -> Message:
    if word == "won":
        return say("Nobody measures how many cases are won.")
    if word == "lost":
        return say("Nobody measures how many cases are lost.")
    outcome = (journey.model.process.outcomes or {})[word]
    return say('Nobody measures how many cases end as "{outcome}".', outcome=outcome.name or word)


EVERYWHERE = Everywhere(
    "metrics",
    lambda journey: len(_results(journey)),
    lambda count: say(
        "No metric measures how many cases are won or lost ({outcomes}).",
        outcomes=Quantity("{count} outcome", "{count} outcomes", count),
    ),
)
RULE = Rule("PC808", "outcome-nobody-measures", "warning", __doc__, check, EVERYWHERE)
