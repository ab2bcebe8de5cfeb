"""The state before a change, judged as the one of today is, so that what was there is no news."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from processctl.cli.secret import secret
from processctl.cli.trouble import UsageError, told
from processctl.git.renamed import old_path
from processctl.git.repository import NoRevision, Repository
from processctl.git.tree import RevisionTree
from processctl.lint.known import is_whole
from processctl.lint.result import Result
from processctl.reading.files import MARKER
from processctl.reading.limits import Limits
from processctl.texts import Message, say


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


def earlier_results(
    revision: str, roots: tuple[Path, ...], judging: Judging
) -> dict[Path, Result | None]:
    """What workspaces came to before a change that began at a revision; None for those not there.

    ``main`` and ``main...`` mean the commit where this branch left main, as in ``git diff``, and
    ``main..`` main itself. What is less sure than it looks is told on standard error.

    Raises:
        UsageError: there is no such revision.
    """
    found: dict[Path, Result | None] = {}
    trees: dict[Path, RevisionTree] = {}
    try:
        for root in roots:
            repository = Repository.around(root)
            if repository.root not in trees:
                trees[repository.root] = RevisionTree(repository, _base(repository, revision))
            found[root] = _earlier(root, repository, trees[repository.root], revision, judging)
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


def _earlier(
    root: Path, repository: Repository, tree: RevisionTree, revision: str, judging: Judging
) -> Result | None:
    place = root
    if not tree.exists(root / MARKER):
        before = old_path(repository, tree.commit, root / MARKER)
        if before is None:
            _note(
                say(
                    'The workspace "{workspace}" was not there at "{revision}": all of its findings '
                    "come with this change.",
                    workspace=str(root),
                    revision=revision,
                )
            )
            return None
        place = before.parent
    result = judging.result(place, tree)
    if not is_whole(result):
        _note(
            say(
                'Not all of the workspace "{workspace}" can be read and judged as it was at '
                '"{revision}": more may seem new than is.',
                workspace=str(root),
                revision=revision,
            )
        )
    return result


def _note(message: Message) -> None:
    click.echo(told(message), err=True)
