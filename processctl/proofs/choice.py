"""The choice in a stage: its exits, each with what has to hold for a case that takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from processctl.criteria import NOWHERE, Node
from processctl.criteria import Literal as Literally
from processctl.journey import Journey
from processctl.journey.judgeable import Judgeable
from processctl.model.condition import Condition, Judgement, Otherwise
from processctl.model.exit import Exit
from processctl.model.stage import Stage
from processctl.proofs.fact import Fact, Facts, judgement

Kind: TypeAlias = Literal["tested", "judged", "otherwise", "bare", "unread"]
"""What decides about an exit: a test, a judgement (if only in part), what is left, nothing at all, or
something that cannot be read."""
_MOST_BEFORE = 60  # exits of an order that one more is held against: a state can hold no more facts
_NOTHING = Literally(NOWHERE, False, "boolean")


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """An exit in force, the kind of its condition, and the condition where it has one."""

    exit: Exit
    kind: Kind
    condition: Node | None = None


@dataclass(frozen=True, eq=False)
class Choice:
    """The exits of one stage that are in force, in the order written."""

    stage: Stage
    ways: tuple[Way, ...]
    facts: Facts

    @cached_property
    def is_readable(self) -> bool:
        """Whether every exit's condition can be judged."""
        return all(way.kind != "unread" for way in self.ways)

    @cached_property
    def otherwise(self) -> Way | None:
        """The exit for what is left, where there is one."""
        return next((way for way in self.ways if way.kind == "otherwise"), None)

    @cached_property
    def has_bare(self) -> bool:
        """Whether an exit has no condition."""
        return any(way.kind == "bare" for way in self.ways)

    def way_of(self, exit_: Exit) -> Way:
        """What decides about an exit in force."""
        return self.ways[self._places[id(exit_)]]

    def conditions(self, *but: Way) -> list[tuple[Way, Node]]:
        """The exits with a condition of their own that can be judged, each with that."""
        left_out = set(but)
        return [
            (way, way.condition)
            for way in self.ways
            if way.condition is not None and way not in left_out
        ]

    def prior(self, way: Way) -> tuple[Way, ...]:
        """The exits that a case must not fit to take this one, as far as they are looked at."""
        if self.stage.in_order:
            place = self._places[id(way.exit)]
            most = place if way.kind == "otherwise" else _MOST_BEFORE
            return self.ways[max(0, place - most) : place]
        return self.ways if way.kind == "otherwise" else ()

    def forgets_some_before(self, way: Way) -> bool:
        """Whether an order is so long that not all of it before an exit is looked at."""
        return self.stage.in_order and len(self.prior(way)) < self._places[id(way.exit)]

    def taken(self, way: Way) -> list[Fact]:
        """What holds, as far as it can be read, for a case that takes an exit.

        In order nothing comes past "otherwise", or past an exit without a condition.
        """
        if self.stage.in_order and self._places[id(way.exit)] > self._last_asked:
            return self.facts.of(_NOTHING, True)
        found: list[Fact] = []
        if way.condition is not None:
            found += self.facts.of(way.condition, True)
        for other in self.prior(way):
            if other.condition is not None:
                found += self.facts.of(other.condition, False)
        return found

    @cached_property
    def _places(self) -> Mapping[int, int]:
        """The place of each exit: by object, for comparing exits would take long."""
        return {id(way.exit): place for place, way in enumerate(self.ways)}

    @cached_property
    def _last_asked(self) -> int:
        """The first exit that leaves nothing to those behind it, where the order counts."""
        closed = (place for place, way in enumerate(self.ways) if way.kind in ("otherwise", "bare"))
        return next(closed, len(self.ways))

    def fits_none(self) -> list[Fact]:
        """What holds for a case that fits no exit, with the answers that people gave."""
        return [
            fact for _, condition in self.conditions() for fact in self.facts.of(condition, False)
        ]

    def fits_none_whatever(self) -> list[Fact] | None:
        """What holds for a case that fits no exit whatever people answer; None if that is too much."""
        found: list[Fact] = []
        for _, condition in self.conditions():
            facts = self.facts.whatever_is_judged(condition, False)
            if facts is None:
                return None
            found += facts
        return found


def choice_of(journey: Journey, stage: Stage, facts: Facts, judgeable: Judgeable) -> Choice:
    """The choice in a stage."""
    ways = []
    for exit_ in journey.exits_in_force(stage):
        kind, node = _condition(exit_, facts, judgeable)
        ways.append(Way(exit_, kind, node))
    return Choice(stage, tuple(ways), facts)


def _condition(exit_: Exit, facts: Facts, judgeable: Judgeable) -> tuple[Kind, Node | None]:
    when: Condition | None = exit_.when
    if when is None:
        return ("bare", None) if exit_.readable("when") else ("unread", None)
    if isinstance(when, Otherwise):
        return "otherwise", None
    if isinstance(when, Judgement):
        return "judged", judgement("/".join(map(str, exit_.path)))
    if when.tree is None or not judgeable(when):
        return "unread", None
    return ("judged" if facts.judgements(when.tree) else "tested"), when.tree
