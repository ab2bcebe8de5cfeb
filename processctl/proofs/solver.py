"""The solver z3 (de Moura and Bjørner, TACAS 2008), asked whether facts can hold together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

import z3

from processctl.criteria import Node
from processctl.proofs.domain import Domain
from processctl.proofs.fact import Fact
from processctl.proofs.groups import groups, values_of
from processctl.proofs.terms import Terms
from processctl.proofs.variables import Variables

Answer: TypeAlias = Literal["yes", "no", "unknown"]
_STEPS = 400_000  # z3's resource units for one question: the same number on every machine
_MILLISECONDS = 10_000  # a second rail, far behind the first


class Solver:
    """Answers whether facts can hold together; equal questions are asked once."""

    def __init__(self, domains: Mapping[str, Domain], definitions: Mapping[str, Node]) -> None:
        self._variables = Variables(domains)
        self._terms = Terms(self._variables, definitions)
        self._solver = z3.Solver()
        self._solver.set("random_seed", 0)
        self._solver.set("rlimit", _STEPS)
        self._solver.set("timeout", _MILLISECONDS)
        self._known: dict[frozenset[Fact], Answer] = {}
        self.asked = 0

    def can_hold(self, facts: Iterable[Fact]) -> Answer:
        """Whether some case has all of ``facts``; "unknown" where the limit is reached first.

        Facts that have no value in common cannot contradict each other, so each group is a question
        of its own.
        """
        answer: Answer = "yes"
        for group in groups(dict.fromkeys(facts)):
            one = self._one(frozenset(group))
            if one == "no":
                return "no"
            if one == "unknown":
                answer = "unknown"
        return answer

    def _one(self, group: frozenset[Fact]) -> Answer:
        known = self._known.get(group)
        if known is None:
            known = self._ask(sorted(group, key=lambda fact: fact.number))
            self._known[group] = known
        return known

    def _ask(self, facts: list[Fact]) -> Answer:
        self.asked += 1
        self._solver.push()
        try:
            self._solver.add(*(self._terms.fact(fact) for fact in facts))
            names = dict.fromkeys(name for fact in facts for name in values_of(fact))
            self._solver.add(*(bound for name in names for bound in self._variables.bounds(*name)))
            return _ANSWERS[str(self._solver.check())]
        except z3.Z3Exception:
            return "unknown"
        finally:
            self._solver.pop()


_ANSWERS: dict[str, Answer] = {"sat": "yes", "unsat": "no", "unknown": "unknown"}
