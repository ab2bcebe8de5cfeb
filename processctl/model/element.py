"""What all elements with an id have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from processctl.model.build import Part, Reader, build, key, key_or
from processctl.model.parse import day, mapped, text, words
from processctl.reading import nodes
from processctl.reading.nodes import Node
from processctl.reading.problem import Path
from processctl.texts import Text

Status: TypeAlias = Literal["live", "trial", "planned", "retired"]
_STATUSES: dict[str, Status] = {
    "live": "live", "trial": "trial", "planned": "planned", "retired": "retired",
}  # fmt: skip


def _status(reader: Reader, node: Node, path: Path) -> Status | None:
    """Whether something is in force."""
    del reader, path
    return _STATUSES.get(node.text) if isinstance(node, nodes.Scalar) else None


@dataclass(frozen=True, kw_only=True)
class InForce(Part):
    """A map that is in force, on trial, planned or retired."""

    status: Status = key_or(_status, "live")

    @property
    def live(self) -> bool:
        """Whether it is in force today, if only on trial."""
        return self.status in ("live", "trial")


@dataclass(frozen=True, kw_only=True)
class Dated(InForce):
    """What is in force, and from when to when."""

    since: date | None = key(day)
    until: date | None = key(day)


@dataclass(frozen=True, kw_only=True)
class Ignore(Part):
    """Why a finding is passed over, and until when."""

    because: Text | None = key(text)
    until: date | None = key(day)


def _ignore(reader: Reader, node: Node, path: Path) -> Ignore:
    return build(Ignore, reader, node, path)


@dataclass(frozen=True, kw_only=True)
class Described(Part):
    """A map that may be named, described and silenced."""

    name: Text | None = key(text)
    about: Text | None = key(text)
    links: tuple[str, ...] = key_or(words, ())
    tags: tuple[str, ...] = key_or(words, ())
    ignore: dict[str, Ignore] | None = key(mapped(_ignore))


@dataclass(frozen=True, kw_only=True)
class Element(Described):
    """A map with an id. ``shared`` elements belong to a workspace that this one uses."""

    id: str
    shared: bool = False

    @property
    def title(self) -> Text:
        """Its name, or else its id with spaces for underscores."""
        return self.name or Text((("", self.id.replace("_", " ")),))
