"""Two journeys asked the same questions: one set of facts and one solver for both.

Fields and judgements are the same in both states. A criterion, a segment or a computed field that is
defined otherwise is two different things: in conditions of the old state its name gets a mark.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from processctl.criteria import Node, dependents
from processctl.criteria.renaming import with_names
from processctl.journey import Journey
from processctl.model.condition import Judgement
from processctl.model.exit import Exit
from processctl.proofs.domain import Domain, domains
from processctl.proofs.fact import NO, YES, Fact, Facts, in_order
from processctl.proofs.flow import behind, states_of
from processctl.proofs.passage import Inside, Passage
from processctl.proofs.solver import Solver
from processctl.proofs.state import State
from processctl.texts import Text

_BEFORE = " before"  # no id has a space in it


@dataclass
class _FactsBefore(Facts):
    """Facts of the old state: its names are translated on the way in."""

    called: Mapping[str, str] | None = None

    def reads(self, node: Node) -> frozenset[str]:
        return super().reads(self._translated(node))

    def one(self, node: Node, holds: bool, versions: Mapping[str, str] | None = None) -> Fact:
        return super().one(self._translated(node), holds, versions)

    def of(self, node: Node, holds: bool, versions: Mapping[str, str] | None = None) -> list[Fact]:
        return Facts.of(self._plain, self._translated(node), holds, versions)

    def whatever_is_judged(
        self, node: Node, holds: bool, answered: Collection[str] = ()
    ) -> list[Fact] | None:
        return self._plain.whatever_is_judged(self._translated(node), holds, answered)

    def with_versions(self, fact: Fact, versions: Mapping[str, str]) -> Fact:
        return self._plain.with_versions(fact, versions)  # what a fact says is translated

    @cached_property
    def _plain(self) -> Facts:
        """The same facts, of what is translated already."""
        return _sharing(Facts(self.definitions, self.lasts), self)

    def _translated(self, node: Node) -> Node:
        found = self._known.get(id(node))
        if found is None:
            # The node is kept: an id is its object's own only as long as that lives.
            found = self._known[id(node)] = node, with_names(node, self.called or {})
        return found[1]

    @cached_property
    def _known(self) -> dict[int, tuple[Node, Node]]:
        return {}


def _sharing(facts: Facts, other: Facts) -> Facts:
    """Facts that are the same objects as those of another maker, whoever makes them first."""
    for name in ("_made", "_shapes", "_filled", "met", "_signatures"):
        setattr(facts, name, getattr(other, name))
    return facts


class Together:
    """The passages of two states over one solver.

    ``new_meaning`` are the names that stand for something else than before; ``not_comparable`` the
    fields whose values are of another type, so that nothing can be said of conditions on them.
    """

    def __init__(self, old: Journey, new: Journey) -> None:
        defined = old.conditions.definitions, new.conditions.definitions
        kinds = _kinds(old), _kinds(new)
        self.new_meaning = _split(*defined, *kinds)
        self.not_comparable = frozenset(
            name for name, kind in kinds[0].items() if kinds[1].get(name, kind) != kind
        )
        called = {name: name + _BEFORE for name in self.new_meaning} | _judgements(old, new)
        definitions = {
            **defined[1],
            **{
                called.get(name, name): with_names(tree, called)
                for name, tree in defined[0].items()
            },
        }
        lasting = {
            *(name for one in (old, new) for name in one.model.fields),
            *(name for one in (old, new) for name in one.model.segments),
        } - definitions.keys()
        known = _joint(domains(old), domains(new))
        self.solver = Solver(known, definitions)
        facts = Facts(definitions, lasting.__contains__)
        before = _FactsBefore(definitions, lasting.__contains__, called=called)
        _sharing(before, facts)
        self.called = called
        was = Passage(old, known, before, self.solver, old.meanings.judgeable)
        now = Passage(new, known, facts, self.solver, new.meanings.judgeable)
        self.old = replace(was, also_asked=_asked_by(now, old))
        self.new = replace(now, also_asked=_asked_by(was, new))

    @cached_property
    def old_states(self) -> Mapping[str, tuple[State, ...]]:
        """What is known in the old state of the cases that come into each stage."""
        return states_of(self.old)

    @cached_property
    def new_states(self) -> Mapping[str, tuple[State, ...]]:
        """The same in the new state."""
        return states_of(self.new)

    def translated(self, node: Node) -> Node:
        """A condition of the old state with the names that both have in common."""
        return with_names(node, self.called)

    def insides(self, stage: str) -> tuple[tuple[Inside, ...], tuple[Inside, ...]]:
        """What is known in a stage in each state; the facts of both may be put together."""
        found = self._insides.get(stage)
        if found is None:
            found = self._insides[stage] = self._make_insides(stage)
        return found

    @cached_property
    def _insides(self) -> dict[str, tuple[tuple[Inside, ...], tuple[Inside, ...]]]:
        return {}

    def _make_insides(self, stage: str) -> tuple[tuple[Inside, ...], tuple[Inside, ...]]:
        was = (one for state in self.old_states.get(stage, ()) for one in self.old.inside(state))
        now = (one for state in self.new_states.get(stage, ()) for one in self.new.inside(state))
        return tuple(replace(one, facts=self._apart(one.facts)) for one in was), tuple(now)

    def arriving(self, stage: str) -> tuple[tuple[tuple[Fact, ...], bool], ...]:
        """What is known in the new state of the cases that stand at the door of a stage, way by way.

        Of each it is said whether such a case really comes.
        """
        found: dict[tuple[Fact, ...], bool] = {}
        for source in dict.fromkeys(edge.source for edge in self.new.journey.into[stage]):
            for state in self.new_states.get(source, ()):
                for crossing in self.new.crossings(state):
                    if crossing.edge.target == stage:
                        facts, doubt = behind(self.new, crossing)
                        surely = not doubt and not crossing.state.doubt
                        found[facts] = found.get(facts, False) or surely
        return tuple(found.items())

    def _apart(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """Facts whose earlier values are none of the other state's."""
        make = self.new.facts
        return in_order(
            make.with_versions(
                fact,
                {name: one if one in (YES, NO) else one + _BEFORE for name, one in fact.once},
            )
            if fact.once
            else fact
            for fact in facts
        )


def _asked_by(other: Passage, journey: Journey) -> dict[str, frozenset[str]]:
    """What another state asks for in each stage of a journey, and at the doors that it leads to."""
    stages = other.journey.stages
    found = {}
    for name in journey.stages:
        asked = set(other.reads(name)) if name in stages else set[str]()
        for edge in journey.out[name]:
            entry = stages[edge.target].entry if edge.target in stages else None
            if entry is not None and entry.tree is not None:
                asked |= other.facts.reads(entry.tree)
        found[name] = frozenset(asked)
    return found


def _kinds(journey: Journey) -> dict[str, str]:
    """What each field holds: its type, and that it is computed."""
    return {
        name: f"{field.type}{' computed' if field.computed is not None else ''}"
        for name, field in journey.model.fields.items()
    }


def _split(
    was: Mapping[str, Node],
    now: Mapping[str, Node],
    old_kinds: Mapping[str, str],
    new_kinds: Mapping[str, str],
) -> frozenset[str]:
    """The names in both states that come down to something else in each."""
    common = {
        name
        for name in {*was, *now}
        if (name in was or name in old_kinds) and (name in now or name in new_kinds)
    } | (was.keys() ^ now.keys())
    changed = {name for name in common if was.get(name) != now.get(name)}
    later = dependents(was, changed) & dependents(now, changed)
    return frozenset(changed | (later & was.keys() & now.keys()))


def _judgements(old: Journey, new: Journey) -> dict[str, str]:
    """The judgements that are written on exits, by the exit they belong to now.

    They have no ids. One in the same words is taken for the same question, else the one about an exit
    to the same stage.
    """
    found = {}
    for name, stage in old.model.stages.items():
        there = new.model.stages.get(name)
        left = _questions(there.exits) if there is not None else []
        asked = _questions(stage.exits)
        for same in (_in_the_same_words, _to_the_same_stage):
            for question in list(asked):
                other = next((one for one in left if same(question, one)), None)
                if other is not None:
                    asked.remove(question)
                    left.remove(other)
                    found[question.path] = other.path
        found |= {question.path: question.path + _BEFORE for question in asked}
    return {path: other for path, other in found.items() if path != other}


@dataclass(frozen=True, slots=True)
class _Question:
    path: str
    words: Text | None
    target: str | None


def _questions(exits: Iterable[Exit]) -> list[_Question]:
    return [
        _Question(
            "/".join(map(str, exit_.path)),
            exit_.when.says,
            exit_.to.id if exit_.to is not None else None,
        )
        for exit_ in exits
        if isinstance(exit_.when, Judgement)
    ]


def _in_the_same_words(one: _Question, other: _Question) -> bool:
    return one.words is not None and one.words == other.words


def _to_the_same_stage(one: _Question, other: _Question) -> bool:
    return one.target == other.target


def _joint(old: Mapping[str, Domain], new: Mapping[str, Domain]) -> dict[str, Domain]:
    """The values that a case can have in both states; of a field of one state those of that one."""
    found = {**old, **new}
    for name in old.keys() & new.keys():
        one, other = old[name], new[name]
        if one.type != other.type:
            continue
        least = [one.least, other.least]
        most = [one.most, other.most]
        found[name] = Domain(
            one.type,
            max((bound for bound in least if bound is not None), default=None),
            min((bound for bound in most if bound is not None), default=None),
            tuple(option for option in other.options if option in one.options),
            one.may_be_missing or other.may_be_missing,
        )
    return found
