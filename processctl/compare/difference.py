"""A whole change: the process in two states, what is otherwise, and what the linter says of both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from processctl.compare.checks import Baselines
from processctl.compare.compare import Comparison, compare
from processctl.compare.kind import LEVELS, Level
from processctl.compare.renames import Reread
from processctl.journey import Journey
from processctl.lint.finding import Finding
from processctl.lint.known import split, was_there
from processctl.lint.run import lint_journey
from processctl.lint.scope import title_of
from processctl.texts import Text


@dataclass(frozen=True, eq=False)
class Difference:
    """One workspace in two states. A state is None where the workspace is not there.

    ``brought`` are the findings that there were none of before, ``mended`` those that are gone. What
    is ``unread`` says in which states not everything could be read.
    """

    root: Path
    title: Text
    old: Journey | None
    new: Journey | None
    comparison: Comparison | None
    brought: tuple[Finding, ...] = ()
    mended: tuple[Finding, ...] = ()
    old_root: Path | None = None

    @property
    def level(self) -> Level | None:
        """How much the change matters at worst; None where nothing has changed."""
        if self.comparison is not None:
            return self.comparison.level
        return "breaking" if self.new is None else "behaviour"

    @property
    def unread(self) -> tuple[bool, bool]:
        """Whether something could not be read in the old state, and in the new one."""
        return _is_unread(self.old), _is_unread(self.new)


def _is_unread(journey: Journey | None) -> bool:
    return journey is not None and bool(journey.model.workspace.problems)


def differ(
    root: Path,
    old: Journey | None,
    new: Journey | None,
    today: date,
    reread: Reread | None = None,
    old_root: Path | None = None,
    baselines: Baselines = ((), ()),
) -> Difference:
    """Compare a workspace in two states; one of them may be missing."""
    there = new or old
    assert there is not None  # noqa: S101 - a workspace that is nowhere is none
    title = title_of(there)
    if old is None or new is None:
        return Difference(root, title, old, new, None, old_root=old_root)
    comparison = compare(old, new, today, reread, baselines)
    was, now = (lint_journey(journey, today) for journey in (comparison.old, comparison.new))
    brought, _ = split(now.findings, was_there(was))
    mended, _ = split(was.findings, was_there(now))
    return Difference(root, title, old, new, comparison, brought, mended, old_root)


def worst(differences: tuple[Difference, ...]) -> Level | None:
    """How much several changes matter at worst; None where nothing has changed."""
    levels = [one.level for one in differences if one.level is not None]
    return min(levels, key=LEVELS.index) if levels else None
