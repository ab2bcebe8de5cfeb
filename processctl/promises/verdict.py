"""What is said of a promise: kept, broken by a walk, or not proven."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.journey import Edge
from processctl.model.values import Duration

Answer: TypeAlias = Literal["kept", "broken", "not proven"]
Fault: TypeAlias = Literal["stays", "circles", "arrives", "skips", "late", "unlimited", "endless"]
Spent: TypeAlias = "tuple[str, tuple[Duration, ...]]"
"""A stage, and the times that a case spends there one after the other."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A broken promise has the ``walk`` of a case that breaks it, from the stage ``first``.

    ``fault`` says what is wrong at its end: the case ``stays`` there for good; it ``circles`` and
    never comes out; it ``arrives`` where it was not to; it got there and ``skips`` the stage that
    all pass; or, where a time was promised, the walk takes longer than that (``late``), can go
    round any number of times (``unlimited``), or its last step has no worst time (``endless``).
    Then ``spent`` are the worst times on the walk.
    """

    answer: Answer
    first: str = ""
    walk: tuple[Edge, ...] = ()
    fault: Fault | None = None
    spent: tuple[Spent, ...] = ()

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages of the walk."""
        return (self.first, *(edge.target for edge in self.walk)) if self.first else ()


KEPT = Verdict("kept")
NOT_PROVEN = Verdict("not proven")


def broken(
    first: str, walk: tuple[Edge, ...], fault: Fault, spent: tuple[Spent, ...] = ()
) -> Verdict:
    """A promise that a walk breaks."""
    return Verdict("broken", first, walk, fault, spent)
