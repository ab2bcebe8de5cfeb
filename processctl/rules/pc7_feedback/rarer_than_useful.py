"""Feedback is given, or a forum meets, too rarely to be of use.

## What it checks
No feedback loop in force is given, and no forum meets, less often than `max` says. What is given each time
(`every: case`) is never too rare.

## Why it matters
What sales learnt in January reaches marketing in April. Three campaigns have gone to the wrong people since.

## Where
On `every` of the loop or the forum.

## Bad
```yaml
people: {anna: {}}
forums: {pipeline: {every: quarter, members: [anna], chair: anna, agenda: [Returned leads]}}
lint: {options: {rarer-than-useful: {max: month}}}
```

## Good
```yaml
people: {anna: {}}
forums: {pipeline: {every: 2 weeks, members: [anna], chair: anna, agenda: [Returned leads]}}
lint: {options: {rarer-than-useful: {max: month}}}
```

## When to disagree
A board that looks at the whole once a quarter: say so in an `ignore` on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from processctl.journey import Journey
from processctl.model.values import Cadence, Duration
from processctl.rules.option import rhythm
from processctl.rules.pc7_feedback.forums import own_forums
from processctl.rules.pc7_feedback.telling import in_force
from processctl.rules.rule import Found, Given, Place, Rule
from processctl.texts import Message, Quantity, say

MAX = rhythm("max", say("How rarely feedback may be given and forums may meet."), None)
_YEAR = Fraction(1461, 4)
# In days, so that twelve months are a year and three a quarter.
_LENGTHS: dict[str, Fraction] = {
    "minute": Fraction(1, 24 * 60),
    "hour": Fraction(1, 24),
    "day": Fraction(1),
    "week": Fraction(7),
    "month": _YEAR / 12,
    "quarter": _YEAR / 4,
    "year": _YEAR,
}


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find what comes less often than the option allows."""
    limit = given.value(MAX)
    if limit is None:
        return
    for feedback in in_force(journey):
        if _is_rarer(feedback.every, limit):
            message = say(
                'The feedback "{feedback}" is given once in {length}, and {max} was to be the most.',
                feedback=feedback.title,
                length=_words(feedback.every or limit),
                max=_words(limit),
            )
            yield _found(message, Place((*feedback.path, "every")))
    for forum in own_forums(journey):
        if _is_rarer(forum.every, limit):
            message = say(
                'The forum "{forum}" meets once in {length}, and {max} was to be the most.',
                forum=forum.title,
                length=_words(forum.every or limit),
                max=_words(limit),
            )
            yield _found(message, Place((*forum.path, "every")))


def _is_rarer(every: Cadence | None, limit: Cadence) -> bool:
    return every is not None and every.unit != "case" and _length(every) > _length(limit)


def _length(every: Cadence) -> Fraction:
    return every.count * _LENGTHS[every.unit]


def _words(every: Cadence) -> Message | Quantity:
    assert every.unit != "case"  # noqa: S101 - asked before
    return Duration(every.count, every.unit).message()


def _found(message: Message, where: Place) -> Found:
    return Found(message, where, hint=say("Let it come more often, or set another limit."))


RULE = Rule("PC710", "rarer-than-useful", "warning", __doc__, judge=judge, options=(MAX,))
