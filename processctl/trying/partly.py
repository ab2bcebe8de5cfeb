"""What a condition comes to for a case of which not everything is known.

The values are those of ``Evaluation``, and one more, ``OPEN``: nobody has said it. What holds or fails
whatever the open values are does so here too; the rest is open.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from enum import Enum
from typing import Any, Final

from processctl.criteria import And, AtLeast, Conditional, Evaluation, Name, Node, Or


class _Open(Enum):
    OPEN = "open"


OPEN: Final[Any] = _Open.OPEN
"""The value of what nobody has said; ``Any``, so that it may stand among the values that are known."""


class Partly(Evaluation):
    """An evaluation in which what is among ``open_`` and has no value is ``OPEN``."""

    def __init__(
        self,
        values: Mapping[str, Any],
        open_: Callable[[str], bool],
        definitions: Mapping[str, Node],
        today: date | None,
        conditions: Collection[str] = (),
    ) -> None:
        super().__init__(values, definitions, today, conditions)
        self._is_open = open_

    def holds(self, node: Node) -> bool | None:
        """Whether a condition holds; None where that is open."""
        found: Any = self.of(node)
        return None if found is OPEN else found is True

    def _part(self, node: Node, parts: list[Any]) -> Any:
        if isinstance(node, Name) and node.id not in self._known and self._is_open(node.id):
            return OPEN
        if OPEN not in parts:
            return super()._part(node, parts)
        certain = [part for part in parts if part is not OPEN]
        yes = sum(part is True for part in certain)
        match node:
            case And():
                return OPEN if yes == len(certain) else False
            case Or():
                return True if yes else OPEN
            case AtLeast(count=count):
                if yes >= count:
                    return True
                return OPEN if yes + len(parts) - len(certain) >= count else False
            case Conditional():
                test, then, other = parts
                if test is not OPEN:
                    return then if test is True else other
                return then if then == other else OPEN
            case _:
                return OPEN
