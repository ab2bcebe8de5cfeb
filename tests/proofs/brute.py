"""The truth about small processes, found by trying every case. It shares no idea with the proofs.

What is meant is the description of the language. Limits (``at_most``) are not counted, as in the
proofs: a case may go round as often as it likes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.criteria import Node
from processctl.journey import Edge, Journey
from processctl.model.condition import Condition, Expression, Judgement, Otherwise
from processctl.model.exit import Exit
from processctl.model.stage import Stage
from tests.proofs.brute_trees import TODAY, Trees
from tests.proofs.brute_universe import Cases, Universe, Value
from tests.proofs.brute_values import values_of
from tests.proofs.brute_walk import Place, Walk, answer_of, exits_of

Kind: TypeAlias = Literal["lost", "waits", "unanswered"]


@dataclass(frozen=True)
class Gap:
    """The gravest kind of gap of a stage, and the cases in it."""

    kind: Kind
    cases: Cases


@dataclass(frozen=True)
class Truth:
    """All that is true of the exits of one stage; exits by their place in the text."""

    gap: Gap | None
    overlaps: Mapping[tuple[int, int], Cases]
    never: frozenset[int]
    always: frozenset[int]


class Brute:
    """Tries every case of a journey. ``extra`` are values to be tried beside those of the grid."""

    def __init__(
        self, journey: Journey, extra: Mapping[str, Iterable[Value]] | None = None
    ) -> None:
        model = journey.model
        definitions: dict[str, Node] = {
            name: test.tree
            for name, test in (
                *((one.id, one.test) for one in model.criteria.values()),
                *((one.id, one.test) for one in model.segments.values()),
                *((one.id, one.computed) for one in model.fields.values()),
            )
            if test is not None and test.tree is not None
        }
        trees = Trees(definitions)
        judgements = [name for name, one in model.criteria.items() if one.test is None]
        judgements += [
            answer_of(exit_)
            for stage in model.stages.values()
            for exit_ in stage.exits
            if isinstance(exit_.when, Judgement)
        ]
        self.journey = journey
        asked = [*definitions.values(), *_in_force(journey)]
        self.universe = Universe(values_of(model, trees, asked, judgements, extra or {}))
        self.walk = Walk(journey, trees, self.universe)

    def truth(self, name: str, told_always: frozenset[int] | None = None) -> Truth | None:
        """What is true of the exits of a stage; None where no case comes there, or none leads on.

        Overlaps with the exits that are told to be ``always`` fitted are none of their own, nor is it
        one that nothing is left for "otherwise" beside them.
        """
        stage = self.journey.stages[name]
        exits = exits_of(self.journey, stage)
        places = {place: cases for place, cases in self.walk.arrived.items() if place.stage == name}
        if not places or not exits:
            return None
        inside: Cases = 0
        for place, cases in places.items():
            inside |= self.walk.inside(place, cases)
        never = frozenset(
            _place(exit_)
            for exit_ in exits
            if not self._is_left_to_others(exits, exit_)
            and not inside & self.walk.taken(stage, exit_)[0]
        )
        if any(exit_.when is None for exit_ in exits):
            return Truth(None, {}, never, frozenset())
        always = self._always(stage, inside)
        but = always if told_always is None else told_always
        if but:
            # That nothing is left for "otherwise" is because of those, and told of them.
            never -= {_place(exit_) for exit_ in exits if isinstance(exit_.when, Otherwise)}
        overlaps = self._overlaps(stage, inside, but)
        return Truth(self._gap(stage, places), overlaps, never, always)

    def _is_left_to_others(self, exits: list[Exit], exit_: Exit) -> bool:
        """Whether something else is wrong with an exit: it, or one beside "otherwise", asks nothing."""
        is_otherwise = isinstance(exit_.when, Otherwise)
        return exit_.when is None or (is_otherwise and any(one.when is None for one in exits))

    def _conditions(self, stage: Stage) -> dict[Exit, Node]:
        found = ((exit_, self.walk.condition(exit_)) for exit_ in exits_of(self.journey, stage))
        return {exit_: node for exit_, node in found if node is not None}

    def _gap(self, stage: Stage, places: Mapping[Place, Cases]) -> Gap | None:
        exits = exits_of(self.journey, stage)
        if stage.waits or stage.id in self.journey.outcomes:
            return None
        if any(isinstance(exit_.when, Otherwise) for exit_ in exits):
            return None
        conditions = self._conditions(stage).values()
        fits: Cases = 0
        fits_later: Cases = 0
        for node in conditions:
            fits |= self.walk.holding(node)
            fits_later |= self.walk.holding_later(node)
        may_fit = self.universe.free(fits, self.walk.judgements)
        may_fit_later = self.universe.free(fits | fits_later, self.walk.judgements)
        counts_days = [TODAY in self.walk.trees.reads(node) for node in conditions]
        found: dict[Kind, Cases] = {"lost": 0, "waits": 0, "unanswered": 0}
        for place, arrived in places.items():
            inside = self.walk.inside(place, arrived)
            in_time = self._has_deadline(stage, place)
            found["lost"] |= inside & ~may_fit_later & ~in_time
            # Where time alone leads on, whoever waits for it is no surprise.
            if not (counts_days and all(counts_days)):
                found["waits"] |= inside & ~may_fit & (in_time | may_fit_later)
            if sum(self._is_judged(node) for node in conditions) == 1:
                found["unanswered"] |= inside & ~fits & ~fits_later & ~in_time
        return next((Gap(kind, cases) for kind, cases in found.items() if cases), None)

    def _has_deadline(self, stage: Stage, place: Place) -> Cases:
        """The cases of a place that leave it in the end because time is up."""
        found: Cases = 0
        for edge in self.journey.out[stage.id]:
            if edge.kind in ("late", "idle") and self.walk.may_go(place, edge):
                found |= self.walk.whose_clocks(edge)
        return found

    def _is_judged(self, node: Node) -> bool:
        return not self.walk.judgements.isdisjoint(self.walk.trees.reads(node))

    def _overlaps(
        self, stage: Stage, inside: Cases, always: frozenset[int]
    ) -> dict[tuple[int, int], Cases]:
        if stage.in_order or stage.free_choice:
            return {}
        surely = {
            exit_: self._whatever_is_judged(node)
            for exit_, node in self._conditions(stage).items()
            if _place(exit_) not in always
        }
        found: dict[tuple[int, int], Cases] = {}
        several = list(surely)
        for place, later in enumerate(several):
            for earlier in several[:place]:
                both = inside & surely[earlier] & surely[later]
                if both and _are_two(earlier, later):
                    found[_place(earlier), _place(later)] = both
        return found

    def _whatever_is_judged(self, node: Node) -> Cases:
        fails = self.universe.all & ~self.walk.holding(node)
        return self.universe.all & ~self.universe.free(fails, self.walk.judgements)

    def _always(self, stage: Stage, inside: Cases) -> frozenset[int]:
        exits = exits_of(self.journey, stage)
        conditions = self._conditions(stage)
        found = set()
        for exit_, node in conditions.items():
            is_last_asked = stage.in_order and exit_ is exits[-1]
            others = [conditions.get(other) for other in exits if other is not exit_]
            if stage.free_choice or is_last_asked:
                continue
            if any(other is None or not self._is_judged(other) for other in others) and not (
                inside & ~self.walk.holding(node)
            ):
                found.add(_place(exit_))
        return frozenset(found)

    def refusals(self) -> dict[tuple[Edge, Node], Cases]:
        """The cases on each edge that a part of the entry behind it refuses."""
        found: dict[tuple[Edge, Node], Cases] = {}
        for place, cases in self.walk.arrived.items():
            for door in self.walk.out(place, cases):
                for part in self.walk.parts_of_entry(door.edge.target):
                    refused = self.walk.refused(door, part)
                    if refused:
                        key = door.edge, part
                        found[key] = found.get(key, 0) | refused
        return found

    def stages_reached(self) -> frozenset[str]:
        """The stages that some case comes to."""
        return frozenset(place.stage for place in self.walk.arrived)

    def having(self, values: Mapping[str, Value]) -> Cases:
        """The cases with these values."""
        found = self.universe.all
        for name, value in values.items():
            found &= self.universe.where(name, value)
        return found


def _in_force(journey: Journey) -> Iterator[Node]:
    """What promises assume, and the conditions of stages and exits that are not only planned."""
    for promise in journey.model.promises.values():
        if promise.assuming is not None and promise.assuming.tree is not None:
            yield promise.assuming.tree
    for stage in journey.stages.values():
        conditions: list[Condition | None] = [
            stage.entry,
            stage.start.when if stage.start else None,
        ]
        conditions += [exit_.when for exit_ in exits_of(journey, stage)]
        for one in conditions:
            if isinstance(one, Expression) and one.tree is not None:
                yield one.tree


def _place(exit_: Exit) -> int:
    place = exit_.path[-1]
    assert isinstance(place, int)
    return place


def _are_two(one: Exit, other: Exit) -> bool:
    """Whether it makes a difference which of two exits is taken."""
    assert one.to is not None
    assert other.to is not None
    return (
        one.to.id != other.to.id
        or (one.returns, one.at_most, one.then and one.then.id)
        != (other.returns, other.at_most, other.then and other.then.id)
        or one.handoff is not None
        or other.handoff is not None
    )
