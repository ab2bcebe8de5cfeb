"""What is said of a promise: kept, broken by a walk, or not proven."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.journey import Edge
from processctl.model.values import Duration

Answer: TypeAlias = Literal["kept", "broken", "not proven"]
Fault: TypeAlias = Literal[
    "stays", "circles", "arrives", "skips", "late", "unlimited", "endless", "unaccepted"
]
Spent: TypeAlias = "tuple[str, tuple[Duration, ...]]"
"""A stage, and the times that a case spends there one after the other."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A broken promise has the ``walk`` of a case that breaks it, from the stage ``first``.

    It begins where the promise does, or ``from_birth`` where what the case has done before matters.

    ``fault`` says what is wrong at its end: the case ``stays`` there for good; it ``circles`` and
    never comes out; it ``arrives`` where it was not to; it got there and ``skips`` the stage that
    all pass. Where a time was promised, the walk takes longer than that (``late``, by what is
    ``spent`` in each stage), its end can be gone round any number of times (``unlimited``), or
    nothing ends the time in its last stage (``endless``), or until a case is accepted there
    (``unaccepted``). What is late in spite of short working times is told in ``days`` by the
    calendar as well; else these are nought.
    """

    answer: Answer
    first: str = ""
    walk: tuple[Edge, ...] = ()
    fault: Fault | None = None
    spent: tuple[Spent, ...] = ()
    days: int = 0
    from_birth: bool = False

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages of the walk."""
        return (self.first, *(edge.target for edge in self.walk)) if self.first else ()


KEPT = Verdict("kept")
NOT_PROVEN = Verdict("not proven")


def broken(first: str, walk: tuple[Edge, ...], fault: Fault) -> Verdict:
    """A promise that a walk breaks."""
    return Verdict("broken", first, walk, fault)


def broken_from_birth(walk: tuple[Edge, ...], fault: Fault, at: str) -> Verdict:
    """A promise that a case breaks by a walk from its birth; ``at`` is where it is, without a step."""
    return Verdict("broken", walk[0].source if walk else at, walk, fault, from_birth=True)
