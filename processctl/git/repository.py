"""A git repository, asked by the commands of git: no shell, and no name is taken for an option."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from processctl.reading.files import git_environment, repository_above
from processctl.reading.nearest import nearest
from processctl.texts import Message, say


class NoRevision(Exception):  # noqa: N818 - no error of ours: what was asked for is not there
    """An earlier state cannot be had; ``message`` says why, ``hint`` what would help."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.template)
        self.message = message
        self.hint = hint


@dataclass(frozen=True)
class Repository:
    """A work tree in ``root``, and the command that looks into it."""

    root: Path
    git: str

    @classmethod
    def around(cls, place: Path) -> Repository:
        """The repository that a file or folder lies in.

        Raises:
            NoRevision: there is no git, or no repository.
        """
        git = which("git")
        if git is None:
            raise NoRevision(
                say("git is not installed, and earlier states are kept by git."),
                say("Install git, from git-scm.com or with your system's packages."),
            )
        root = repository_above(place)
        if root is None:
            raise NoRevision(
                say("This folder is in no git repository, so it has no earlier state."),
                say('Compare two folders, or begin one with "git init" and a first commit.'),
            )
        return cls(root, git)

    def run(
        self, *arguments: str, given: bytes | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a command of git, with ``given`` as its standard input."""
        environment = {
            **git_environment(),
            "GIT_OPTIONAL_LOCKS": "0",  # who only looks locks nothing
            "GIT_TERMINAL_PROMPT": "0",  # nor asks anybody for a password
        }
        return subprocess.run(  # noqa: S603 - git's own path, no shell
            [self.git, *arguments],
            cwd=self.root,
            env=environment,
            input=given if given is not None else b"",
            capture_output=True,
            check=False,
        )

    def commit(self, revision: str) -> str:
        """The full name of the commit that a revision means.

        Raises:
            NoRevision: there is none.
        """
        # "--end-of-options": a revision is never taken for an option, whatever it looks like.
        wanted = f"{revision}^{{commit}}"
        found = (
            self.run("rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
            if revision and "\0" not in revision
            else None
        )
        if found is not None and found.returncode == 0:
            return found.stdout.decode().strip()
        raise NoRevision(
            say('git knows no revision "{revision}" here.', revision=revision),
            self._why_unknown(revision),
        )

    def merge_base(self, one: str, other: str) -> str:
        """The last commit that two have in common.

        Raises:
            NoRevision: one of them is not there, or they have none in common.
        """
        commits = self.commit(one), self.commit(other)
        found = self.run("merge-base", *commits)
        if found.returncode == 0:
            return found.stdout.decode().split()[0]
        raise NoRevision(
            say(
                'The revisions "{one}" and "{other}" have no commit in common.',
                one=one,
                other=other,
            ),
            self._fetch_more() if self.is_shallow else None,
        )

    @property
    def is_shallow(self) -> bool:
        """Whether only the last commits were fetched."""
        return self.run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _why_unknown(self, revision: str) -> Message | None:
        if b"dubious ownership" in self.run("rev-parse", "--git-dir").stderr:
            return say(
                "git refuses to look: the repository belongs to another user. The setting "
                '"safe.directory" of git allows it.'
            )
        if self.is_shallow:
            return self._fetch_more()
        if not self.run("rev-list", "--max-count=1", "--all").stdout:
            return say("The repository has no commit yet.")
        names = self.run(
            "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"
        )
        there: Sequence[str] = names.stdout.decode(errors="replace").split()
        near = next((one for one in there if one.endswith(f"/{revision}")), None)
        near = near or nearest(revision, there)
        return say('Did you mean "{name}"?', name=near) if near else None

    @staticmethod
    def _fetch_more() -> Message:
        return say(
            'Only the last commits were fetched. "git fetch --unshallow" brings the others; in GitHub '
            'Actions, "fetch-depth: 0" for actions/checkout, in GitLab CI the variable GIT_DEPTH "0".'
        )
