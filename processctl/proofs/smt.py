"""The solver z3 (de Moura and Bjørner, TACAS 2008), asked whether facts can hold together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import z3

from processctl.criteria import Node
from processctl.proofs.domain import Domain
from processctl.proofs.fact import Fact
from processctl.proofs.terms import Terms, TooDeepError
from processctl.proofs.variables import Variables

if TYPE_CHECKING:
    from processctl.proofs.solver import Answer

_STEPS = 400_000  # z3's resource units for one question: the same number on every machine
_MOST_FACTS = 2_000  # in one question
_PATIENCE = 20 * _STEPS  # for all the questions of a journey that are given up together
_FEWEST_STEPS = 5_000  # when patience is gone; ten times what an ordinary question takes


class Smt:
    """One solver for all questions, each on top of nothing."""

    def __init__(self, domains: Mapping[str, Domain], definitions: Mapping[str, Node]) -> None:
        self._terms = Terms(Variables(domains), definitions)
        self._solver = z3.Solver()
        self._solver.set("random_seed", 0)
        self._patience = _PATIENCE
        self._set_limit()

    def can_hold(self, facts: Sequence[Fact]) -> Answer:
        """Whether some case has all of ``facts``; "unknown" where the limit is reached first."""
        if len(facts) > _MOST_FACTS:
            return "unknown"
        self._solver.push()
        try:
            self._solver.add(*map(self._terms.fact, facts))
            answer = _ANSWERS[str(self._solver.check())]
        except (TooDeepError, z3.Z3Exception, TypeError):  # the last two: kinds that do not compare
            return "unknown"
        finally:
            self._solver.pop()
        if answer == "unknown":
            self._patience -= self._limit
            self._set_limit()
        return answer

    def _set_limit(self) -> None:
        self._limit = max(_FEWEST_STEPS, min(_STEPS, self._patience))
        self._solver.set("rlimit", self._limit)


_ANSWERS: dict[str, Answer] = {"sat": "yes", "unsat": "no", "unknown": "unknown"}
