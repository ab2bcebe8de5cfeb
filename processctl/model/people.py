"""Who takes part: teams, roles, people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from processctl.model.build import Part, Reader, key, key_or
from processctl.model.element import Element
from processctl.model.parse import day, mapped, one_or_many, part, to, truth, who, word
from processctl.model.reference import Reference
from processctl.reading import nodes
from processctl.reading.nodes import Node
from processctl.reading.problem import Path

_HOW: dict[str, Literal["named", "queue", "round_robin", "previous"]] = {
    "named": "named", "queue": "queue", "round_robin": "round_robin", "previous": "previous",
}  # fmt: skip


def _how(
    reader: Reader, node: Node, path: Path
) -> Literal["named", "queue", "round_robin", "previous"] | None:
    del reader, path
    return _HOW.get(node.text) if isinstance(node, nodes.Scalar) else None


@dataclass(frozen=True, kw_only=True)
class Team(Element):
    """A team; ``external`` ones are partners."""

    lead: Reference | None = key(to("roles", "people"))
    members: tuple[Reference, ...] = key_or(one_or_many(to("people", "roles")), ())
    external: bool = key_or(truth, False)
    email: str | None = key(word)
    accounts: dict[str, str] | None = key(mapped(word))


@dataclass(frozen=True, kw_only=True)
class Assignment(Part):
    """How a case finds its person, and who takes it otherwise."""

    how: Literal["named", "queue", "round_robin", "previous"] | None = key(_how)
    fallback: Reference | None = key(who)


@dataclass(frozen=True, kw_only=True)
class Role(Element):
    """A hat that people wear."""

    team: Reference | None = key(to("teams"))
    held_by: tuple[Reference, ...] = key_or(one_or_many(to("people")), ())
    backup: Reference | None = key(to("people", "roles"))
    assigns: Assignment | None = key(part(Assignment))


@dataclass(frozen=True, kw_only=True)
class Away(Part):
    """When a person is away, and who stands in."""

    since: date | None = key(day, "from")
    until: date | None = key(day)
    stand_in: Reference | None = key(who)


@dataclass(frozen=True, kw_only=True)
class Person(Element):
    """Somebody."""

    email: str | None = key(word)
    phone: str | None = key(word)
    accounts: dict[str, str] | None = key(mapped(word))
    away: Away | None = key(part(Away))
