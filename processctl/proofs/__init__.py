"""What holds for every case, proved; or the case for which it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from processctl.journey import Journey

if TYPE_CHECKING:
    from processctl.proofs.answers import Answers
    from processctl.proofs.proofs import Proofs

_ANSWERS: WeakKeyDictionary[Journey, Answers] = WeakKeyDictionary()
_MADE: WeakKeyDictionary[Journey, Proofs] = WeakKeyDictionary()


def proofs_of(journey: Journey) -> Proofs:
    """The proofs about a journey, made once."""
    found = _MADE.get(journey)
    if found is None:
        from processctl.proofs.proofs import Proofs

        found = _MADE[journey] = Proofs(journey, _ANSWERS.get(journey))
    return found


def prove_with(journey: Journey, answers: Answers) -> None:
    """Let the proofs about a journey know answers of earlier runs, and leave theirs there."""
    _ANSWERS[journey] = answers
