"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.journey import Journey
from processctl.reading.problem import Path
from processctl.reading.source import Span
from processctl.rules.repair import Kind as RepairKind
from processctl.rules.repair import Repair
from processctl.texts import Message

Severity: TypeAlias = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Place:
    """A symbolic place: the path of an element or key, resolved to a file and line late.

    ``inside`` are offsets into the text of the expression that stands there.
    """

    path: Path
    at_key: bool = False
    inside: tuple[int, int] | None = None


Where: TypeAlias = "Place | Span"


@dataclass(frozen=True, slots=True)
class Also:
    """Another place that belongs to a finding, and what it shows."""

    message: Message
    where: Where


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule's check yields; the engine adds the rule's identity.

    ``ids`` tell this finding from others of its rule on the same element, with no text and no line
    number in them. ``witness`` is the path of stages that shows it. ``severity`` differs from the
    rule's own where the rule says so. ``about`` are further stages, or ways from team to team, that
    the finding speaks of: what a stronger finding on one of them silences. ``repair`` would mend it.
    """

    message: Message
    where: Where
    hint: Message | None = None
    also: tuple[Also, ...] = ()
    ids: tuple[str, ...] = ()
    witness: tuple[str, ...] = ()
    severity: Severity | None = None
    about: tuple[str, ...] = ()
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class Everywhere:
    """How to say once that nothing in a section has what a rule asks for.

    ``population`` counts the elements that the rule looks at; ``message`` makes the one sentence
    from the number of findings it stands for.
    """

    section: str
    population: Callable[[Journey], int]
    message: Callable[[int], Message]


Check: TypeAlias = Callable[[Journey], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: identity, page and check. ``code`` is for machines, ``name`` for people.

    ``page`` is the module's docstring in Markdown, ``since`` the version that first had the rule,
    ``repairs`` whether some of its findings can be mended by ``--fix``, alone or with ``--unsafe``.
    """

    code: str
    name: str
    severity: Severity
    page: str
    check: Check
    everywhere: Everywhere | None = None
    since: str = "0.1.0"
    repairs: RepairKind | None = None

    @property
    def summary(self) -> str:
        """The first line of the page: the bad thing in one sentence."""
        return self.page.strip().splitlines()[0]

    @property
    def family(self) -> str:
        """The code's family, ``PC2`` of ``PC201``; the linter's own rules are ``PC99``."""
        return "PC99" if self.code.startswith("PC99") else self.code[:-2]


def stage_at(stage: str, key: str | None = None) -> Place:
    """The place of a stage's id, or of one of its keys."""
    return Place(("stages", stage) if key is None else ("stages", stage, key), at_key=True)
