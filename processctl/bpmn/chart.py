"""What a BPMN diagram of a process holds: plain data in one language, without places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.diagrams.sketch import Lane, LineKind

NodeKind: TypeAlias = Literal[
    "task", "call", "start", "milestone", "end", "gateway", "timer", "condition"
]
Colour: TypeAlias = Literal["won", "lost", "handoff", "return"]
Marks: TypeAlias = tuple[tuple[str, str], ...]
"""What our own reader wants to know beyond BPMN, as attributes of our name space: name and value."""

BOUNDARY: tuple[NodeKind, ...] = ("timer", "condition")


@dataclass(frozen=True, slots=True)
class Node:
    """One flow node. ``stage`` is the one that it stands for, or beside.

    ``host`` is the task that an event sits on, ``owners`` who answers for a task. ``message`` says
    that an event comes from, or goes to, somewhere outside. ``duration`` is that of a timer, in
    ISO 8601; None where ISO cannot say it.
    """

    id: str
    kind: NodeKind
    stage: str
    name: str
    lane: str
    documentation: tuple[str, ...] = ()
    host: str | None = None
    owners: tuple[str, ...] = ()
    message: bool = False
    duration: str | None = None
    colour: Colour | None = None
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """One sequence flow. ``kind`` is that of the line which it is in our drawings."""

    id: str
    source: str
    target: str
    kind: LineKind = "exit"
    name: str = ""
    condition: str | None = None
    is_default: bool = False
    documentation: tuple[str, ...] = ()
    colour: Colour | None = None
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole diagram: one pool with its lanes, from top to bottom."""

    title: str
    language: str
    documentation: tuple[str, ...]
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
