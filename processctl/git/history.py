"""The commits that touched a folder: who made each, when, and what its last lines say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path, PurePosixPath

from processctl.git.repository import NoRevision, Repository
from processctl.texts import say

# Nothing that git keeps in a commit holds a NUL, so it stands between all of these.
_FIELDS = ("%H", "%h", "%P", "%as", "%an", "%ae", "%s", "%(trailers:only=true,unfold=true)", "%b")
_TRAILER = re.compile(r"([A-Za-z0-9-]+)\s*:\s*(.+)")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as a commit names them; ``mail`` may be empty."""

    name: str
    mail: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit; ``date`` is its author's, as ``2026-11-26``.

    ``trailers`` are its last lines, in order, and ``why`` are the paragraphs between its subject and those.
    """

    id: str
    short: str
    parents: tuple[str, ...]
    date: str
    author: Person
    subject: str
    trailers: tuple[tuple[str, str], ...]
    why: tuple[str, ...] = ()

    def named(self, key: str) -> tuple[Person, ...]:
        """The people that the trailers of one key name, each once; case does not matter in keys."""
        wanted = key.lower()
        people = (_person(value) for name, value in self.trailers if name.lower() == wanted)
        return tuple(dict.fromkeys(people))

    @property
    def decided_by(self) -> tuple[Person, ...]:
        """Who decided: those that "Decided-by" names, else the author."""
        return self.named("Decided-by") or (self.author,)


@dataclass(frozen=True, slots=True)
class Touched:
    """A commit that touched a folder, and what that folder was called then, from the root."""

    commit: Commit
    folder: PurePosixPath


def history(repository: Repository, revision: str, root: Path, marker: str) -> Iterator[Touched]:
    """The commits up to a revision that touched the folder ``root``, the newest first.

    Of a merge only the first parent's line is followed: what it brought counts as its own. Where the
    ``marker`` file came from a folder with another name, the history of that one goes on.

    Raises:
        NoRevision: the revision is not there, or the folder lies elsewhere.
    """
    start = repository.commit(revision)
    folder = _inside(repository, root)
    seen: set[PurePosixPath] = set()
    while folder not in seen:
        seen.add(folder)
        last: Commit | None = None
        for commit in _log(repository, start, folder):
            last = commit
            yield Touched(commit, folder)
        if last is None or not last.parents:
            return
        before = _came_from(repository, last, folder / marker)
        if before is None:
            return
        start, folder = last.parents[0], before.parent


def _log(repository: Repository, start: str, folder: PurePosixPath) -> Iterator[Commit]:
    listed = repository.run(
        "log", "-z", "--first-parent", "--no-show-signature", "--no-color",
        f"--format=format:{'%x00'.join(_FIELDS)}", start, "--", _pathspec(folder),
    )  # fmt: skip
    if listed.returncode != 0:
        raise NoRevision(say("git cannot read the history of this folder."))
    words = listed.stdout.decode("utf-8", "replace").split("\0")
    for at in range(0, len(words) - len(_FIELDS) + 1, len(_FIELDS)):
        name, short, parents, date, author, mail, subject, trailers, body = words[
            at : at + len(_FIELDS)
        ]
        yield Commit(
            name,
            short,
            tuple(parents.split()),
            date,
            Person(author, mail),
            subject,
            tuple(
                (found[1], found[2].strip())
                for line in trailers.splitlines()
                if (found := _TRAILER.fullmatch(line))
            ),
            _paragraphs(body, with_trailers=bool(trailers.strip())),
        )


def _paragraphs(body: str, *, with_trailers: bool) -> tuple[str, ...]:
    """The paragraphs of a commit's message, each on one line; the last one is left out if it is trailers."""
    found = [" ".join(one.split()) for one in re.split(r"\n\s*\n", body.strip())]
    return tuple(one for one in (found[:-1] if with_trailers else found) if one)


def _pathspec(folder: PurePosixPath) -> str:
    """A folder as git is told of it: what stands in its name is a name, and no pattern."""
    return f":(top,literal){folder}" if folder.parts else ":(top)"


def _came_from(repository: Repository, commit: Commit, file: PurePosixPath) -> PurePosixPath | None:
    """The name that a file had before a commit, where git sees that it was renamed."""
    listed = repository.run(
        "diff-tree", "-r", "-z", "--name-status", "--find-renames", "--diff-filter=R",
        commit.parents[0], commit.id,
    )  # fmt: skip
    words = listed.stdout.decode("utf-8", "surrogateescape").split("\0")
    for old, new in zip(words[1::3], words[2::3], strict=False):
        if new == str(file):
            return PurePosixPath(old)
    return None


def _inside(repository: Repository, root: Path) -> PurePosixPath:
    here, top = root.resolve(), repository.root.resolve()
    if not here.is_relative_to(top):
        raise NoRevision(say("This folder is in no git repository, so it has no earlier state."))
    return PurePosixPath(here.relative_to(top).as_posix())


def _person(value: str) -> Person:
    name, mail = parseaddr(value)
    return Person(name or value, mail if "@" in mail else "")
