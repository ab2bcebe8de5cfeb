"""Whether formulas can hold together: by trying out the alternatives, each value for itself.

It is the procedure of Davis, Logemann and Loveland (1962) with ranges for literals: what must be is
taken for granted, alternatives that cannot be are dropped, and where several are left each is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from processctl.proofs.formula import All, Any, Formula, Is, Variable
from processctl.proofs.ranges import Ranges, common

_MOST_STEPS = 3_000


class _GivenUpError(Exception):
    """There is too much to try."""


def can_hold(formulas: Iterable[Formula], everything: Callable[[Variable], Ranges]) -> bool | None:
    """Whether some values do for all formulas; None where that takes more than a few steps."""
    try:
        return _Search(everything).finds({}, list(formulas), [])
    except _GivenUpError:
        return None


class _Search:
    def __init__(self, everything: Callable[[Variable], Ranges]) -> None:
        self._everything = everything
        self._steps = 0

    def finds(
        self, known: dict[Variable, Ranges], ahead: list[Formula], alternatives: list[Any]
    ) -> bool:
        """Whether there are values, ``known`` to be in ranges, that do for all of the others too."""
        while ahead:
            if not self._takes(known, ahead, alternatives):
                return False
            remaining: list[Any] = []
            for one in alternatives:
                left = self._left(known, one)
                if left is None:
                    continue
                if not left:
                    return False
                if len(left) == 1:
                    ahead.append(left[0])
                else:
                    remaining.append(Any(left))
            alternatives = remaining
        if not alternatives:
            return True
        fewest = min(alternatives, key=lambda one: len(one.parts))
        others = [one for one in alternatives if one is not fewest]
        return any(self.finds(dict(known), [part], [*others]) for part in fewest.parts)

    def _takes(
        self, known: dict[Variable, Ranges], ahead: list[Formula], alternatives: list[Any]
    ) -> bool:
        """Take for granted what has to hold; alternatives are put with the others."""
        while ahead:
            self._step()
            part = ahead.pop()
            if isinstance(part, Is):
                before = known.get(part.variable)
                if before is None:
                    before = self._everything(part.variable)
                left = common(before, part.ranges)
                if not left:
                    return False
                known[part.variable] = left
            elif isinstance(part, All):
                ahead += part.parts
            else:
                alternatives.append(part)
        return True

    def _left(self, known: dict[Variable, Ranges], one: Any) -> tuple[Formula, ...] | None:
        """The alternatives that can still be; None where one of them holds in any case."""
        left = []
        for part in one.parts:
            holds = self._holds(known, part)
            if holds:
                return None
            if holds is None:
                left.append(part)
        return tuple(left)

    def _holds(self, known: dict[Variable, Ranges], part: Formula) -> bool | None:
        """Whether a formula holds, by what is known; None where that is open."""
        self._step()
        if isinstance(part, Is):
            before = known.get(part.variable)
            if before is None:
                before = self._everything(part.variable)
            left = common(before, part.ranges)
            return False if not left else True if left == before else None
        is_all = isinstance(part, All)
        answer: bool | None = is_all
        for one in part.parts:
            holds = self._holds(known, one)
            if holds is not None and holds is not is_all:
                return holds
            if holds is None:
                answer = None
        return answer

    def _step(self) -> None:
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise _GivenUpError
