"""One change between two states of a process, resolved to its places in both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from processctl.compare.kind import LEVELS, Kind, Level
from processctl.journey import Journey
from processctl.reading.problem import Path
from processctl.reading.source import Span
from processctl.rules.rule import Case
from processctl.texts import Message


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise, and why that matters as much as it does.

    ``path`` is where it stands in the new state, or in the old one where it is gone; ``old`` and
    ``new`` are its places. ``reason`` says why it is of its level. ``affected`` tells who is
    concerned, ``case`` an example of them, ``story`` what becomes of that one, and ``per_month`` how
    many cases a month come to where it happens. ``in_both`` says that the very place is in both states.
    """

    kind: Kind
    level: Level
    message: Message
    path: Path
    reason: Message
    old: Span | None = None
    new: Span | None = None
    affected: Message | None = None
    case: Case = ()
    story: tuple[Message, ...] = ()
    per_month: Fraction | None = None
    stages: tuple[str, ...] = ()
    in_both: bool = False

    @property
    def element(self) -> str:
        """The element that is concerned, symbolically: ``stages.offer``."""
        return ".".join(map(str, self.path[:2]))

    @property
    def order(self) -> tuple[int, str, tuple[str, ...], str, tuple[str, ...]]:
        """What changes are sorted by: the gravest first, then by code and element."""
        path = tuple(f"{step:06d}" if isinstance(step, int) else step for step in self.path)
        return LEVELS.index(self.level), self.kind.code, path, self.message.template, self.stages


@dataclass(frozen=True, eq=False)
class Sides:
    """The two states that are compared, the old one already with the ids of the new one.

    ``changed`` makes a change: with the path of the place in each state, where it is in that one.
    """

    old: Journey
    new: Journey

    def changed(
        self,
        kind: Kind,
        message: Message,
        path: Path,
        reason: Message,
        *,
        level: Level | None = None,
        old_path: Path | None = None,
        affected: Message | None = None,
        case: Case = (),
        story: tuple[Message, ...] = (),
        per_month: Fraction | None = None,
        stages: tuple[str, ...] = (),
    ) -> Change:
        """A change at ``path``, which may be in one state only; ``old_path`` is its old place."""
        before = path if old_path is None else old_path
        return Change(
            kind,
            level or kind.level,
            message,
            path,
            reason,
            _span(self.old, before),
            _span(self.new, path),
            affected,
            case,
            story,
            per_month,
            stages,
            _is_there(self.old, before) and _is_there(self.new, path),
        )


def _is_there(journey: Journey, path: Path) -> bool:
    return journey.model.workspace.sections.node(path) is not None


def _span(journey: Journey, path: Path) -> Span | None:
    """Where a path stands; of a key that is not there, its element; None without the element."""
    sections = journey.model.workspace.sections
    if sections.node(path) is not None:
        return sections.span(path, at_key=True)
    if len(path) > 1 and sections.node(path[:2]) is not None:
        return sections.span(path, at_key=True)
    return None


def once(changes: list[Change], key: Callable[[Change], object]) -> list[Change]:
    """The first of the changes that have one key in common."""
    found: dict[object, Change] = {}
    for change in changes:
        found.setdefault(key(change), change)
    return list(found.values())
