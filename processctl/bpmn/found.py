"""What a BPMN file holds, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from processctl.texts import Message

Role: TypeAlias = Literal["activity", "start", "end", "catch", "throw", "boundary", "gateway"]


@dataclass(frozen=True, slots=True)
class Note:
    """Something that could not be taken over, and the line of the file where it stands."""

    line: int
    message: Message


@dataclass(frozen=True, slots=True)
class Place:
    """A lane. One inside of another is a role in the team that the other is."""

    id: str
    name: str
    inside: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A flow node. ``kind`` is its element, ``events`` are the definitions of an event.

    ``host`` is the activity that an event sits on, ``performers`` who does the work, ``inner`` the
    names of the activities in a sub-process.
    """

    id: str
    kind: str
    role: Role
    name: str
    line: int
    events: tuple[str, ...] = ()
    time: str | None = None
    link: str | None = None
    host: str | None = None
    interrupts: bool = True
    performers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """What to call it: its name, or else its id."""
        return self.name or self.id


@dataclass(frozen=True, slots=True)
class Way:
    """A sequence flow; ``words`` say when it is taken, ``is_default`` that it is the last resort."""

    id: str
    source: str
    target: str
    words: str
    is_default: bool
    line: int
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Picture:
    """One process of a file. ``ours`` says that processctl wrote it."""

    name: str
    about: str
    ours: bool
    nodes: Mapping[str, Found]
    ways: tuple[Way, ...]
    lanes: Mapping[str, Place]
    lane_of: Mapping[str, str]
    notes: tuple[Note, ...]

    @cached_property
    def into(self) -> Mapping[str, tuple[Way, ...]]:
        """The flows that lead to each node, in the order written."""
        found: dict[str, list[Way]] = {node: [] for node in self.nodes}
        for way in self.ways:
            found[way.target].append(way)
        return {node: tuple(ways) for node, ways in found.items()}

    @cached_property
    def hosted(self) -> Mapping[str, tuple[Found, ...]]:
        """The events that sit on each task."""
        found: dict[str, list[Found]] = {}
        for node in self.nodes.values():
            if node.role == "boundary" and node.host is not None:
                found.setdefault(node.host, []).append(node)
        return {host: tuple(events) for host, events in found.items()}

    @cached_property
    def out(self) -> Mapping[str, tuple[Way, ...]]:
        """The flows that leave each node, in the order written."""
        found: dict[str, list[Way]] = {node: [] for node in self.nodes}
        for way in self.ways:
            found[way.source].append(way)
        return {node: tuple(ways) for node, ways in found.items()}


class NoProcessError(Exception):
    """There is no process in the file, or several; ``hint`` names them."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.template)
        self.message = message
        self.hint = hint
