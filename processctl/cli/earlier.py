"""The state before a change, judged as the one of today is, so that what was there is no news."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.secret import secret
from processctl.cli.trouble import UsageError, told
from processctl.git.renamed import old_path
from processctl.git.repository import NoRevision, Repository
from processctl.git.tree import RevisionTree
from processctl.lint.known import is_whole, marks_of, with_earlier
from processctl.lint.result import Result
from processctl.reading.files import MARKER
from processctl.reading.limits import Limits
from processctl.texts import Message, say

if TYPE_CHECKING:
    from processctl.journey import Journey


@dataclass(frozen=True)
class Judging:
    """How both states are judged: on which day, within which limits, with or without a cache."""

    today: date
    limits: Limits
    fresh: bool

    def result(self, root: Path, tree: RevisionTree) -> Result:
        """What a workspace comes to in a commit."""
        seal = None if self.fresh else secret()
        if seal is None:
            from processctl.lint.run import lint_journey, read_journey

            return lint_journey(read_journey(root, self.limits, tree=tree), self.today)
        from processctl.lint.cache import Cache
        from processctl.lint.cached import cached_lint
        from processctl.lint.identity import identity

        cache = Cache(root, seal, identity(), self.limits)
        return cached_lint(root, self.today, self.limits, cache, tree)


@dataclass(frozen=True)
class Earlier:
    """A workspace as it was before a change: what it came to, in the folder ``place`` of a commit.

    ``root`` is where it lies today, ``overrides`` are texts that some of its files have today.
    """

    result: Result
    place: Path
    tree: RevisionTree
    judging: Judging
    root: Path
    overrides: Mapping[Path, str]

    def apart(self, result: Result, since: str) -> Result:
        """A result of today with what was there before set apart.

        Renamed elements are looked for only if findings have come and others have gone: it takes the
        two states themselves, and not only what they came to.
        """
        told = with_earlier(result, self.result, since)
        gone = marks_of(self.result.findings) - marks_of(result.findings)
        return with_earlier(result, self.renamed, since) if told.findings and gone else told

    @cached_property
    def renamed(self) -> Result:
        """What it came to, as if elements that have another id today had had it then."""
        from processctl.compare.renames import renames, with_renames
        from processctl.lint.run import lint_journey, read_journey

        limits = self.judging.limits

        def reread(texts: Mapping[Path, str]) -> Journey:
            return read_journey(self.place, limits, texts, self.tree)

        old, new = reread({}), read_journey(self.root, limits, self.overrides)
        found = renames(old.model, new.model)
        before = with_renames(old, found, reread) if found else old
        return self.result if before is old else lint_journey(before, self.judging.today)


def earlier_states(
    revision: str,
    roots: tuple[Path, ...],
    judging: Judging,
    overrides: Callable[[Path], Mapping[Path, str]],
) -> dict[Path, Earlier | None]:
    """Workspaces as they were before a change that began at a revision; None for those not there.

    ``main`` and ``main...`` mean the commit where this branch left main, as in ``git diff``, and
    ``main..`` main itself. What is less sure than it looks is told on standard error.

    Raises:
        UsageError: there is no such revision.
    """
    found: dict[Path, Earlier | None] = {}
    trees: dict[Path, RevisionTree] = {}
    try:
        for root in roots:
            repository = Repository.around(root)
            if repository.root not in trees:
                trees[repository.root] = RevisionTree(repository, _base(repository, revision))
            tree = trees[repository.root]
            place = _place(root, repository, tree, revision)
            if place is None:
                found[root] = None
                continue
            result = judging.result(place, tree)
            _tell_half_read(root, result, revision)
            found[root] = Earlier(result, place, tree, judging, root, overrides(root))
    except NoRevision as error:
        raise UsageError(error.message, error.hint) from error
    return found


def _base(repository: Repository, revision: str) -> str:
    """The commit that the change began at."""
    start, dots, end = revision.partition("..")
    if end not in ("", "."):
        raise UsageError(
            say(
                'The files as they are now are compared, so "{revision}" cannot name where the change '
                "ends.",
                revision=revision,
            ),
            say('Write "{start}", which is the commit where this branch left it.', start=start),
        )
    if dots and not end:
        return repository.commit(start)
    return repository.merge_base(start, "HEAD")


def _place(root: Path, repository: Repository, tree: RevisionTree, revision: str) -> Path | None:
    """Where a workspace was, told if it was nowhere."""
    if tree.exists(root / MARKER):
        return root
    before = old_path(repository, tree.commit, root / MARKER)
    if before is None:
        _note(
            say(
                'The workspace "{workspace}" was not there at "{revision}": all of its findings come '
                "with this change.",
                workspace=str(root),
                revision=revision,
            )
        )
    return before.parent if before is not None else None


def _tell_half_read(root: Path, result: Result, revision: str) -> None:
    if not is_whole(result):
        _note(
            say(
                'Not all of the workspace "{workspace}" can be read and judged as it was at '
                '"{revision}": more may seem new than is.',
                workspace=str(root),
                revision=revision,
            )
        )


def _note(message: Message) -> None:
    click.echo(told(message), err=True)
