"""A promise does not hold for every case.

## What it checks
What stands under `promises` holds for every case that can be, by the ways that are in force:

- `reaches`: every case that enters `from` comes to one of these stages, or of the stages with such an outcome. Given
  is that every stage is left in the end, and that nobody goes round for ever where a way leads out. But where cases
  wait (`waits`), and in a result, a case may stay for good, unless a deadline leads on.
- `within`: it takes no longer at the worst. The clock of a stage ends by the last of its deadlines that lead on, else
  by its `within`, and after a handoff it begins with the acceptance. A way round counts as often as `at_most` allows.
- `passes`: a case that comes to `to` has been in this stage before, counted from `from`, or else from its start.
- `never`: a case that has left `from` does not come there.
- `assuming`: it is promised only for cases for which that holds when they enter `from`. They go on only by exits that
  such a case can take, by what is known of it then.

Told is only what really can be: a walk that keeps every `at_most`, returns to a result only who was there, and goes
back to the origin only where it came from. Times are told that are certain: working time over a weekend and what is
`closed`, but no holidays, and no time `since` a date. What can neither be shown nor ruled out is not told here.

## Why it matters
"Every lead hears from us within ten days" stands on the website. The one that sales gave back twice, over Christmas,
heard after three weeks, and told everybody.

## Where
On what is promised; the walk is shown, and where a time was promised the time in each stage.

## Bad
```yaml
stages:
  new_lead: {start: true, within: 2 days, exits: [{to: customer, when: ready}, {to: nurture, when: otherwise}]}
  nurture: {waits: true, within: 12 months, exits: [{to: customer, when: ready}]}
  customer: {outcome: won}
  archived: {outcome: lost}
criteria: {ready: {judged_by: sdr}}
roles: {sdr: {}}
promises: {all_end: {from: new_lead, reaches: [won, lost]}}
```

## Good
```yaml
stages:
  new_lead: {start: true, within: 2 days, exits: [{to: customer, when: ready}, {to: nurture, when: otherwise}]}
  nurture: {waits: true, within: 12 months, late: {to: archived}, exits: [{to: customer, when: ready}]}
  customer: {outcome: won}
  archived: {outcome: lost}
criteria: {ready: {judged_by: sdr}}
roles: {sdr: {}}
promises: {all_end: {from: new_lead, reaches: [won, lost]}}
```

## When to disagree
Where the walk is one that nobody would ever go: put into the process what keeps them from it, a limit or a condition.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.aims import Promise
from processctl.promises import Verdict, verdicts_of
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.rules.walk_words import times_spent, total_words
from processctl.texts import Argument, Message, say

_NO_TIME = ("endless", "unaccepted", "unlimited")


def check(journey: Journey) -> Iterator[Found]:
    """Find promises that a case can break."""
    for name, verdict in verdicts_of(journey).items():
        promise = journey.model.promises[name]
        if verdict.answer == "broken":
            yield Found(
                _message(journey, promise, verdict),
                Place((*promise.path, _key(promise, verdict)), at_key=True),
                hint=_hint(verdict),
                also=(*_last_step(verdict), *times_spent(journey, verdict)),
                witness=verdict.stages,
                about=_about(journey, promise, verdict),
            )


def _key(promise: Promise, verdict: Verdict) -> str:
    if verdict.fault in ("late", *_NO_TIME):
        return "within"
    if promise.never is not None:
        return "never"
    return "passes" if promise.passes is not None else "reaches"


def _message(journey: Journey, promise: Promise, verdict: Verdict) -> Message:
    name, end = promise.title, journey.stages[verdict.stages[-1]].title
    match verdict.fault:
        case "circles":
            return say(
                'The promise "{promise}" is broken: from stage "{stage}" a case goes round and never comes out.',
                promise=name,
                stage=end,
            )
        case "arrives":
            return say(
                'The promise "{promise}" is broken: a case can come to stage "{stage}".',
                promise=name,
                stage=end,
            )
        case "skips":
            return say(
                'The promise "{promise}" is broken: a case can come to stage "{stage}" without having been '
                'in stage "{passed}".',
                promise=name,
                stage=end,
                passed=_passed(journey, promise),
            )
        case "late":
            within = promise.within
            assert within is not None  # noqa: S101 - nothing is late that has no time
            return say(
                'The promise "{promise}" is broken: it may take {time}, more than the promised {within}.',
                promise=name,
                time=total_words(verdict),
                within=within.message(),
            )
        case "unlimited":
            return say(
                'The promise "{promise}" is broken: a case can go round through stage "{stage}" any number of times.',
                promise=name,
                stage=end,
            )
        case "endless":
            return say(
                'The promise "{promise}" is broken: nothing ends the time that a case may be in stage "{stage}".',
                promise=name,
                stage=end,
            )
        case "unaccepted":
            return say(
                'The promise "{promise}" is broken: nothing says how soon a case is accepted in stage "{stage}".',
                promise=name,
                stage=end,
            )
    return say(
        'The promise "{promise}" is broken: a case may stay in stage "{stage}" for good.',
        promise=name,
        stage=end,
    )


def _passed(journey: Journey, promise: Promise) -> Argument:
    name = promise.passes.id if promise.passes is not None else ""
    stage = journey.model.stages.get(name)
    return stage.title if stage is not None else name


def _hint(verdict: Verdict) -> Message:
    match verdict.fault:
        case "stays":
            return say(
                'Let a deadline lead on from there ("late" with "to"), or add the stage to "reaches".'
            )
        case "circles":
            return say("Let an exit of one of them, or its deadline, lead to what is promised.")
        case "late":
            return say("Shorten one of these times, or promise more.")
        case "unlimited":
            return say('Limit the way round ("at_most", with "then"), or promise no time.')
        case "endless":
            return say('Set the longest time there ("within"), or promise no time.')
        case "unaccepted":
            return say('Say it in the contract ("accepts" with "within"), or promise no time.')
    return say("Change the way by which it can, or what is promised.")


def _last_step(verdict: Verdict) -> Iterator[Also]:
    if verdict.walk and verdict.fault in ("arrives", "skips"):
        yield Also(say("This is the last step of the way."), Place(verdict.walk[-1].path))


def _about(journey: Journey, promise: Promise, verdict: Verdict) -> tuple[str, ...]:
    """The stages whose own faults are the fault of the promise as well."""
    if verdict.fault == "unlimited":
        # The walk ends with the way round: from where the case was in that stage before.
        *earlier, end = verdict.stages
        return verdict.stages[len(earlier) - 1 - earlier[::-1].index(end) :]
    if verdict.fault in _NO_TIME:
        return verdict.stages[-1:]
    if verdict.fault in ("stays", "circles"):
        named = (one.id for one in promise.reaches if one.section == "stages")
        return (*verdict.stages[-1:], *(one for one in named if one not in journey.reachable))
    return ()


RULE = Rule("PC514", "broken-promise", "error", __doc__, check)
