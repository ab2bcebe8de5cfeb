"""What holds for every case, proved; or the case for which it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from processctl.journey import Journey

if TYPE_CHECKING:
    from processctl.proofs.proofs import Proofs

_MADE: WeakKeyDictionary[Journey, Proofs] = WeakKeyDictionary()


def proofs_of(journey: Journey) -> Proofs:
    """The proofs about a journey, made once, and with them the solver loaded."""
    found = _MADE.get(journey)
    if found is None:
        from processctl.proofs.proofs import Proofs

        found = _MADE[journey] = Proofs(journey)
    return found
