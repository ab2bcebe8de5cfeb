"""Facts: what is known of a case, as conditions on the values that it has or once had.

A name in a fact means the value that the case has now, unless ``versions`` says otherwise: then it
is a value from earlier that nothing but this fact, and others with the same version, still speak
of, or, for a judgement, a fixed answer.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from operator import attrgetter

from processctl.criteria import (
    NOWHERE,
    And,
    Has,
    Literal,
    Name,
    Node,
    Not,
    Or,
    Readings,
    counts_days,
    dependents,
    names,
)
from processctl.proofs.met import Met
from processctl.proofs.signs import signs

TODAY = "today's date"  # no id has this form
YES, NO = "yes", "no"  # the versions of a judgement whose answer is fixed
_BY_NUMBER = attrgetter("number")
_MOST_ANSWERS = 5  # judgements in one condition that are gone through answer by answer


@dataclass(frozen=True, eq=False, slots=True)
class Fact:
    """That ``node`` holds, or does not. There is one object for each fact, so each is itself only.

    ``now`` are the names whose present values it speaks of, ``once`` its names with their versions.
    ``number`` counts the facts in the order made.
    """

    number: int
    node: Node
    holds: bool
    now: frozenset[str]
    once: tuple[tuple[str, str], ...] = ()


@dataclass
class Facts:
    """Makes facts: one object for each, split into as many as there are.

    ``definitions`` are the trees of criteria, segments and computed fields by id. What else a
    condition names, ``lasts``, a field or a segment without a test, or is a judgement, made anew in
    every stage. ``met`` are conditions that were met before, with the same definitions.
    """

    definitions: Mapping[str, Node]
    lasts: Callable[[str], bool]
    met: Met = field(default_factory=Met)
    _made: dict[tuple[int, bool, tuple[tuple[str, str], ...]], Fact] = field(default_factory=dict)
    _shapes: dict[tuple[int, bool, tuple[str, ...]], int] = field(default_factory=dict)
    _filled: dict[str, Fact] = field(default_factory=dict)
    _signatures: dict[Hashable, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._readings = Readings(self.definitions)
        self._counting = dependents(
            self.definitions,
            {name for name, tree in self.definitions.items() if counts_days(tree)},
        )

    def reads(self, node: Node) -> frozenset[str]:
        """The fields and judgements that a condition comes down to, and today's date."""
        number = self.met.number(node)
        found = self.met.reads.get(number)
        if found is None:
            found = self._readings.of(node)
            if counts_days(node) or any(word.id in self._counting for word in names(node)):
                found |= {TODAY}
            self.met.reads[number] = found
        return found

    def judgements(self, node: Node) -> tuple[str, ...]:
        """The judgements among what a condition reads, in the order of the alphabet."""
        return tuple(
            sorted(name for name in self.reads(node) if name != TODAY and not self.lasts(name))
        )

    def one(self, node: Node, holds: bool, versions: Mapping[str, str] | None = None) -> Fact:
        """The fact that a condition holds, or does not, as a whole."""
        if not versions:
            plain = self.met.number(node), holds, ()
            found = self._made.get(plain)
            if found is None:
                made = Fact(len(self._made), node, holds, self.reads(node))
                found = self._made[plain] = made
            return found
        reads = self.reads(node)
        once = tuple(sorted((name, made) for name, made in versions.items() if name in reads))
        key = self.met.number(node), holds, once
        found = self._made.get(key)
        if found is None:
            now = reads.difference(name for name, _ in once)
            found = self._made[key] = Fact(len(self._made), node, holds, now, once)
        return found

    def of(self, node: Node, holds: bool, versions: Mapping[str, str] | None = None) -> list[Fact]:
        """The facts that a condition comes to: the operands of "and", also behind its name."""
        found, ahead = [], [(node, holds)]
        opened: set[str] = set()
        while ahead:
            here, is_true = ahead.pop()
            match here:
                case Not(operand=operand):
                    ahead.append((operand, not is_true))
                case And(operands=operands) if is_true:
                    ahead += [(operand, True) for operand in reversed(operands)]
                case Or(operands=operands) if not is_true:
                    ahead += [(operand, False) for operand in reversed(operands)]
                case Name(id=name) if name not in opened and self._opens(name, is_true):
                    opened.add(name)
                    ahead.append((self.definitions[name], is_true))
                case _:
                    found.append(self.one(here, is_true, versions))
        return list(dict.fromkeys(found))

    def _opens(self, name: str, is_true: bool) -> bool:
        """Whether there are several facts behind a name; a single one is better told by the name."""
        tree = self.definitions.get(name)
        return isinstance(tree, Not | Name | (And if is_true else Or))

    def whatever_is_judged(
        self, node: Node, holds: bool, answered: Collection[str] = ()
    ) -> list[Fact] | None:
        """That a condition holds, or does not, for every answer of the judgements in it.

        Those that are ``answered`` keep the answer they have.

        None where there are too many to go through: those that can both help and hinder, for of any
        other the worst answer is known.
        """
        directions = signs(node, self.definitions)
        worst: dict[str, str] = {}
        open_: list[str] = []
        for name in self.judgements(node):
            if name in answered:
                continue
            if len(directions[name]) > 1:
                open_.append(name)
            else:
                worst[name] = YES if directions[name] == {not holds} else NO
        if len(open_) > _MOST_ANSWERS:
            return None
        found: list[Fact] = []
        for answers in product((YES, NO), repeat=len(open_)):
            found += self.of(node, holds, {**worst, **dict(zip(open_, answers, strict=True))})
        return list(dict.fromkeys(found))

    def filled_in(self, name: str) -> Fact:
        """That a field has a value."""
        found = self._filled.get(name)
        if found is None:
            found = self._filled[name] = self.one(Has(NOWHERE, Name(NOWHERE, name)), True)
        return found

    def shape(self, fact: Fact) -> int:
        """A number that facts share which differ in versions alone."""
        key = self.met.number(fact.node), fact.holds, tuple(name for name, _ in fact.once)
        return self._shapes.setdefault(key, len(self._shapes))

    def signature(self, shapes: Hashable) -> int:
        """A number for each thing that a group of facts can say."""
        return self._signatures.setdefault(shapes, len(self._signatures))

    def with_versions(self, fact: Fact, versions: Mapping[str, str]) -> Fact:
        """The same fact about other versions of some of its names."""
        return self.one(fact.node, fact.holds, {**dict(fact.once), **versions})


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Each fact once, the first made first."""
    return tuple(sorted(set(facts), key=_BY_NUMBER))


def number(value: int | Fraction) -> Literal:
    """A number as a part of a condition."""
    if isinstance(value, Fraction) and value.denominator != 1:
        return Literal(NOWHERE, value, "decimal")
    return Literal(NOWHERE, int(value), "integer")


def judgement(key: str) -> Name:
    """The name of a judgement that has no id."""
    return Name(NOWHERE, key)


def names_now(facts: Iterable[Fact]) -> frozenset[str]:
    """All names whose present values some facts speak of."""
    return frozenset[str]().union(*(fact.now for fact in facts))
