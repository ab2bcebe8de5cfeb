"""Whether facts can hold together: equal questions are asked once, and easy ones decided at once.

Where every condition speaks of one value for itself, trying out the alternatives decides
(``search``). Only what ties values to each other, or has too many alternatives, goes to z3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from processctl.criteria import Node
from processctl.proofs.answers import Answers, Questions
from processctl.proofs.domain import Domain
from processctl.proofs.fact import Fact, in_order
from processctl.proofs.formula import Formulas
from processctl.proofs.groups import groups
from processctl.proofs.search import can_hold

if TYPE_CHECKING:
    from processctl.proofs.smt import Smt  # it loads z3

Answer: TypeAlias = Literal["yes", "no", "unknown"]


class Solver:
    """Answers whether facts can hold together; ``asked`` counts different questions.

    ``asked_z3`` counts those that went to z3. None does of which ``answers`` know.
    """

    def __init__(
        self,
        domains: Mapping[str, Domain],
        definitions: Mapping[str, Node],
        answers: Answers | None = None,
    ) -> None:
        self._domains = domains
        self._definitions = definitions
        self._formulas = Formulas(domains, definitions)
        self._known: dict[frozenset[Fact], Answer] = {}
        self._answers = answers
        self._before = answers.decided if answers is not None else None
        self._questions = Questions(domains, definitions)
        self.asked = 0
        self.asked_z3 = 0

    def can_hold(self, facts: Iterable[Fact]) -> Answer:
        """Whether some case has all of ``facts``; "unknown" where a limit is reached first."""
        together = frozenset(facts)
        answer = self._known.get(together)
        if answer is None:
            answer = self._known[together] = self._decided(together) or self._by_group(together)
        return answer

    def _decided(self, together: frozenset[Fact]) -> Answer | None:
        """The answer, if it is easy."""
        if self._before is None:
            return self._tried(together)
        key = self._before.key(together)
        known = self._before.of(key)
        if known is not None:
            return "yes" if known else "no"
        answer = self._tried(together)
        self._before.keep(key, None if answer is None else answer == "yes")
        return answer

    def _tried(self, together: frozenset[Fact]) -> Answer | None:
        formulas = []
        for fact in in_order(together):
            formula = self._formulas.of(fact)
            if formula is None:
                return None
            formulas.append(formula)
        self.asked += 1
        found = can_hold(formulas, self._formulas.everything)
        return None if found is None else "yes" if found else "no"

    def _by_group(self, together: frozenset[Fact]) -> Answer:
        """Facts that have no value in common cannot contradict each other: each group is a question."""
        answer: Answer = "yes"
        several = groups(in_order(together))
        for group in several:
            key = frozenset(group)
            one = self._known.get(key)
            if one is None:
                one = self._decided(key) if len(several) > 1 else None
                one = self._known[key] = one or self._remembered(group)
            if one == "no":
                return "no"
            if one == "unknown":
                answer = "unknown"
        return answer

    def _remembered(self, group: list[Fact]) -> Answer:
        """The answer to a question that is not easy."""
        self.asked += 1
        key = self._questions.key(group) if self._answers is not None else None
        if self._answers is None or key is None:
            return self._of_z3(group)
        known = self._answers.of(key)
        if known is not None:
            return known
        answer = self._of_z3(group)
        if answer == "unknown":
            self._answers.give_up()
        else:
            self._answers.keep(key, answer)
        return answer

    def _of_z3(self, group: list[Fact]) -> Answer:
        self.asked_z3 += 1
        return self._smt.can_hold(group)

    @cached_property
    def _smt(self) -> Smt:
        from processctl.proofs.smt import Smt

        return Smt(self._domains, self._definitions)
