"""States: what may be known of a case that comes into a stage, one for each way it may have gone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from processctl.journey import Edge
from processctl.proofs.fact import Fact, Facts, in_order
from processctl.proofs.groups import groups, versions_of
from processctl.texts import LEFT_OUT

Doubt: TypeAlias = Literal["", "limit", "unread"]
"""Why a state may hold more cases than there are: nothing, a limit, or something unreadable."""

_LONGEST_WAY = 50  # stages that are told of one way: else thousands of cases take their square
_MOST_FACTS = 48  # in one state; beyond it the oldest are forgotten
_MOST_VERSIONS = 6  # earlier values that the facts of one group may still speak of


@dataclass(frozen=True, slots=True)
class State:
    """Facts that hold together for the cases that came one way, before the stage records anything.

    Facts are sorted by number. ``via`` is the edge the case came by, and ``origin`` the last other
    stage that it was in, each only where some way on depends on it. ``came`` is how it got here, no
    part of what the state is; None where the case was ``born`` here.
    """

    stage: str
    facts: tuple[Fact, ...]
    doubt: Doubt = ""
    via: Edge | None = None
    origin: str | None = None
    came: tuple[State, Edge] | None = field(default=None, compare=False)
    born: str = field(default="", compare=False)

    def covers(self, other: State) -> bool:
        """Whether every case of another state is one of this one, and no more in doubt here."""
        return (
            self.came_like(other)
            and (self.doubt in ("", other.doubt))
            and set(self.facts).issubset(other.facts)
        )

    def came_like(self, other: State) -> bool:
        """Whether the same ways on are open to the cases of another state."""
        return self.via is other.via and self.origin == other.origin

    def in_doubt(self, doubt: Doubt) -> State:
        """The same state with this doubt as well."""
        graver = worse(self.doubt, doubt)
        return self if graver == self.doubt else replace(self, doubt=graver)

    def way(self) -> tuple[str, ...]:
        """The stages from birth to here; of a very long way the first, ``LEFT_OUT``, and the last."""
        found, here = [self.stage], self
        while here.came is not None:
            here = here.came[0]
            found.append(here.stage)
            if len(found) == _LONGEST_WAY and here.came is not None:
                return (self.born, LEFT_OUT, *reversed(found))
        return tuple(reversed(found))


def worse(one: Doubt, other: Doubt) -> Doubt:
    """The graver of two doubts."""
    return "unread" if "unread" in (one, other) else one or other


def settle(
    facts: Iterable[Fact], gone: Collection[str], is_wanted: Callable[[str], bool], make: Facts
) -> tuple[tuple[Fact, ...], Doubt]:
    """What remains of facts that hold together when the values of the names ``gone`` are new ones.

    A fact about an old value remains as far as it ties present values: the old value then gets a
    version, which is nothing but the variable of an existential quantifier. Groups of facts without
    any name that ``is_wanted`` say nothing of what is asked later, and go. Nothing is lost by either.
    Beyond the limits facts are forgotten, and that is told as the doubt.
    """
    renamed = [
        make.with_versions(fact, dict.fromkeys(fact.now.intersection(gone), "new"))
        if not fact.now.isdisjoint(gone)
        else fact
        for fact in facts
    ]
    kept: list[Fact] = []
    doubt: Doubt = ""
    for group in groups(renamed):
        if not any(is_wanted(name) for fact in group for name in fact.now):
            continue
        kept += [fact for fact in group if not versions_of(fact)]
        for tied in groups([fact for fact in group if versions_of(fact)], versions_of):
            if len({pair for fact in tied for pair in versions_of(fact)}) > _MOST_VERSIONS:
                doubt = "limit"
            else:
                kept += _with_plainversions_of(tied, make)
    found = in_order(kept)
    if len(found) > _MOST_FACTS:
        return found[-_MOST_FACTS:], "limit"
    return found, doubt


def _with_plainversions_of(group: list[Fact], make: Facts) -> list[Fact]:
    """The same group with versions that are named by what the group says, and by nothing else.

    So a case that has gone round once more is in the state that it was in before, and two groups
    that say the same of two old values become one: one old value does for both.
    """
    shape = sorted(
        group,
        key=lambda fact: (make.shape(fact), fact.number),
    )
    numbers: dict[tuple[str, str], str] = {}
    for fact in shape:
        for pair in versions_of(fact):
            numbers.setdefault(pair, str(len(numbers)))
    signature = make.signature(
        tuple(
            (make.shape(fact), tuple(numbers.get(pair, pair[1]) for pair in fact.once))
            for fact in shape
        )
    )
    return [
        make.with_versions(
            fact, {name: f"{signature}.{numbers[name, made]}" for name, made in versions_of(fact)}
        )
        for fact in shape
    ]
