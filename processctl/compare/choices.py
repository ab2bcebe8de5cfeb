"""Which cases leave a stage by other ways than before, decided by the solver on both states at once.

A case fits a way out where its condition holds, and none that comes first. What is compared is, for each
stage that ways lead to, which cases fit a way there: so it makes no difference how a condition is
written, in which order exits stand where order says nothing, or whether two exits lead to one stage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.compare.together import Together
from processctl.criteria import NOWHERE, And, Node, Not, Or
from processctl.criteria import Literal as Written
from processctl.model.reference import Reference
from processctl.proofs.choice import Choice
from processctl.proofs.fact import Fact, in_order
from processctl.proofs.passage import Inside, Passage
from processctl.proofs.passing_time import without_deadline

_MOST_PAIRS = 400  # of stages that cases of one stage can have changed between
_ANYTHING = Written(NOWHERE, True, "boolean")
_NOTHING = Written(NOWHERE, False, "boolean")

Sort: TypeAlias = Literal["elsewhere", "lost", "waits", "stays", "found", "fewer", "more"]
"""What became of cases: they go ``elsewhere``; have no way now and are ``lost``, or one only by a
deadline (``waits``), or rightly rest (``stays``); have a way that they had not (``found``); or can choose
among ``fewer`` or ``more`` ways than before."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Cases of a stage that go from one stage to another, each None where they fit no way out.

    ``condition`` are the facts by which they differ, ``facts`` those with all that is known of one of
    them; ``inside`` says how it comes to be there. ``surely`` is whether such a case really is there.
    """

    stage: str
    sort: Sort
    old: str | None
    new: str | None
    condition: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    inside: Inside
    surely: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of comparing a stage; ``rewritten`` where its exits are not even written the same."""

    moved: tuple[Moved, ...] = ()
    open: bool = False
    rewritten: bool = False


_SAME = Compared()
_OPEN = Compared(open=True)


def compare_choice(together: Together, stage: str) -> Compared:
    """Which cases leave a stage, in force in both states, otherwise than before."""
    old, new = together.old.choices[stage], together.new.choices[stage]
    rewritten = not _reads_the_same(old, new, _as_it_is)
    means_the_same = not rewritten and _reads_the_same(old, new, together.translated)
    if means_the_same and _rests(old) == _rests(new):
        return _SAME
    if not (_is_clear(together.old, old) and _is_clear(together.new, new)):
        return _OPEN
    names = {
        name
        for passage, choice in ((together.old, old), (together.new, new))
        for _, condition in choice.conditions()
        for name in passage.facts.reads(condition)
    }
    if not together.not_comparable.isdisjoint(names):
        return _OPEN
    was, now = _ways(old, together.translated), _ways(new, _as_it_is)
    if was is None or now is None:
        return _OPEN
    compared = _Stage(together, new, was, now, _rests(old))
    moved = tuple(compared.moved())
    return Compared(moved, compared.open, rewritten)


def _reads_the_same(old: Choice, new: Choice, translated: Callable[[Node], Node]) -> bool:
    """Whether the exits of a stage are the same ones, with old conditions as ``translated``."""
    was = [(way.kind, _target(way.exit.to), way.condition) for way in old.ways]
    now = [(way.kind, _target(way.exit.to), way.condition) for way in new.ways]
    in_words = [
        (kind, target, None if condition is None else translated(condition))
        for kind, target, condition in was
    ]
    return old.stage.in_order == new.stage.in_order and in_words == now


def _rests(choice: Choice) -> bool:
    return choice.stage.waits or choice.stage.outcome is not None


def _target(reference: Reference | None) -> str | None:
    return reference.id if reference is not None else None


def _as_it_is(node: Node) -> Node:
    return node


def _is_clear(passage: Passage, choice: Choice) -> bool:
    return (
        choice.is_readable
        and choice.stage.id not in passage.journey.uncertain
        and choice.stage.readable("exits", "in_order")
        and not any(choice.forgets_some_before(way) for way in choice.ways)
    )


def _ways(choice: Choice, translated: Callable[[Node], Node]) -> dict[str, Node] | None:
    """For each stage that exits lead to what has to hold to go there; None if one leads nowhere."""
    found: dict[str, list[Node]] = {}
    for way in choice.ways:
        if way.exit.to is None or not way.exit.to.known:
            return None
        parts: list[Node] = []
        if way.condition is not None:
            parts.append(translated(way.condition))
        for other in choice.prior(way):
            if other.condition is not None:
                parts.append(Not(NOWHERE, translated(other.condition)))
        found.setdefault(way.exit.to.id, []).append(_all(parts))
        if choice.stage.in_order and way.kind in ("otherwise", "bare"):
            break  # nothing comes past it
    return {target: _any(several) for target, several in found.items()}


def _all(parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else And(NOWHERE, tuple(parts)) if parts else _ANYTHING


def _any(parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Or(NOWHERE, tuple(parts))


@dataclass
class _Stage:
    """One stage in both states: what has to hold to go to each next one, and who is there.

    ``rested`` says that cases could stay there before, because it waits or is a result. ``open`` says that something could not be decided within the limits.
    """

    together: Together
    choice: Choice
    was: Mapping[str, Node]
    now: Mapping[str, Node]
    rested: bool
    open: bool = False

    def moved(self) -> Iterator[Moved]:
        """The cases that go elsewhere, those that have lost their way, those that have found one."""
        lost = {name: self._differ(name, self.was, self.now) for name in self.was}
        found = {name: self._differ(name, self.now, self.was) for name in self.now}
        lost = {name: facts for name, facts in lost.items() if self._may_hold(facts)}
        found = {name: facts for name, facts in found.items() if self._may_hold(facts)}
        if len(lost) * len(found) > _MOST_PAIRS:
            self.open = True
            return
        told: set[tuple[str, str]] = set()
        for one, gone in lost.items():
            for other, come in found.items():
                for change in self._shown("elsewhere", one, other, (*gone, *come)):
                    told |= {("lost", one), ("found", other)}
                    yield change
        for one, gone in lost.items():
            without = list(self._without_way(one, gone))
            yield from without
            if not without and ("lost", one) not in told:
                yield from self._beside("fewer", one, None, gone)
        none_before = [fact for node in self.was.values() for fact in self._of(node, False)]
        if self.rested and not _rests(self.choice):
            yield from self._without_way(None, none_before)
        for other, come in found.items():
            new_way = list(self._shown("found", None, other, (*come, *none_before)))
            yield from new_way
            if not new_way and ("found", other) not in told:
                yield from self._beside("more", None, other, come)

    def _of(self, node: Node, holds: bool) -> list[Fact]:
        return self.together.new.facts.of(node, holds)

    def _differ(self, name: str, one: Mapping[str, Node], other: Mapping[str, Node]) -> list[Fact]:
        """What holds for the cases that fit a way to a stage in one state and not in the other."""
        return [*self._of(one[name], True), *self._of(other.get(name, _NOTHING), False)]

    def _without_way(self, one: str | None, gone: Sequence[Fact]) -> Iterator[Moved]:
        """The cases that fit no way out any more, and what that means for them."""
        none_now = [fact for node in self.now.values() for fact in self._of(node, False)]
        facts = (*gone, *none_now)
        if _rests(self.choice):
            yield from self._shown("stays", one, None, facts)
            return
        for_ever, _ = without_deadline(self.together.new, self.choice)
        whatever = self.choice.fits_none_whatever()
        if for_ever is not None and whatever is not None:
            lost = list(self._shown("lost", one, None, (*facts, *whatever, *for_ever)))
            if lost:
                yield from lost
                return
        yield from self._shown("waits", one, None, facts)

    def _beside(
        self, sort: Sort, old: str | None, new: str | None, facts: Sequence[Fact]
    ) -> Iterator[Moved]:
        """The cases that have one way more or less, and one that they had before as well."""
        for name in self.was:
            if name in self.now:
                both = (*self._of(self.was[name], True), *self._of(self.now[name], True))
                beside = list(self._shown(sort, old, new, (*facts, *both)))
                if beside:
                    yield beside[0]
                    return

    def _shown(
        self, sort: Sort, old: str | None, new: str | None, facts: Iterable[Fact]
    ) -> Iterator[Moved]:
        condition = in_order(facts)
        found = self._some(condition)
        if found is not None:
            yield Moved(self.choice.stage.id, sort, old, new, condition, *found)

    def _may_hold(self, facts: Iterable[Fact]) -> bool:
        return self.together.solver.can_hold(facts) != "no"

    def _some(self, condition: tuple[Fact, ...]) -> tuple[tuple[Fact, ...], Inside, bool] | None:
        """A case with some facts that comes to the stage in both states; and whether that is sure."""
        if not self._may_hold(condition):
            return None
        there = self.together.insides(self.choice.stage.id)
        doubtful: tuple[tuple[Fact, ...], Inside, bool] | None = None
        for one in there[0]:
            before = in_order((*one.facts, *condition))
            if not self._may_hold(before):
                continue
            for other in there[1]:
                both = in_order((*before, *other.facts))
                answer = self.together.solver.can_hold(both)
                if answer == "yes" and not one.state.doubt and not other.state.doubt:
                    return both, other, True
                if answer == "yes" and doubtful is None:
                    doubtful = both, other, False
                self.open = self.open or answer == "unknown"
        return doubtful
