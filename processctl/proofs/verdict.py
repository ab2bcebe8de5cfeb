"""What a proof comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.criteria import Node
from processctl.journey import Edge
from processctl.proofs.choice import Way
from processctl.proofs.fact import Fact
from processctl.proofs.passage import Inside

HoleKind: TypeAlias = Literal["lost", "waits", "unanswered"]
"""What becomes of a case that fits no exit: nothing ever, it waits for the whole deadline, or
nothing if some answer is "no"."""
Question: TypeAlias = Literal["gap", "overlap", "never", "always", "door"]


@dataclass(frozen=True, slots=True)
class Hole:
    """Cases in a stage that fit no exit: what holds for them, and one way they may have come.

    ``judged`` are the exits whose answer decides, where one does.
    """

    kind: HoleKind
    inside: Inside
    facts: tuple[Fact, ...]
    judged: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Overlap:
    """Cases in a stage that fit two exits."""

    earlier: Way
    later: Way
    inside: Inside
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Cases on an edge that a part of the entry behind it refuses; ``number`` counts its parts.

    ``inside`` is what is known of the cases on the edge.
    """

    edge: Edge
    part: Node
    number: int
    inside: Inside
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """An edge of which it is not known whether all cases on it are let in, and why not."""

    edge: Edge
    why: Literal["limit", "unread"]


@dataclass(frozen=True, slots=True)
class StageVerdict:
    """All that is proved, and all that is shown, about the exits of one stage.

    ``open`` are the questions that could not be decided within the limits; where something is
    ``unread``, a gap or an overlap that is not shown is not ruled out either. ``never`` are exits that
    no case can take, ``always`` those whose condition every case fits.
    """

    stage: str
    hole: Hole | None = None
    overlaps: tuple[Overlap, ...] = ()
    never: tuple[Way, ...] = ()
    always: tuple[Way, ...] = ()
    open: frozenset[Question] = frozenset()
    unread: bool = False
