"""What a walk was: visit by visit, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from processctl.criteria import Node
from processctl.journey import Edge
from processctl.model.stage import Clocked
from processctl.proofs.choice import Way
from processctl.proofs.fact import Fact
from processctl.trying.plan import Known, Visit

Why: TypeAlias = Literal[
    "bare", "only", "first", "chosen", "otherwise", "deadline", "silent", "full"
]
"""Why a case left by a way: it asks nothing; no other exit held; it was the first to hold; of several it
was named; nothing else held; time was over; nobody accepted the case; the stage was full."""
End: TypeAlias = Literal[
    "result", "rests", "stays", "nowhere", "several", "lacks", "unread", "long"
]
"""How a walk ended: at a result; where the stage lets cases wait; before time was over; in a stage with
no way for it; where several exits hold; for want of an answer; at what cannot be read; too long."""
Bar: TypeAlias = Literal["", "origin", "never_been"]
"""Why an exit is shut whatever it asks: the case came from nowhere; it was never where it leads."""


@dataclass(frozen=True, slots=True)
class Look:
    """An exit, whether it holds (None: that is open), and why not.

    ``missed`` are the parts of its condition that fail, ``open`` the names without an answer.
    """

    way: Way
    holds: bool | None
    missed: tuple[Fact, ...] = ()
    open: tuple[str, ...] = ()
    bar: Bar = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """The edge by which a case left; ``spent`` where its limit was reached, so it went on by ``then``."""

    edge: Edge
    why: Why
    spent: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A visit: what the case met in a stage.

    ``refused`` are the parts of the stage's entry that do not let it in. ``again`` where it was in the
    stage already. ``values`` is all that is known of it, ``recorded`` what was recorded here; ``part``
    holds the stage's clock for it. ``left`` is when it left, or when it was last looked at.
    """

    stage: str
    arrived: datetime
    left: datetime
    part: Clocked
    visit: Visit | None = None
    again: bool = False
    refused: tuple[Node, ...] = ()
    recorded: Mapping[str, Known] = field(default_factory=dict)
    values: Mapping[str, Known] = field(default_factory=dict)
    looks: tuple[Look, ...] = ()
    taken: Taken | None = None


@dataclass(frozen=True, slots=True)
class Walk:
    """A whole walk. ``lacks`` are the names of what nobody said: fields, criteria, judged exits."""

    stops: tuple[Stop, ...]
    end: End
    lacks: tuple[str, ...] = ()
    unused: tuple[Visit, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        """The stages in the order the case came to them."""
        return tuple(stop.stage for stop in self.stops if not stop.again)
