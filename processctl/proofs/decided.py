"""Questions that were decided easily, kept between runs of an editor, so that only new ones are decided.

They are many and quick, so that a key made of their texts would take longer than the answer: here
conditions are told apart by number, and all is forgotten where a name means something else.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from processctl.criteria import Node
from processctl.proofs.domain import Domain
from processctl.proofs.fact import Fact
from processctl.proofs.met import Met

_MOST = 50_000  # questions, and conditions; beyond it all is begun anew


class Decided:
    """Easy answers, as long as the domains and definitions stay what they are.

    ``asked`` counts the questions that had to be decided.
    """

    def __init__(self) -> None:
        self._world: Hashable = None
        self._answers: dict[frozenset[Hashable], bool] = {}
        self.met = Met()
        self.asked = 0

    def begin(self, domains: Mapping[str, Domain], definitions: Mapping[str, Node]) -> None:
        """A new run, in which names mean this."""
        world = tuple(domains.items()), tuple(definitions.items())
        if world != self._world or max(len(self._answers), len(self.met)) > _MOST:
            self._world, self._answers, self.met = world, {}, Met()
        self.met.begin()
        self.asked = 0

    def key(self, facts: Iterable[Fact]) -> frozenset[Hashable]:
        """The same for questions that say the same."""
        number = self.met.number
        return frozenset((number(fact.node), fact.holds, fact.once) for fact in facts)

    def of(self, key: frozenset[Hashable]) -> bool | None:
        """What was decided before."""
        return self._answers.get(key)

    def keep(self, key: frozenset[Hashable], answer: bool | None) -> None:
        """Remember what was decided; None where it was not easy."""
        self.asked += 1
        if answer is not None:
            self._answers[key] = answer
