"""What holds for every case, proved; or the case for which it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from processctl.journey import Journey

if TYPE_CHECKING:
    from processctl.proofs.answers import Answers
    from processctl.proofs.proofs import Proofs

_ANSWERS, _PROOFS = "answers", "proofs"


def proofs_of(journey: Journey) -> Proofs:
    """The proofs about a journey, made once."""
    found = journey.made_of_it.get(_PROOFS)
    if found is None:
        from processctl.proofs.proofs import Proofs

        answers = cast("Answers | None", journey.made_of_it.get(_ANSWERS))
        found = journey.made_of_it[_PROOFS] = Proofs(journey, answers)
    return cast("Proofs", found)


def prove_with(journey: Journey, answers: Answers) -> None:
    """Let the proofs about a journey know answers of earlier runs, and leave theirs there."""
    journey.made_of_it[_ANSWERS] = answers
