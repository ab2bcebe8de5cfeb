"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias, TypeVar

from processctl.journey import Journey
from processctl.reading.nodes import Data
from processctl.reading.problem import Path
from processctl.reading.source import Span
from processctl.rules.option import Option
from processctl.rules.repair import Kind as RepairKind
from processctl.rules.repair import Repair
from processctl.texts import Message
from processctl.texts.severity import Severity

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """A symbolic place: the path of an element or key, resolved to a file and line late.

    ``inside`` are offsets into the text of the expression that stands there.
    """

    path: Path
    at_key: bool = False
    inside: tuple[int, int] | None = None


Where: TypeAlias = "Place | Span"
Written: TypeAlias = "str | int | bool | tuple[str, ...] | None"
"""A value as one would write it down for a case; None where there is none."""
Case: TypeAlias = tuple[tuple[str, Written], ...]


@dataclass(frozen=True, slots=True)
class Also:
    """Another place that belongs to a finding, and what it shows."""

    message: Message
    where: Where


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule's check yields; the engine adds the rule's identity.

    ``ids`` tell this finding from others of its rule on the same element, with no text and no line
    number in them. ``witness`` is the path of stages that shows it, ``case`` the values of a case that
    does, and ``story`` tells what becomes of that case. ``severity`` differs from the
    rule's own where the rule says so. ``about`` are further stages, or ways from team to team, that
    the finding speaks of: what a stronger finding on one of them silences. ``repair`` would mend it.
    """

    message: Message
    where: Where
    hint: Message | None = None
    also: tuple[Also, ...] = ()
    ids: tuple[str, ...] = ()
    witness: tuple[str, ...] = ()
    case: Case = ()
    story: tuple[Message, ...] = ()
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


class Clock:
    """The day on which a run judges; it remembers whether anybody asked for it."""

    def __init__(self, today: date) -> None:
        self._today = today
        self.was_read = False

    @property
    def today(self) -> date:
        """The day."""
        self.was_read = True
        return self._today


@dataclass(frozen=True, slots=True)
class Given:
    """What a rule that has options, or compares dates, is given beside the journey.

    ``written`` are its options as they stand in the workspace.
    """

    clock: Clock
    written: Mapping[str, Data] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day on which dates are judged. Ask only where there is a date to compare."""
        return self.clock.today

    def value(self, option: Option[T]) -> T:
        """The value of an option; its default where it is not set or has another form."""
        found = option.read(self.written[option.name]) if option.name in self.written else None
        return option.default if found is None else found


Check: TypeAlias = Callable[[Journey], Iterator[Found]]
Judge: TypeAlias = Callable[[Journey, Given], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: identity, page and check. ``code`` is for machines, ``name`` for people.

    ``page`` is the module's docstring in Markdown, ``since`` the version that first had the rule.
    A rule that needs nothing but the journey has a ``check``, one that has options or compares dates
    has a ``judge`` instead. ``enabled`` is false where it runs only in workspaces that give it a
    severity. ``pages`` are the page in other languages, of a rule of another package. ``repairs``
    says whether some of its findings can be mended by ``--fix``, alone or with ``--unsafe``.
    """

    code: str
    name: str
    severity: Severity
    page: str
    check: Check | None = None
    everywhere: Everywhere | None = None
    since: str = "0.1.0"
    judge: Judge | None = None
    # of any type: each knows how to read its own values
    options: tuple[Option[Any], ...] = ()
    enabled: bool = True
    pages: Mapping[str, str] = field(default_factory=dict)
    repairs: RepairKind | None = None

    def run(self, journey: Journey, given: Given) -> Iterator[Found]:
        """What the rule finds."""
        if self.judge is not None:
            return self.judge(journey, given)
        assert self.check is not None, f"{self.code} has nothing to run"  # noqa: S101 - see above
        return self.check(journey)

    @property
    def summary(self) -> str:
        """The first line of the page: the bad thing in one sentence."""
        return _first_line(self.page)

    def summary_in(self, language: str) -> str:
        """The same in a language that the rule brings a page for; English otherwise."""
        return _first_line(self.pages.get(language, self.page))

    @property
    def family(self) -> str:
        """The code's family, ``PC2`` of ``PC201``; the linter's own rules are ``PC99``."""
        return "PC99" if self.code.startswith("PC99") else self.code[:-2]


def _first_line(page: str) -> str:
    return next(iter(page.strip().splitlines()), "")


def stage_at(stage: str, key: str | None = None) -> Place:
    """The place of a stage's id, or of one of its keys."""
    return Place(("stages", stage) if key is None else ("stages", stage, key), at_key=True)
