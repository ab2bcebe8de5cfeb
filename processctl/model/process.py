"""The process as a whole: its owner, calendar and outcomes, the change, the linter's settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from processctl.model.build import Parse, Part, Reader, key, key_or
from processctl.model.element import Described
from processctl.model.parse import (
    WHO,
    cadence,
    day,
    mapped,
    one_or_many,
    part,
    plain,
    text,
    to,
    who,
    whos,
    word,
    words,
)
from processctl.model.reference import Reference
from processctl.model.values import Cadence
from processctl.reading import nodes
from processctl.reading.nodes import Node
from processctl.reading.problem import Path
from processctl.texts import Text

OutcomeKind: TypeAlias = Literal["won", "lost", "neutral"]
_OUTCOME_KINDS: dict[str, OutcomeKind] = {"won": "won", "lost": "lost", "neutral": "neutral"}


def _outcome_kind(reader: Reader, node: Node, path: Path) -> OutcomeKind | None:
    del reader, path
    return _OUTCOME_KINDS.get(node.text) if isinstance(node, nodes.Scalar) else None


_Options: TypeAlias = "dict[str, nodes.Data]"


_options: Parse[_Options] = mapped(plain)


@dataclass(frozen=True, kw_only=True)
class Calendar(Part):
    """When people work."""

    country: str | None = key(word)
    region: str | None = key(word)
    days: tuple[str, ...] = key_or(words, ())
    hours: str | None = key(word)
    timezone: str | None = key(word)
    closed: tuple[str, ...] = key_or(words, ())


@dataclass(frozen=True, kw_only=True)
class Review(Part):
    """When the process itself is looked over."""

    every: Cadence | None = key(cadence)
    forum: Reference | None = key(to("forums"), "in")
    last: date | None = key(day)


@dataclass(frozen=True, kw_only=True)
class Outcome(Part):
    """An outcome word of the process's own, and what it counts as."""

    name: Text | None = key(text)
    counts_as: OutcomeKind | None = key(_outcome_kind)


@dataclass(frozen=True, kw_only=True)
class Process(Described):
    """The journey as a whole."""

    id: str | None = key(word)
    version: str | None = key(word)
    owner: tuple[Reference, ...] = key_or(whos, ())
    case: Text | None = key(text)
    languages: tuple[str, ...] = key_or(words, ())
    calendar: Calendar | None = key(part(Calendar))
    review: Review | None = key(part(Review))
    currency: str | None = key(word)
    phases: dict[str, Text] | None = key(mapped(text))
    outcomes: dict[str, Outcome] | None = key(mapped(part(Outcome)))


@dataclass(frozen=True, kw_only=True)
class Conflict(Part):
    """A quarrel, and when it was settled."""

    says: Text | None = key(text)
    settled: date | None = key(day)


@dataclass(frozen=True, kw_only=True)
class Change(Described):
    """How the co-operation itself is changed."""

    led_by: Reference | None = key(who)
    participants: tuple[Reference, ...] = key_or(whos, ())
    reports_to: Reference | None = key(to("forums", *WHO))
    documented_in: str | None = key(word)
    target: Text | None = key(text)
    started: date | None = key(day)
    conflicts: tuple[Conflict, ...] = key_or(one_or_many(part(Conflict)), ())


@dataclass(frozen=True, kw_only=True)
class LintSettings(Part):
    """What the linter is told in the workspace: severities and options by rule."""

    severity: dict[str, str] | None = key(mapped(word))
    options: dict[str, _Options] | None = key(mapped(_options))
    fail_on: str | None = key(word)
