"""Which two states of a process a command line means: folders, git revisions, what lies on the disk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from processctl.cli.trouble import UsageError
from processctl.reading.files import MARKER, is_folder, workspace_above, workspaces_below
from processctl.reading.tree import DISK, Tree
from processctl.texts import Argument, say

if TYPE_CHECKING:
    from processctl.git.repository import Repository
    from processctl.git.tree import RevisionTree

_DOTS = ("...", "..")


@dataclass(frozen=True, slots=True)
class State:
    """One state: what it is called, the tree it is read from, and the folder to look in."""

    label: Argument
    tree: Tree
    folder: Path

    def workspaces(self) -> tuple[Path, ...]:
        """The workspaces in and below the folder, or else the one that it lies in."""
        found = workspaces_in(self.tree, self.folder)
        return found or _around(self.tree, self.folder)


def two_states(words: tuple[str, ...]) -> tuple[State, State]:
    """The states that one or two words mean: ``A B``, ``A`` (and the disk), ``A..B``, ``A...B``.

    Raises:
        UsageError: a word is no folder and no revision, or could be either.
    """
    if len(words) == 1:
        for dots in _DOTS:
            first, found, second = words[0].partition(dots)
            if found and not is_folder(Path(words[0])):
                return _range(first or "HEAD", second or "HEAD", dots)
    states = [state_of(word) for word in words]
    if len(states) == 1:
        states.append(_disk(states[0]))
    return states[0], states[1]


def state_of(word: str) -> State:
    """The state that a word means.

    Raises:
        UsageError: it is no folder and no revision, or could be either.
    """
    path = Path(word) if word else None
    there = path is not None and is_folder(path)
    if (
        there
        and path is not None
        and (os.sep in word or word.startswith(".") or path.is_absolute())
    ):
        return State(word, DISK, path)
    revision, colon, folder = word.partition(":")
    tree = _tree_or_none(revision) if there else None
    if there and tree is not None:
        raise UsageError(
            say('"{word}" is a folder here and a revision too.', word=word),
            say('Write "./{word}" for the folder, "{word}:." for the revision.', word=word),
        )
    if there and path is not None:
        return State(word, DISK, path)
    where = Path(folder) if colon and folder else Path()
    if colon:
        # As git counts "REV:path": from the top of the repository, unless it begins with "./".
        repository = _repository()
        where = (
            where if folder.startswith((".", os.sep)) or not folder else repository.root / folder
        )
        where = _from_here(where)
    return State(word, tree_of(revision), where)


def tree_of(revision: str) -> RevisionTree:
    """The files of a revision of the repository around the current folder.

    Raises:
        UsageError: there is none.
    """
    from processctl.git.repository import NoRevision
    from processctl.git.tree import RevisionTree

    try:
        return RevisionTree(_repository(), revision)
    except NoRevision as error:
        raise UsageError(error.message, error.hint) from error


def workspaces_in(tree: Tree, folder: Path) -> tuple[Path, ...]:
    """The workspaces in and below a folder, as a tree has them."""
    from processctl.git.tree import RevisionTree

    if isinstance(tree, RevisionTree):
        return tuple(tree.workspaces_below(folder))
    return tuple(sorted(workspaces_below(folder)))


def _around(tree: Tree, folder: Path) -> tuple[Path, ...]:
    """The workspace that a folder without one lies in."""
    if tree is DISK:
        above = workspace_above(Path(os.path.abspath(folder)))  # noqa: PTH100 - resolve() follows links
        return (_from_here(above),) if above is not None else ()
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - as above
    edge = tree.boundary(here)
    for place in (here, *here.parents):
        if tree.exists(place / MARKER):
            return (_from_here(place),)
        if place == edge:
            break
    return ()


def _disk(other: State) -> State:
    """What lies on the disk now, in the folder of another state."""
    return State(say("working tree"), DISK, other.folder)


def _range(first: str, second: str, dots: str) -> tuple[State, State]:
    from processctl.git.repository import NoRevision

    if dots == "...":
        try:
            base = _repository().merge_base(first, second)
        except NoRevision as error:
            raise UsageError(error.message, error.hint) from error
        label = f"{first}...{second}"
        return State(f"{label} ({base[:10]})", tree_of(base), Path()), state_of(second)
    return state_of(first), state_of(second)


def _repository() -> Repository:
    from processctl.git.repository import NoRevision, Repository

    try:
        return Repository.around(Path())
    except NoRevision as error:
        raise UsageError(error.message, error.hint) from error


def _tree_or_none(revision: str) -> RevisionTree | None:
    from processctl.git.repository import NoRevision, Repository
    from processctl.git.tree import RevisionTree

    try:
        return RevisionTree(Repository.around(Path()), revision)
    except NoRevision:
        return None


def _from_here(folder: Path) -> Path:
    """A folder as seen from the current one where it lies below, so that paths read well."""
    here, absolute = Path.cwd(), Path(os.path.abspath(folder))  # noqa: PTH100 - as above
    return absolute.relative_to(here) if absolute.is_relative_to(here) else absolute
