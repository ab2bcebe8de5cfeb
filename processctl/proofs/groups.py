"""Facts that depend on each other: the connected parts of a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from processctl.proofs.fact import NO, YES, Fact

Value: TypeAlias = tuple[str, str]
"""A name and its version; the empty version is the present one."""


def versions_of(fact: Fact) -> list[Value]:
    """The earlier values that a fact speaks of."""
    return [pair for pair in fact.once if pair[1] not in (YES, NO)]


def values_of(fact: Fact) -> list[Value]:
    """All values that a fact speaks of."""
    return [*((name, "") for name in sorted(fact.now)), *versions_of(fact)]


def groups(
    facts: Iterable[Fact], values: Callable[[Fact], list[Value]] = values_of
) -> list[list[Fact]]:
    """Facts that have values in common, directly or by way of each other."""
    facts = list(facts)
    if len(facts) < 2:
        return [facts] if facts else []
    leader: dict[Value, Value] = {}

    def lead(value: Value) -> Value:
        while leader.setdefault(value, value) != value:
            leader[value] = leader[leader[value]]
            value = leader[value]
        return value

    speaks_of = {fact: values(fact) for fact in facts}
    for several in speaks_of.values():
        for value in several[1:]:
            leader[lead(value)] = lead(several[0])
    found: dict[Value, list[Fact]] = {}
    for fact, several in speaks_of.items():
        found.setdefault(lead(several[0]) if several else ("", ""), []).append(fact)
    return list(found.values())


def bearing_on(facts: Iterable[Fact], known: Iterable[Fact]) -> list[Fact]:
    """The facts that have to do with those which are not known anyway."""
    given = set(known)
    return [fact for group in groups(facts) if not given.issuperset(group) for fact in group]
