"""Something is larger than the limits allow.

## What it checks
Files, nesting, aliases and conditions stay within bounds: 4 MiB a file, 5,000 files, 64 levels of maps
and lists, 10,000 values behind aliases, 4,000 characters and 64 levels in a condition.

## Why it matters
Anybody who may open a pull request may send a file. The bounds keep a hostile one from stopping the
check for everybody else. They are raised only on the command line, `--limit NAME=N`, never by a file.

## Where
On the file, or the place where the bound is passed.

## Bad
```yaml
x_notes: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```

## Good
```yaml
x_notes: [[short]]
```

## When to disagree
Never: what cannot be read cannot be judged, so this rule cannot be silenced.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.pc0_reading.problems import problems
from processctl.rules.rule import Found, Place, Rule


def check(journey: Journey) -> Iterator[Found]:
    """Tell what reading met."""
    yield from problems(journey, "over-limit")
    for expression in journey.model.expressions:
        problem = expression.problem
        if problem is not None and problem.kind == "over_limit":
            place = Place(expression.path, inside=problem.span)
            yield Found(problem.message, place, hint=problem.hint)


RULE = Rule("PC005", "over-limit", "error", __doc__, check)
