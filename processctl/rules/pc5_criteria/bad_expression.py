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
from processctl.reading.edit import TextEdit, quoted
from processctl.reading.nodes import Scalar
from processctl.reading.source import Span
from processctl.rules.repair import Repair
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find conditions that cannot be read."""
    for expression in journey.model.expressions:
        problem = expression.problem
        if problem is None or problem.kind == "over_limit":
            continue
        cut, repair = _cut_by_comment(journey, expression.path)
        yield Found(
            problem.message,
            Place(expression.path, inside=problem.span),
            hint=cut or problem.hint,
            ids=tuple(map(str, expression.path[2:])),
            repair=repair,
        )


def _cut_by_comment(
    journey: Journey, path: tuple[str | int, ...]
) -> tuple[Message | None, Repair | None]:
    """Hint and repair for an unquoted condition that goes on behind a hash, a comment for YAML.

    It is certain that it goes on where the hash stands inside a text of the condition.
    """
    found = journey.model.workspace.sections.node(path)
    if found is None:
        return None, None
    source, _, scalar = found
    if not isinstance(scalar, Scalar) or scalar.style != "plain":
        return None, None
    rest = source.text[scalar.end :].splitlines()[:1]
    if not rest or not rest[0].strip().startswith("#"):
        return None, None
    whole = Span(source, scalar.start, scalar.end + len(rest[0].rstrip()))
    raw = source.text[whole.start : whole.end]
    torn = scalar.text.count('"') % 2 == 1 and raw.count('"') % 2 == 0
    hint = say(
        "Behind a hash everything is a comment. If it belongs to the condition, quote the whole."
    )
    return hint, Repair("safe", (TextEdit(whole, quoted(raw)),)) if torn else None


RULE = Rule("PC501", "bad-expression", "error", __doc__, check, repairs="safe")
