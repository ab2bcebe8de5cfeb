"""A condition has `and` beside `or` without parentheses.

## What it checks
Where `and` and `or` meet in one condition, parentheses say which belongs together.

## Why it matters
`fits and asked or urgent` is read in two ways by two people, and each is sure. Then a lead that sales
refuses is one that marketing was certain of.

## Where
On the part around which parentheses belong.

## Bad
```yaml
fields: {fits: {type: boolean}, asked: {type: boolean}, urgent: {type: boolean}}
criteria: {ready: {test: fits and asked or urgent}}
```

## Good
```yaml
fields: {fits: {type: boolean}, asked: {type: boolean}, urgent: {type: boolean}}
criteria: {ready: {test: (fits and asked) or urgent}}
```

## When to disagree
Never: the parentheses cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.criteria import mixed_connectives
from processctl.journey import Journey
from processctl.rules.repair import Repair, Surround
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find conditions that two people read in two ways."""
    for expression in journey.model.expressions:
        mixed = mixed_connectives(expression.tree) if expression.tree is not None else ()
        if mixed:
            yield Found(
                say('Here "and" stands beside "or" without parentheses.'),
                Place(expression.path, inside=mixed[0].span),
                hint=say(
                    "It is read as {text}; write it so, or as you mean it.", text=mixed[0].text
                ),
                ids=tuple(map(str, expression.path[2:])),
                repair=Repair(
                    "safe",
                    tuple(Surround(expression.path, one.span, "(", ")") for one in mixed),
                ),
            )


RULE = Rule("PC522", "and-or-without-parentheses", "warning", __doc__, check, repairs="safe")
