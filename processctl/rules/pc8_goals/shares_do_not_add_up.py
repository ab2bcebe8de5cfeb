"""The shares of a stage's exits do not add up, or contradict its chance of winning.

## What it checks
Of a stage that is no result and says a `share` on its exits in force:

- the shares make exactly 1 where every exit has one, and nothing else leads out: no deadline, no `silent`, no `full`, and the stage does not wait (`waits`);
- otherwise they make at most 1, and what is left goes the other ways.

Where a stage says its `chance` of winning, the shares agree with it: within five hundredths they give the same as the chances
of the stages they lead to. Won is 1, lost is 0, a `chance` that is said counts as it is, and through stages that say none it
is computed from their shares. What the file leaves open, a way without a share or a circle in which no stage says its chance,
may be anything from 0 to 1: only what cannot be is found.

## Why it matters
Whoever plans next year's customers, money and people multiplies these numbers. Where they make 1.1, customers are promised
who do not exist.

## Where
On `exits` of the stage, or on its `chance`.

## Bad
```yaml
stages:
  offer:
    start: true
    exits:
      - {to: customer, when: {says: They sign}, share: 0.5}
      - {to: closed_lost, when: otherwise, share: 0.4}
  customer: {outcome: won}
  closed_lost: {outcome: lost}
```

## Good
```yaml
stages:
  offer:
    start: true
    chance: 0.6
    exits:
      - {to: customer, when: {says: They sign}, share: 0.6}
      - {to: closed_lost, when: otherwise, share: 0.4}
  customer: {outcome: won}
  closed_lost: {outcome: lost}
```

## When to disagree
Where a number was counted and rounded: round it so that the shares make 1, as 0.33, 0.33 and 0.34 do.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from processctl.journey import Journey
from processctl.model.stage import Stage
from processctl.rules.pc8_goals.chances import Range, chances
from processctl.rules.pc8_goals.shares import Shares, shares_of
from processctl.rules.rule import Found, Rule, stage_at
from processctl.texts import Message, say

_NEAR = Fraction(1, 20)


def check(journey: Journey) -> Iterator[Found]:
    """Find shares that make another sum than they have to, or another chance than the stage says."""
    shares = shares_of(journey)
    for name, found in shares.items():
        message = _of_sum(journey.stages[name], found)
        if message is not None:
            yield Found(
                message,
                stage_at(name, "exits"),
                hint=say('Look at last year\'s cases, and mend "share" on the exits.'),
                ids=("sum",),
            )
    for name, given in chances(journey, shares).items():
        stage = journey.stages[name]
        if stage.chance is not None:
            message = _of_chance(stage, stage.chance, given)
            if message is not None:
                yield Found(
                    message,
                    stage_at(name, "chance"),
                    hint=say('Mend "chance", or "share" on the exits: one of them is wrong.'),
                    ids=("chance",),
                )


def _of_sum(stage: Stage, shares: Shares) -> Message | None:
    if shares.sum > 1:
        return say(
            'The shares of the exits of stage "{stage}" make {sum}, and can be 1 at the most.',
            stage=stage.title,
            sum=_decimal(shares.sum),
        )
    if shares.sum < 1 and shares.is_whole:
        return say(
            'The shares of the exits of stage "{stage}" make {sum}, and have to make 1.',
            stage=stage.title,
            sum=_decimal(shares.sum),
        )
    return None


def _of_chance(stage: Stage, chance: Fraction, given: Range) -> Message | None:
    low, high = given
    if low - _NEAR <= chance <= high + _NEAR:
        return None
    if low == high:
        return say(
            'In stage "{stage}" the chance of winning is {chance}, and the shares give {given}.',
            stage=stage.title,
            chance=_decimal(chance),
            given=_decimal(low),
        )
    if chance > high:
        return say(
            'In stage "{stage}" the chance of winning is {chance}, and the shares give {given} at the '
            "most.",
            stage=stage.title,
            chance=_decimal(chance),
            given=_decimal(high),
        )
    return say(
        'In stage "{stage}" the chance of winning is {chance}, and the shares give {given} at least.',
        stage=stage.title,
        chance=_decimal(chance),
        given=_decimal(low),
    )


def _decimal(number: Fraction) -> str:
    """A number as one would write it: whole as it is where it ends soon, else to three places."""
    for places in (*range(7), 3):
        scaled = number * 10**places
        if scaled.denominator == 1:
            break
    whole, rest = divmod(round(scaled), 10**places)
    return f"{whole}.{rest:0{places}d}" if places else str(whole)


RULE = Rule("PC811", "shares-do-not-add-up", "warning", __doc__, check)
