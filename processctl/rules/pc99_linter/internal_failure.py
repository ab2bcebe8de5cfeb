"""A rule of processctl broke down.

## What it checks
Every rule came to its end. The others still ran, and what they found is told.

## Why it matters
What the broken rule would have found is not known: a clean page would be no proof.

## Where
On the first file of the workspace.

## When to disagree
Never: please report it. The exit status is 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Rule


def check(journey: Journey) -> Iterator[Found]:
    """Find nothing: what this rule looks at is known only after the run (``lint.own``)."""
    del journey
    yield from ()


RULE = Rule("PC999", "internal-failure", "error", __doc__, check)
