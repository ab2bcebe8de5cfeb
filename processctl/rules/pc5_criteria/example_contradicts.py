"""A criterion's own example contradicts its test.

## What it checks
Each example of a criterion is tried: the test says of the case what `holds` says. What the case does not
mention is missing. Where a person judges a part, there is nothing to try.

## Why it matters
The example is what people remember. Marketing passes on what is like the example, the CRM goes by the
test, and both are sure that they follow the agreement.

## Where
On `holds` of the example; the test is shown with it.

## Bad
```yaml
fields: {score: {type: integer}}
criteria:
  ready:
    test: score >= 50
    examples: [{case: {score: 50}, holds: false}]
```

## Good
```yaml
fields: {score: {type: integer}}
criteria:
  ready:
    test: score >= 50
    examples: [{case: {score: 49}, holds: false}]
```

## When to disagree
Never: one of the two is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from processctl.criteria import Evaluation, Missing, Value
from processctl.journey import Journey
from processctl.journey.case_values import case_values
from processctl.model.condition import Expression
from processctl.model.customer_data import Criterion, Example, Field
from processctl.rules.pc5_criteria.field_faults import in_digits
from processctl.rules.rule import Also, Found, Given, Place, Rule
from processctl.texts import Argument, Listing, Message, say

_SHOWN = 8
_LARGE = 10**40  # nobody writes such a number, but formulas that build on each other make them
# Each example follows all definitions that its criterion comes down to. In a file made to be slow,
# thousands of criteria rest on each other and each has examples: then the last are not tried.
_STEPS = 100_000


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find examples of which the test says the opposite."""
    steps = 0
    for criterion in journey.model.criteria.values():
        test = criterion.test
        if test is None or not _can_be_tried(journey, criterion, test):
            continue
        for example in criterion.examples:
            case = _case(journey, test, example, given)
            if case is None or test.tree is None or steps > _STEPS:
                continue
            holds = case.of(test.tree) is True
            steps += case.steps
            if holds != example.holds:
                yield _found(criterion, example, _told(journey, example, case))


def _can_be_tried(journey: Journey, criterion: Criterion, test: Expression) -> bool:
    return (
        not criterion.shared
        and bool(criterion.examples)
        and journey.sound(test)
        and not journey.conditions.judgements(test)
    )


def _case(journey: Journey, test: Expression, example: Example, given: Given) -> Evaluation | None:
    if example.case is None or example.holds is None or not example.readable("case"):
        return None
    values = case_values(journey, example.case)
    if values is None:
        return None
    conditions = journey.conditions
    today = given.today if conditions.asks_the_day(test) else None
    return Evaluation(values, conditions.definitions, today, journey.soundness.names.conditions)


def _found(criterion: Criterion, example: Example, told: Listing) -> Found:
    message = (
        say(
            'The example says that "{criterion}" holds, and by the test it does not: {values}.',
            criterion=criterion.title,
            values=told,
        )
        if example.holds
        else say(
            'The example says that "{criterion}" does not hold, and by the test it does: {values}.',
            criterion=criterion.title,
            values=told,
        )
    )
    return Found(
        message,
        Place((*example.path, "holds")),
        hint=say("Correct the example or the test, whichever is not what was agreed."),
        also=(Also(say("This is the test."), Place((*criterion.path, "test"))),),
        ids=tuple(map(str, example.path[2:])),
    )


def _told(journey: Journey, example: Example, case: Evaluation) -> Listing:
    """The values that the test went by: those given, those computed, and what is missing."""
    fields = journey.model.fields
    given = [name for name in example.case or {} if name in case.asked]
    order = dict.fromkeys((*given, *(name for name in case.asked if name in fields)))
    shown = tuple(order)[:_SHOWN]
    return Listing(tuple(_value(fields[name], case.value(name)) for name in shown), quoted=False)


def _value(field: Field, value: Value | Missing) -> Message:
    return say("{field}: {value}", field=field.title, value=_in_words(field, value))


def _in_words(field: Field, value: Value | Missing) -> Argument:
    match value:
        case Missing():
            return say("missing")
        case bool():
            return say("yes") if value else say("no")
        case str():
            return (field.options or {}).get(value, value)
        case frozenset():
            chosen = tuple((field.options or {}).get(one, one) for one in sorted(value))
            return Listing(chosen, quoted=False) if chosen else say("none of its options")
        case int() | Fraction() if max(abs(value.numerator), value.denominator) >= _LARGE:
            return say("a number of more than 40 digits")
    return in_digits(value)


RULE = Rule("PC521", "example-contradicts", "warning", __doc__, judge=judge)
