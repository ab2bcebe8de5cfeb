"""One way from stage to stage is written twice, and the two do not agree.

## What it checks
Several exits in force between the same two stages have the same contract and the same limit (`at_most`, `then`).
And where two of their conditions each rest on one field alone, and on the same, they compare it with the same
numbers.

Contract and limit may differ where no case could take either as it likes: beside `otherwise`, under `in_order`,
between a condition and its `not`, between two values of one field, and where a person decides. A return is not
compared with an exit that is none, and one without a limit is told by 407.

## Why it matters
One page says two hours, another one business day. Whoever is late points at the other page, and the customer
has waited either way.

## Where
On the later exit; the earlier one is shown with it. One finding for each pair of stages.

## Bad
```yaml
stages:
  new_lead:
    start: {from: [Web form]}
    owner: sdr
    captures: [score]
    exits: [{to: offer, when: score >= 50}, {to: offer, when: score >= 70}]
  offer: {owner: sdr, exits: [{to: customer}]}
  customer: {owner: sdr, outcome: won}
fields: {score: {type: integer}}
roles: {sdr: {}}
```

## Good
```yaml
stages:
  new_lead:
    start: {from: [Web form]}
    owner: sdr
    captures: [score]
    exits: [{to: offer, when: score >= 50}, {to: closed_lost, when: score < 50}]
  offer: {owner: sdr, exits: [{to: customer}]}
  customer: {owner: sdr, outcome: won}
  closed_lost: {owner: sdr, outcome: lost}
fields: {score: {type: integer}}
roles: {sdr: {}}
```

## When to disagree
Where both are meant and a case is to have the better of the two: say so in an `ignore` on the later exit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from processctl.journey import Journey, Terms
from processctl.model.condition import Expression, Otherwise
from processctl.model.exit import Exit
from processctl.model.reference import Reference
from processctl.model.stage import Stage
from processctl.reading.problem import Path
from processctl.rules.pc4_handoffs.exclusion import Numbers, exclude
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Message, say

_KEYS = ("return", "handoff", "at_most", "then", "when", "status")
_COMPARED = 20  # of so many exits between two stages each pair is looked at; nobody writes more


def check(journey: Journey) -> Iterator[Found]:
    """Find exits between the same two stages that contradict each other."""
    numbers = Numbers(journey)
    terms = {handoff.exit.path: handoff.terms for handoff in journey.handoffs}
    for stage in journey.stages.values():
        for exits in _twins(journey, stage).values():
            for earlier, later in combinations(exits[:_COMPARED], 2):
                difference = _difference(terms, numbers, stage, earlier, later)
                if difference is not None:
                    yield _found(journey, stage, earlier, later, difference)
                    break


def _twins(journey: Journey, stage: Stage) -> dict[str, list[Exit]]:
    """The exits in force by the stage that they lead to."""
    found: dict[str, list[Exit]] = {}
    for exit_ in stage.exits:
        if exit_.status not in ("live", "trial") or exit_.to is None or not exit_.to.known:
            continue
        target = journey.model.stages.get(exit_.to.id)
        if target is None or target.live:
            found.setdefault(exit_.to.id, []).append(exit_)
    return found


def _difference(
    terms: Mapping[Path, Terms | None], numbers: Numbers, stage: Stage, one: Exit, other: Exit
) -> Message | None:
    """What two exits say differently and should not."""
    if one.returns != other.returns or not (one.readable(*_KEYS) and other.readable(*_KEYS)):
        return None
    if not _exclude(numbers, stage, one, other):
        mine, theirs = terms.get(one.path), terms.get(other.path)
        if mine and theirs and mine.readable and theirs.readable and _says(mine) != _says(theirs):
            return say("it has another contract")
        is_told = one.returns and None in (one.at_most, other.at_most)
        if not is_told and _limit(one) != _limit(other):
            return say("it has another limit")
    if numbers.differ(one.when, other.when):
        return say("its condition has other numbers")
    return None


def _says(terms: Terms) -> object:
    needs = {item.id if isinstance(item, Reference) else item for item in terms.needs}
    silent = terms.silent
    consequence = (
        ({who.id for who in silent.tell}, silent.to.id if silent.to else None) if silent else None
    )
    return terms.mode, needs, {who.id for who in terms.by}, terms.within, consequence


def _limit(exit_: Exit) -> tuple[int | None, str | None]:
    return exit_.at_most, exit_.then.id if exit_.then is not None else None


def _exclude(numbers: Numbers, stage: Stage, one: Exit, other: Exit) -> bool:
    """Whether no case could take either of two exits as it likes."""
    if stage.in_order or not stage.readable("in_order"):
        return True
    conditions = (one.when, other.when)
    if any(isinstance(condition, Otherwise) for condition in conditions):
        return True
    if any(condition is not None and numbers.is_judged(condition) for condition in conditions):
        return True
    trees = [
        condition.tree if isinstance(condition, Expression) else None for condition in conditions
    ]
    return trees[0] is not None and trees[1] is not None and exclude(trees[0], trees[1])


def _found(
    journey: Journey, stage: Stage, earlier: Exit, later: Exit, difference: Message
) -> Found:
    assert later.to is not None  # noqa: S101 - twins lead somewhere
    target = journey.model.stages.get(later.to.id)
    return Found(
        say(
            'A second exit leads from stage "{stage}" to stage "{target}", and {difference}.',
            stage=stage.title,
            target=target.title if target is not None else later.to.id,
            difference=difference,
        ),
        Place(later.path),
        hint=say("Agree on one of the two, or let a condition say which case takes which."),
        also=(Also(say("This exit leads there too."), Place(earlier.path)),),
        about=(f"{stage.id} → {later.to.id}",),
    )


RULE = Rule("PC415", "same-transition-twice", "warning", __doc__, check)
