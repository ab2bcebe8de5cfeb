"""A whole change: the process in two states, what is otherwise, and what the linter says of both."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from processctl.compare.compare import Comparison, compare
from processctl.compare.kind import LEVELS, Level
from processctl.compare.renames import Reread
from processctl.journey import Journey
from processctl.lint.finding import Finding
from processctl.lint.orders import ORDERS
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
) -> Difference:
    """Compare a workspace in two states; one of them may be missing."""
    there = new or old
    assert there is not None  # noqa: S101 - a workspace that is nowhere is none
    title = title_of(there)
    if old is None or new is None:
        return Difference(root, title, old, new, None, old_root=old_root)
    comparison = compare(old, new, today, reread)
    was, now = (
        lint_journey(journey, today).findings for journey in (comparison.old, comparison.new)
    )
    return Difference(
        root, title, old, new, comparison, _without(now, was), _without(was, now), old_root
    )


def _without(findings: tuple[Finding, ...], known: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that are not among the known ones; a group counts one by one.

    Nor are those that a known one may only have kept silent: they came or went with it.
    """
    left = Counter(one.fingerprint for finding in known for one in finding.each)
    louder = {(one.code, _subject(one)) for finding in known for one in finding.each}
    codes = {code for code, _ in louder}
    new = []
    for one in (one for finding in findings for one in finding.each):
        if left[one.fingerprint]:
            left[one.fingerprint] -= 1
        elif not any(
            order.silences(one.code)
            and (
                order.winner in codes
                if order.scope == "anywhere"
                else (order.winner, _subject(one)) in louder
            )
            for order in ORDERS
        ):
            new.append(one)
    return tuple(new)


def _subject(finding: Finding) -> str:
    """The element that a finding is about: of an exit its stage."""
    return finding.element.split(" ", 1)[0]


def worst(differences: tuple[Difference, ...]) -> Level | None:
    """How much several changes matter at worst; None where nothing has changed."""
    levels = [one.level for one in differences if one.level is not None]
    return min(levels, key=LEVELS.index) if levels else None
