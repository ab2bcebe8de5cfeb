"""Questions that were decided easily, kept between runs of an editor, so that only new ones are decided.

They are many and quick, so that a key made of their texts would take longer than the answer: here
conditions are told apart by number, and all is forgotten where a name means something else.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from processctl.criteria import Node
from processctl.proofs.domain import Domain
from processctl.proofs.fact import Fact

_MOST = 50_000  # questions, and conditions; beyond it all is begun anew


class Decided:
    """Easy answers, as long as the domains and definitions stay what they are.

    ``asked`` counts the questions that had to be decided.
    """

    def __init__(self) -> None:
        self._world: Hashable = None
        self._numbers: dict[Node, int] = {}
        # By object, those of this run and of the last one: to compare whole trees takes long.
        self._met: dict[int, tuple[int, Node]] = {}
        self._met_before: dict[int, tuple[int, Node]] = {}
        self._answers: dict[frozenset[Hashable], bool] = {}
        self.asked = 0

    def begin(self, domains: Mapping[str, Domain], definitions: Mapping[str, Node]) -> None:
        """A new run, in which names mean this."""
        world = tuple(domains.items()), tuple(definitions.items())
        self._met_before, self._met = self._met, {}
        if world != self._world or max(len(self._answers), len(self._numbers)) > _MOST:
            self._world = world
            self._numbers, self._met_before, self._answers = {}, {}, {}
        self.asked = 0

    def key(self, facts: Iterable[Fact]) -> frozenset[Hashable]:
        """The same for questions that say the same."""
        return frozenset((self._number(fact.node), fact.holds, fact.once) for fact in facts)

    def of(self, key: frozenset[Hashable]) -> bool | None:
        """What was decided before."""
        return self._answers.get(key)

    def keep(self, key: frozenset[Hashable], answer: bool | None) -> None:
        """Remember what was decided; None where it was not easy."""
        self.asked += 1
        if answer is not None:
            self._answers[key] = answer

    def _number(self, node: Node) -> int:
        met = self._met.get(id(node))
        if met is None:
            met = self._met_before.get(id(node))
            if met is None:
                # The node is kept: an id is its object's own only as long as that lives.
                met = self._numbers.setdefault(node, len(self._numbers)), node
            self._met[id(node)] = met
        return met[0]
