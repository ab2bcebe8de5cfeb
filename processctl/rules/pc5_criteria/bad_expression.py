"""A condition cannot be read.

## What it checks
Every condition is an expression of the language: names of fields, criteria and segments, comparisons,
`and`, `or`, `not`, `in [...]`, `has(field)` and a few more. What is refused is named.

## Why it matters
When a condition cannot be read, nobody, person or program, knows which leads it lets through.

## Where
On the part of the condition that cannot be read.

## Bad
```yaml
fields: {score: {type: integer}}
criteria: {ready: {test: score >= }}
```

## Good
```yaml
fields: {score: {type: integer}}
criteria: {ready: {test: score >= 50}}
```

## When to disagree
Never: what a person decides is no expression. Write it as `{says: …}` or as a criterion with `judged_by`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.reading.nodes import Scalar
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find conditions that cannot be read."""
    for expression in journey.model.expressions:
        problem = expression.problem
        if problem is None or problem.kind == "over_limit":
            continue
        cut = _cut_by_comment(journey, expression.path)
        yield Found(
            problem.message,
            Place(expression.path, inside=problem.span),
            hint=cut or problem.hint,
            ids=tuple(map(str, expression.path[2:])),
        )


def _cut_by_comment(journey: Journey, path: tuple[str | int, ...]) -> Message | None:
    """The hint for an unquoted condition that goes on behind a hash, where YAML sees a comment."""
    found = journey.model.workspace.sections.node(path)
    if found is None:
        return None
    source, _, scalar = found
    if not isinstance(scalar, Scalar) or scalar.style != "plain":
        return None
    rest = source.text[scalar.end :].split("\n", 1)[0].strip()
    if not rest.startswith("#"):
        return None
    return say(
        "Behind a hash everything is a comment. If it belongs to the condition, quote the whole."
    )


RULE = Rule("PC501", "bad-expression", "error", __doc__, check)
